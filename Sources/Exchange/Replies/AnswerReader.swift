import Domain

/// Reads what was written in one place of the form: for which area, and what kind of answer.
struct AnswerReader {
  /// What a place says about one area, or about none.
  struct Reading: Equatable {
    var area: Identifier<Area>?
    var state: Response.State = .answered
    var text: String?
    var confidence: String?

    /// Why it is not simply filed, as sentences.
    var doubts: [String] = []
  }

  private let heads: AreaHeads

  init(areasOf board: Board) { heads = AreaHeads(of: board) }

  /// The area that a name or number means; `nil` for none or several.
  func area(called text: String) -> Identifier<Area>? { heads.area(called: text) }

  /// What the text of a place says, and why it may be divided otherwise, as sentences.
  func read(_ text: String) -> (readings: [Reading], doubts: [String]) {
    var pieces = [(reading: Reading(), lines: [String]())]
    var unclear: Substring?
    var isJoined = false
    var manners: Set<Bool> = []
    for line in TextLines.lines(of: text) {
      var said = String(line)
      switch heads.head(of: line) {
      case .confidence(let words):
        if !words.isEmpty { pieces[pieces.count - 1].reading.confidence = words }
        continue
      case .area(let area, let rest, let isListed):
        manners.insert(isListed)
        AnswerReader.begin(area, &pieces)
        said = rest
      case .doubtful(let area):
        let isSame = area != nil && area == pieces[pieces.count - 1].reading.area
        if !isSame { unclear = unclear ?? line }
      case .none: break
      }
      pieces[pieces.count - 1].lines.append(said)
      isJoined = isJoined || heads.areNamed(in: said[...])
    }
    var doubts: [String] = []
    if let unclear {
      doubts.append(
        "It may be about another area from “\(String(unclear.prefix(60)).trimmedOfSpace)” on.")
    }
    if manners.count > 1 {
      doubts.append("Some areas stand in a list and some do not, so the list may be of one area.")
    }
    if isJoined {
      doubts.append("An area's number and a colon stand inside a line: it may be two answers.")
    }
    return (AnswerReader.readings(pieces), doubts)
  }

  /// Makes an area the one that is spoken about; what was said about it before goes on.
  private static func begin(
    _ area: Identifier<Area>, _ pieces: inout [(reading: Reading, lines: [String])]
  ) {
    guard pieces[pieces.count - 1].reading.area != area else { return }
    if let known = pieces.firstIndex(where: { $0.reading.area == area }) {
      pieces.append(pieces.remove(at: known))
    } else {
      pieces.append((Reading(area: area), []))
    }
  }

  private static func readings(_ pieces: [(reading: Reading, lines: [String])]) -> [Reading] {
    // Confidence that was said before any area holds for all.
    let general = pieces.first { $0.reading.area == nil }?.reading.confidence
    return pieces.compactMap { reading, lines -> Reading? in
      var reading = reading
      let text = FormReading.trimmed(lines)
      if text.isEmpty {
        guard reading.confidence != nil, reading.area != nil || pieces.count == 1 else {
          return nil
        }
        reading.doubts.append("It says how confident it is, and nothing else.")
      } else {
        let said = AnswerReader.state(of: text)
        (reading.state, reading.text) = (said.state, said.text)
        reading.doubts += [said.doubt].compactMap(\.self)
      }
      reading.confidence = reading.confidence ?? general
      return reading
    }
  }

  // MARK: States

  private static let words: [(key: String, state: Response.State)] = [
    ("nil", .nilReturn), ("nil return", .nilReturn), ("nothing to report", .nilReturn),
    ("declined", .declined), ("decline", .declined), ("not applicable", .notApplicable),
    ("n a", .notApplicable),
  ]

  /// The state that a text says, alone or before a colon and a reason, and why it may say another.
  static func state(of text: String) -> (state: Response.State, text: String?, doubt: String?) {
    let whole = key(text[...])
    if text.utf8.count < 40, let state = words.first(where: { $0.key == whole })?.state {
      return (state, nil, nil)
    }
    if let head = head(of: text[...]),
      let state = words.first(where: { $0.key == key(head.name) })?.state
    {
      let reason = head.rest.trimmedOfSpace
      return (state, reason.isEmpty ? nil : reason, nil)
    }
    guard let word = words.last(where: { whole.hasPrefix($0.key + " ") || whole == $0.key })?.key
    else { return (.answered, text, nil) }
    let shown = word == "n a" ? "n/a" : word
    return (.answered, text, "It begins with “\(shown)” and says more, so it may be no comment.")
  }

  /// What stands before the first colon of a line, and behind it.
  static func head(of line: Substring) -> (name: Substring, rest: String)? {
    guard let colon = line.prefix(100).firstIndex(of: ":") else { return nil }
    return (line[..<colon], String(line[line.index(after: colon)...]))
  }

  /// A name for comparing: its words in lower case.
  static func key(_ text: Substring) -> String {
    text.prefix(200).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ").lowercased()
  }
}
