import Testing

/// A styled screen as tmux prints it, taken apart into characters and how they look.
struct StyledText: Equatable {
  struct Part: Equatable {
    let text: Character
    /// The codes of attributes and foreground: `1` bold, `2` dim, `4` underlined, `7` reverse.
    let look: Set<String>

    /// A blank looks the same bold, dim or in another colour; curses does not send what nobody sees.
    init(_ text: Character, look: Set<String>) {
      self.text = text
      let isSeen = text != " " || look.contains("7") || look.contains("4")
      self.look = isSeen ? text == " " ? look.subtracting(["1", "2"]) : look : []
    }
  }

  private(set) var lines: [[Part]] = [[]]

  init(lines: [[Part]]) {
    self.lines = lines
  }

  init(_ screen: String) throws {
    var look: Set<String> = []
    let pieces = screen.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      var text = piece
      if number > 0 {
        let end = try #require(piece.firstIndex(of: "m"))
        for code in piece[..<end].split(separator: ";", omittingEmptySubsequences: false) {
          switch code {
          case "", "0": look = []
          case "39": look = look.filter { !$0.hasPrefix("3") }
          case "49": break
          default:
            if code.hasPrefix("3") { look = look.filter { !$0.hasPrefix("3") } }
            look.insert(String(code))
          }
        }
        text = piece[piece.index(after: end)...]
      }
      for character in text {
        if character == "\n" {
          lines.append([])
        } else {
          lines[lines.count - 1].append(Part(character, look: look))
        }
      }
    }
    lines.removeLast()
  }

  /// The lines without plain blanks at their ends, which tmux prints only where something was.
  var trimmed: [[Part]] {
    lines.map { line in
      let end = line.lastIndex { $0 != Part(" ", look: []) }
      return Array(line[..<(end.map { $0 + 1 } ?? 0)])
    }
  }

  /// How each word looks at its end.
  var words: [String: Set<String>] {
    var words: [String: Set<String>] = [:]
    for line in lines {
      for word in line.split(whereSeparator: { $0.text == " " || $0.text == "│" }) {
        words[String(word.map(\.text))] = word.last?.look
      }
    }
    return words
  }
}
