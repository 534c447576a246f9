package import Domain
package import Foundation
import JSON

/// Boards of any size, of issues that nobody has: the same seed gives the same boards.
///
/// Every record but the model says in its source that it was generated.
package struct BoardGenerator {
  let model: Record<ScoringModel>
  let scales: [(criterion: Identifier<Criterion>, values: [Exact])]
  let header: Header
  var random: SeededGenerator

  /// - Parameters:
  ///   - model: What the issues are scored under.
  ///   - seed: Which boards they are.
  package init(model: Record<ScoringModel>, seed: UInt64) {
    self.model = model
    scales = model.content.criteria.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.scale.keys.sorted()) }
    header = Header(
      source: "Generated from seed \(seed), not an assessment", marking: "official",
      created: Stamp(at: Timestamp(seconds: 1_538_037_720), by: "generator"))
    random = SeededGenerator(seed: seed)
  }

  /// A board with so many issues, each with one working scorecard on which nothing is missing.
  package mutating func board(issues count: Int) -> Board {
    var settings = BoardSettings(name: "Generated board of \(count) issues", model: model.id)
    settings.markings["official"] = Marking(title: "OFFICIAL", level: 1, isPublic: true)
    settings.themes = BoardGenerator.themes
    var board = Board(settings: Record(id: "board", header: header, content: settings))
    board[model.id] = model
    for (index, title) in BoardGenerator.things.enumerated() {
      let area = Area(number: index + 1, title: title, rank: "\(index + 1)")
      board[BoardGenerator.area(title)] = Record(
        id: BoardGenerator.area(title), header: header, content: area)
    }
    board.issues.reserve(count)
    board.scorecards.reserve(count)
    for number in 1...count {
      let issue = issue(number)
      let card = scorecard(of: issue)
      board[issue.id] = issue
      board[card.id] = card
    }
    return board
  }

  private mutating func issue(_ number: Int) -> Record<Issue> {
    let thing = pick(BoardGenerator.things)
    var issue = Issue(
      title: "\(pick(BoardGenerator.doings)) of \(thing) \(number)", stage: .registered)
    issue.theme = pick(BoardGenerator.themes.keys.sorted())
    issue.area = BoardGenerator.area(thing)
    issue.raised = CalendarDate(
      year: 2018, month: pick(Array(1...9)), day: pick(Array(1...28)))
    if random.oneIn(4) { issue.text = "Raised by two partners as number \(number)." }
    return Record(id: identifier(), header: header, content: issue)
  }

  mutating func scorecard(of issue: Record<Issue>) -> Record<Scorecard> {
    var card = Scorecard(issue: issue.id, model: model.id, modelVersion: model.content.version)
    card.date = issue.content.raised
    for scale in scales { card.values[scale.criterion] = pick(scale.values) }
    return Record(id: identifier(), header: header, content: card)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  /// A name such as the program gives: 12 characters of Crockford's base 32.
  mutating func identifier<Content>() -> Identifier<Content> {
    BoardGenerator.named(String((0..<12).map { _ in pick(BoardGenerator.digits) }))
  }

  private static func area(_ title: String) -> Identifier<Area> { named("area-\(title)") }

  private static func named<Content>(_ text: String) -> Identifier<Content> {
    guard let identifier = try? Identifier<Content>(text) else {
      preconditionFailure("What is generated is well named.")
    }
    return identifier
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
  private static let doings = ["Supply", "Theft", "Sale", "Smuggling", "Laundering", "Forging"]
  private static let things = ["tools", "tobacco", "vehicles", "accounts", "documents", "cables"]
  private static let themes: [Identifier<Theme>: Theme] = [
    "people": Theme(title: "People"), "money": Theme(title: "Money"),
    "goods": Theme(title: "Goods"),
  ]
}

extension Board {
  /// Writes all records into an empty folder as canonical files, without waiting for the disk.
  package func write(to folder: URL) throws {
    for kind in Kind.allCases { try write(kind.content, to: folder) }
  }

  private func write<Content: RecordContent>(_ content: Content.Type, to folder: URL) throws {
    let place = Content.kind.folder.map { folder.appending(path: $0) } ?? folder
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for record in self[kind: content].all {
      let file = folder.path + "/" + record.recordName.path
      let bytes = try Value(encoding: record).canonicalBytes
      guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
  }
}
