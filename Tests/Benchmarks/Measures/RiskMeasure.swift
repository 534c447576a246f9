import Domain

/// From a key in the Risk pane to the picture of the screen, in this process: on a large board held
/// against a small one, both with places of their own and a cut half-way down.
struct RiskMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let (small, large) = (1_000, workshop.sizes.last ?? 1_000)
    return PaneDeed.lines(
      RiskMeasure.deeds, on: try board(large), called: "\(large) issues",
      against: try board(small), called: "\(small)")
  }

  /// What a group does that agrees a register, in the order in which it is measured.
  private static let deeds: [PaneDeed] = [
    PaneDeed("} { of the cut", after: "4", keys: "}{"),
    PaneDeed("j k beside the cut", after: "jjjjjjjjjjjjjjjjjjjj", keys: "jk"),
    PaneDeed("a value in WHAT IF", after: "W", keys: "-+"),
    PaneDeed("the path of a grade, and back", after: "\u{1B}\u{1B}", keys: "T\u{1B}"),
    PaneDeed("j k in a place", after: ">", keys: "jk"),
    PaneDeed("a value in a place", after: "l", keys: "-+"),
    PaneDeed("j k side by side", after: "<<", keys: "jlkh"),
    PaneDeed("> <, which sort", after: ">", keys: "><", isGrowing: true),
  ]

  /// A generated board with two places, in which every third issue has another volume.
  private func board(_ size: Int) throws -> Board {
    var board = workshop.board(size)
    let model = workshop.model
    board.settings.content.cuts[model.id] = Cut(top: size / 2)
    board.settings.content.contexts = [
      "place-1": ScoringContext(title: "Eastern wards", rank: "1"),
      "place-2": ScoringContext(title: "Western wards", rank: "2"),
    ]
    for (index, issue) in board.issues.all.enumerated() where index % 3 == 0 {
      var card = Scorecard(
        issue: issue.id, model: model.id, modelVersion: model.version, context: "place-1")
      card.values["volume"] = 3
      let id = try Identifier<Scorecard>("in-place-1-\(index)")
      board[id] = Record(id: id, header: issue.header, content: card)
    }
    return board
  }
}
