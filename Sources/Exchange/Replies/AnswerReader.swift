import Domain

/// Reads what was written in one place of the form: for which area, and what kind of answer.
struct AnswerReader {
  /// What a place says about one area, or about none.
  struct Reading: Equatable {
    var area: Identifier<Area>?
    var state: Response.State = .answered
    var text: String?
    var confidence: String?
  }

  private var areas: [String: Identifier<Area>] = [:]
  private var numbers: Set<String> = []

  init(areasOf board: Board) {
    var taken: [String: Int] = [:]
    for area in board.orderedAreas where !area.isDeleted {
      var names = [area.title, area.id.text]
      if let number = area.number {
        numbers.insert("\(number)")
        names += ["\(number)", "area \(number)", "\(number) \(area.title)"]
      }
      for key in Set(names.map { AnswerReader.key($0[...]) }) {
        taken[key, default: 0] += 1
        areas[key] = area.id
      }
    }
    for (key, count) in taken where count > 1 { areas[key] = nil }
  }

  /// What the text of a place says, and whether an area seems to be named inside a line.
  func read(_ text: String) -> (readings: [Reading], isDoubtful: Bool) {
    var readings = [(Reading(), lines: [String]())]
    var isDoubtful = false
    for line in TextLines.lines(of: text) {
      let plain = line.drop { " \t\u{A0}-*•·".contains($0) }
      let head = AnswerReader.head(of: plain)
      if let head, AnswerReader.key(head.name) == "confidence" {
        readings[readings.count - 1].0.confidence = head.rest.trimmedOfSpace
        continue
      }
      let last = readings[readings.count - 1].0
      // A time of day is no area: 10:30.
      if let head, head.rest.first?.isNumber != true,
        let area = areas[AnswerReader.key(head.name)]
      {
        if last.area != area {
          if let known = readings.firstIndex(where: { $0.0.area == area }) {
            readings.append(readings.remove(at: known))
          } else {
            readings.append((Reading(area: area), []))
          }
        }
        readings[readings.count - 1].lines.append(head.rest)
        isDoubtful = isDoubtful || namesArea(head.rest[...])
      } else {
        readings[readings.count - 1].lines.append(String(line))
        isDoubtful = isDoubtful || namesArea(line)
      }
    }
    // Confidence that was said before any area holds for all.
    let general = readings.first { $0.0.area == nil }?.0.confidence
    let said = readings.compactMap { reading, lines -> Reading? in
      var reading = reading
      let text = FormReading.trimmed(lines)
      if text.isEmpty {
        guard reading.confidence != nil, reading.area != nil || readings.count == 1 else {
          return nil
        }
      } else {
        (reading.state, reading.text) = AnswerReader.state(of: text)
      }
      reading.confidence = reading.confidence ?? general
      return reading
    }
    return (said, isDoubtful)
  }

  /// The area that a name or number means; `nil` for none or several.
  func area(called text: String) -> Identifier<Area>? { areas[AnswerReader.key(text[...])] }

  /// The words that say an answer's state, before a reason or alone.
  static func state(of text: String) -> (Response.State, String?) {
    let words: [(String, Response.State)] = [
      ("nil", .nilReturn), ("nil return", .nilReturn), ("nothing to report", .nilReturn),
      ("declined", .declined), ("decline", .declined), ("not applicable", .notApplicable),
      ("n a", .notApplicable),
    ]
    if text.utf8.count < 40, let state = words.first(where: { $0.0 == key(text[...]) })?.1 {
      return (state, nil)
    }
    if let head = head(of: text[...]),
      let state = words.first(where: { $0.0 == key(head.name) })?.1
    {
      let reason = head.rest.trimmedOfSpace
      return (state, reason.isEmpty ? nil : reason)
    }
    return (.answered, text)
  }

  /// What stands before the first colon of a line, and behind it.
  private static func head(of line: Substring) -> (name: Substring, rest: String)? {
    guard let colon = line.prefix(100).firstIndex(of: ":") else { return nil }
    return (line[..<colon], String(line[line.index(after: colon)...]))
  }

  /// Whether another area's number and a colon stand inside a line: it may have been two lines.
  private func namesArea(_ line: Substring) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.dropFirst().contains { word in
      word.last == ":" && numbers.contains(String(word.dropLast()))
    }
  }

  /// A name for comparing: its words in lower case.
  static func key(_ text: Substring) -> String {
    text.prefix(200).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ").lowercased()
  }
}
