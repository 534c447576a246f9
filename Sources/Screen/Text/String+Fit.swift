extension String {
  /// The text cut to a number of columns; a cut text ends in `…`.
  package func cut(to columns: Int) -> String {
    guard columns > 0 else { return "" }
    var kept = ""
    var used = 0
    var lastFitting = ""
    for glyph in Glyphs(self) {
      let width = glyph.columns
      if used + width > columns { return lastFitting + "…" }
      kept += glyph.text
      used += width
      if used < columns { lastFitting = kept }
    }
    return kept
  }

  /// The text as lines of at most `columns` columns, broken between words where that is possible.
  ///
  /// Line breaks in the text are kept; an empty text is one empty line.
  package func wrapped(to columns: Int) -> [String] {
    let columns = max(1, columns)
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      String($0).wrappedLine(to: columns)
    }
  }

  private func wrappedLine(to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      var width = TextWidth.columns(of: word)
      if used > 0 || !line.isEmpty {
        if used + 1 + width <= columns {
          line += " " + word
          used += 1 + width
          continue
        }
        lines.append(line)
        line = ""
        used = 0
      }
      while width > columns {
        let head = word.prefix(columns: columns)
        lines.append(head)
        word = String(word.dropFirst(head.count))
        width = TextWidth.columns(of: word)
      }
      line = word
      used = width
    }
    lines.append(line)
    return lines
  }

  /// The longest beginning that takes at most `columns` columns, and at least one character.
  private func prefix(columns: Int) -> String {
    var used = 0
    var end = startIndex
    for index in indices {
      used += TextWidth.columns(of: String(self[index]))
      if used > columns && end > startIndex { break }
      end = self.index(after: index)
      if used > columns { break }
    }
    return String(self[..<end])
  }
}
