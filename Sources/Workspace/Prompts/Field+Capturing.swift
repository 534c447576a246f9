import Domain
import Screen

/// A field in which a threat is typed in one line: the names behind prefixes are completed.
extension Form.Field {
  /// The prefix that the word at the cursor begins with, and what stands behind it; `nil` where the
  /// word has none.
  var captured: (prefix: CaptureNames.Prefix, word: String)? {
    guard case .capture = kind else { return nil }
    let word = wordHead + wordTail
    guard let prefix = word.first.flatMap({ CaptureNames.Prefix(rawValue: $0) }) else { return nil }
    return (prefix, String(word.dropFirst()))
  }

  /// The part of the word at the cursor that stands before it.
  private var wordHead: Substring {
    let head = editor.head
    return head.lastIndex(where: \.isWhitespace).map { head[head.index(after: $0)...] } ?? head[...]
  }

  private var wordTail: Substring { editor.tail.prefix { !$0.isWhitespace } }

  /// What the word at the cursor may mean, as it is typed in full; all that its prefix allows while
  /// nothing stands behind it.
  var nameSuggestions: [Form.Option] {
    guard case .capture(let names, _) = kind, let captured else { return [] }
    let typed = sought ?? captured.word
    let words =
      typed.isEmpty
      ? names.words(behind: captured.prefix) : names.words(meantBy: typed, behind: captured.prefix)
    return words.map { Form.Option(value: $0, label: $0) }
  }

  /// Writes a name behind the prefix at the cursor, in place of what was begun there.
  mutating func replaceCaptured(with word: String) {
    guard let prefix = captured?.prefix else { return }
    editor = LineEditor(
      "\(editor.head.dropLast(wordHead.count))\(prefix.rawValue)\(word)",
      after: String(editor.tail.dropFirst(wordTail.count)))
  }

  /// Writes the name at the cursor out, where it can mean one thing only.
  mutating func completeCaptured() {
    guard let captured, !captured.word.isEmpty, sought == nil else { return }
    let words = nameSuggestions.map(\.label)
    if words.count == 1, words[0] != captured.word { replaceCaptured(with: words[0]) }
  }

  /// How the line is understood so far; `nil` while it cannot be.
  var reading: String? {
    guard case .capture(let names, let today) = kind,
      let line = try? CaptureLine(text, among: names, today: today)
    else { return nil }
    return line.words(names)
  }
}
