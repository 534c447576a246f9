/// What a person has written outside the marked places, and how much else stands there.
struct UnplacedText {
  /// The text; empty where there is none.
  let text: String

  /// How many lines were passed over that are quoted as deep as the form, or deeper.
  let quoted: Int

  /// How many lines were passed over that are a signature.
  let signed: Int
}

extension FormReading {
  /// The most lines that are taken for a signature: what is longer is text.
  private static let longestSignature = 10

  /// What stands in no place, without the form and what mailers add.
  ///
  /// - Parameter template: The form as it was sent; empty where that is not known.
  /// - Returns: The text, and what was passed over beside it.
  func unplaced(besides template: [String]) -> UnplacedText {
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
    var kept: [String] = []
    var signed = 0
    var signature: [String]?
    func endSignature() {
      guard let lines = signature else { return }
      let count = lines.count { !$0.allSatisfy(\.isWhitespace) }
      if count > FormReading.longestSignature { kept += lines } else { signed += count }
      signature = nil
    }
    for (index, line) in lines.enumerated() {
      let isOutside = line.depth == 0 && !loose[index].isInside
      let isBlank = line.text.allSatisfy(\.isWhitespace)
      // The mark of RFC 3676; without its space it may part two paragraphs.
      let isMark = isOutside && line.text == "-- "
      if !isOutside || isMark || mailers.holds(index) || line.isKnown && !isBlank { endSignature() }
      if isMark {
        signature = []
      } else if line.isKnown || mailers.holds(index) {
        continue
      } else if signature != nil {
        signature?.append(String(line.text))
      } else {
        let mark = hasMarks ? "" : String(repeating: "> ", count: line.depth)
        kept.append(mark + line.text)
      }
    }
    endSignature()
    return UnplacedText(
      text: FormReading.trimmed(FormReading.withoutGaps(kept)), quoted: quoted, signed: signed)
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
