/// Text as Markdown shows it: nothing in it is markup, and nothing of it is HTML.
enum Markdown {
  /// The text on one line, to stand in a paragraph, a heading or a cell.
  ///
  /// ASCII punctuation that means something to CommonMark, or to GitHub's tables and formulas, is
  /// led by a backslash; what HTML would read is written as a character reference.
  static func escaped(_ text: String) -> String {
    lines(of: text.harmless).map { line in
      // Scalar by scalar: a combining mark is one character with the markup before it.
      line.unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$", "!": escaped += "\\\(scalar)"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }.joined(separator: "<br>")
  }

  /// A row of a table, of cells that are Markdown already.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// The lines of a text without the spaces around them, and without empty ones at its ends.
  private static func lines(of text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let isFull: (String) -> Bool = { !$0.isEmpty }
    guard let first = lines.firstIndex(where: isFull), let last = lines.lastIndex(where: isFull)
    else { return [] }
    return Array(lines[first...last])
  }
}
