package import Domain
import Testing

extension Board {
  /// A board of the twelve published rows and nothing else: the first block is the baseline, the
  /// other two are places or periods whose cards hold only what differs from it.
  package static func illustration() throws -> Board {
    let shipped = try Board.shipped()
    let model = try #require(shipped.models.all.first)
    let scorer = try Scorer(model)
    let header = Header(
      source: "data/morile-illustration.csv", marking: "official",
      created: Stamp(at: Timestamp(seconds: 1_450_000_000), by: "import"))
    var settings = BoardSettings(name: "Illustration", model: model.id)
    settings.markings = shipped.settings.markings
    for block in 2...3 {
      settings.contexts[try context(block)] = ScoringContext(
        title: "Block \(block)", rank: "\(block)")
    }
    var board = Board(settings: Record(id: "board", header: header, content: settings))
    board[model.id] = model
    let rows = try PublishedRow.all()
    for row in rows where row.block == 1 {
      let issue = Domain.Issue(title: row.theme, stage: .registered)
      board[try row.issue] = Record(id: try row.issue, header: header, content: issue)
    }
    for row in rows {
      let usual = try rows.first { $0.block == 1 && $0.theme == row.theme }?.inputs(of: scorer)
      var card = Scorecard(
        issue: try row.issue, model: model.id, modelVersion: scorer.version, basis: .working)
      card.context = row.block == 1 ? nil : try context(row.block)
      for (index, value) in try row.inputs(of: scorer).enumerated()
      where row.block == 1 || value != usual?[index] {
        card.values[scorer.criteria[index].id] = value
      }
      guard !card.values.isEmpty else { continue }
      let id = try Identifier<Scorecard>("\(row.issue)-\(row.block)")
      board[id] = Record(id: id, header: header, content: card)
    }
    return board
  }

  private static func context(_ block: Int) throws -> Identifier<ScoringContext> {
    try Identifier("block-\(block)")
  }
}
