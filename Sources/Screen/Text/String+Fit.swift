extension String {
  /// The text cut to a number of columns; a cut text ends in `…`.
  package func cut(to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if isPrintableASCII, utf8.count <= columns { return self }
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

  /// The text cut to a number of columns, its middle first: titles in a row often begin alike.
  package func cutInTheMiddle(to columns: Int) -> String {
    guard TextWidth.columns(of: self) > columns, columns > 4 else { return cut(to: columns) }
    var tail = suffix(columns)
    while TextWidth.columns(of: String(tail)) > columns / 2 { tail = tail.dropFirst() }
    return cut(to: columns - TextWidth.columns(of: String(tail))) + tail
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

  /// One line broken between words; a word that is longer than a line is broken where it must be.
  private func wrappedLine(to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let pieces = String(word).pieces(of: columns)
      let width = TextWidth.columns(of: pieces[0])
      if !line.isEmpty || used > 0 {
        if pieces.count == 1, used + 1 + width <= columns {
          line += " " + word
          used += 1 + width
          continue
        }
        lines.append(line)
      }
      lines += pieces.dropLast()
      line = pieces[pieces.count - 1]
      used = TextWidth.columns(of: line)
    }
    lines.append(line)
    return lines
  }

  /// The text cut into pieces of at most `columns` columns, each of at least one character.
  private func pieces(of columns: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in self {
      let width = TextWidth.columns(of: String(character))
      if used + width > columns, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += width
    }
    return pieces + [piece]
  }
}
