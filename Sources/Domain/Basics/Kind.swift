/// The kinds of record a board is made of.
package enum Kind: String, CaseIterable, Codable, Sendable {
  case board, model, area, partner, action, round, response, issue, scorecard, meeting, decision
  case reference, request, agreement, practice, paper

  /// The folder the records of this kind stand in; `nil` for the one `board.json`.
  package var folder: String? {
    switch self {
    case .board: nil
    case .practice: "practice"
    default: rawValue + "s"
    }
  }

  /// The kind that a folder holds, or that a person names in the singular or plural.
  package init?(named name: String) {
    guard let kind = Kind.allCases.first(where: { $0.rawValue == name || $0.folder == name })
    else { return nil }
    self = kind
  }

  /// The Swift type of what a record of this kind says.
  package var content: any RecordContent.Type {
    switch self {
    case .board: BoardSettings.self
    case .model: ScoringModel.self
    case .area: Area.self
    case .partner: Partner.self
    case .action: Action.self
    case .round: Round.self
    case .response: Response.self
    case .issue: Issue.self
    case .scorecard: Scorecard.self
    case .meeting: Meeting.self
    case .decision: Decision.self
    case .reference: Reference.self
    case .request: Request.self
    case .agreement: Agreement.self
    case .practice: Practice.self
    case .paper: Paper.self
    }
  }
}

/// The name of any record of a board: what it is, and which one.
package struct RecordName: Hashable, Sendable {
  package let kind: Kind
  package let id: String

  package init<Content: RecordContent>(_ id: Identifier<Content>) {
    kind = Content.kind
    self.id = id.text
  }

  /// Reads `issues/cse` or `board`, as it stands in a file and on the command line.
  package init?(_ text: String) {
    if text == RecordName.board.description {
      self = .board
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(named: String(parts[0])),
      kind != .board, let id = try? Identifier<Never>(String(parts[1]))
    else { return nil }
    self.kind = kind
    self.id = id.text
  }

  package init(kind: Kind, id: Identifier<Never>) {
    self.kind = kind
    self.id = id.text
  }

  /// The records that a whole name can mean: one with its kind, else one of each kind.
  package static func all(called text: String) -> [RecordName] {
    if let name = RecordName(text) { return [name] }
    guard let id = try? Identifier<Never>(text) else { return [] }
    return Kind.allCases.filter { $0 != .board }.map { RecordName(kind: $0, id: id) }
  }

  /// The name of the one record that holds the board's own settings.
  package static let board = RecordName(Identifier<BoardSettings>("board"))

  /// Where the record stands below the board's folder: `issues/cse.json`.
  package var path: String { kind.folder.map { "\($0)/\(id).json" } ?? "board.json" }
}

extension RecordName: CustomStringConvertible {
  package var description: String { kind.folder.map { "\($0)/\(id)" } ?? "board" }
}

extension RecordName: Comparable {
  package static func < (left: RecordName, right: RecordName) -> Bool { left.path < right.path }
}

extension RecordName: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let name = RecordName(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” does not name a record: write issues/cse")
    }
    self = name
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
