package import Screen

/// One line of text that a person is typing.
package struct LineEditor: Equatable, Sendable {
  /// More than this is not a line: a paste that would make it longer is refused.
  package static let longest = 10_000

  package private(set) var text: String
  private var before: [Character]
  private var after: [Character]

  /// An editor with a text, and the cursor behind it or inside; line breaks become spaces.
  package init(_ head: String = "", after tail: String = "") {
    before = head.map { $0.isNewline ? " " : $0 }
    after = tail.map { $0.isNewline ? " " : $0 }
    text = String(before + after)
  }

  /// How many characters stand before the cursor.
  package var cursor: Int { before.count }

  /// The text before the cursor.
  package var head: String { String(before) }

  /// The text behind the cursor.
  package var tail: String { String(after) }

  /// Takes a key that edits text.
  ///
  /// - Returns: Whether the key was one.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): _ = insert([character])
    case .backspace, .control("h"): _ = before.popLast()
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .left, .control("b"): before.popLast().map { after.insert($0, at: 0) }
    case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"):
      after = before + after
      before = []
    case .end, .control("e"):
      before += after
      after = []
    case .control("u"): before = []
    case .control("k"): after = []
    case .control("w"): deleteWord()
    case .alt("b"): moveWord(back: true)
    case .alt("f"): moveWord(back: false)
    default: return false
    }
    text = String(before + after)
    return true
  }

  /// Takes pasted text; line breaks become spaces, so a paste never submits anything.
  ///
  /// - Returns: Whether it was taken: a text that the line has no room for is not.
  package mutating func paste(_ pasted: String) -> Bool {
    guard insert(Array(pasted)) else { return false }
    text = String(before + after)
    return true
  }

  /// Says that a pasted text was not taken.
  package static func refusal(of pasted: String) -> String {
    "A line holds \(longest) characters: the pasted \(pasted.count) were not taken."
  }

  private mutating func insert(_ characters: [Character]) -> Bool {
    guard before.count + after.count + characters.count <= LineEditor.longest else { return false }
    before += characters.map { $0.isNewline ? " " : $0 }
    return true
  }

  private mutating func deleteWord() {
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
  }

  private mutating func moveWord(back: Bool) {
    func step() -> Bool {
      if back {
        guard let character = before.popLast() else { return false }
        after.insert(character, at: 0)
        return true
      }
      guard !after.isEmpty else { return false }
      before.append(after.removeFirst())
      return true
    }
    while (back ? before.last : after.first) == " " { guard step() else { return } }
    while let next = back ? before.last : after.first, next != " " { guard step() else { return } }
  }

  /// Draws the text on one row so that the cursor is in sight, and puts the cursor there.
  package func draw(x: Int, y: Int, width: Int, on canvas: inout Canvas, style: Style = .input) {
    let columns = TextWidth.columns(of: head)
    let room = max(1, width - 1)
    let hidden = max(0, columns - room)
    let area = Rect(x: x, y: y, width: width, height: 1)
    canvas.fill(area, style: style)
    canvas.write(text, x: x - hidden, y: y, in: area, style: style)
    canvas.cursor = Position(x: x + columns - hidden, y: y)
  }
}
