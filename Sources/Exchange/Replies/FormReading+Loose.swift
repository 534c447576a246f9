extension FormReading {
  /// What a person has written outside the marked places: not the form, nor what mailers add.
  ///
  /// - Parameter template: The form as it was sent; empty where that is not known.
  /// - Returns: The text, empty where there is none, and how many lines were passed over that are
  ///   quoted as deep as the form, or deeper.
  func unplaced(besides template: [String]) -> (text: String, quoted: Int) {
    var track = FormTrack(template)
    var quoted = 0
    let lines = loose.map { loose -> MailerLines.Line in
      let line = loose.line
      let isQuoted = hasMarks && !loose.isInside && line.depth > 0 && line.depth >= max(depth, 1)
      if isQuoted { quoted += 1 }
      return .init(
        text: line.text, depth: line.depth, isKnown: isQuoted || track.takes(line.text))
    }
    let mailers = MailerLines(lines)
    let kept = lines.indices.filter { !lines[$0].isKnown && !mailers.holds($0) }.map { index in
      let mark = hasMarks ? "" : String(repeating: "> ", count: lines[index].depth)
      return mark + lines[index].text
    }
    return (FormReading.trimmed(FormReading.withoutGaps(kept)), quoted)
  }

  /// The lines with at most one empty one between two others.
  private static func withoutGaps(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty, result.last.map({ $0.allSatisfy(\.isWhitespace) }) ?? true { continue }
      result.append(line)
    }
    return result
  }
}
