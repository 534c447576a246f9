import Domain
import TestSupport

/// From a key in the Plan pane to the picture of the screen, in this process: on a large board held
/// against a small one.
struct PlanMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let boards = PlanBoards(shipped: try Board.shipped())
    let (small, large) = (1_000, workshop.sizes.last ?? 1_000)
    return try lines(
      boards.board(actions: small, areas: small / 12),
      boards.board(actions: large, areas: large / 12))
      + lines(boards.board(actions: small, areas: 8), boards.board(actions: large, areas: 8))
  }

  /// What people do in the plan, in the order in which it is measured.
  private static let deeds: [PaneDeed] = [
    PaneDeed("j l in the grid", after: "2", keys: "jljh"),
    PaneDeed("n in the grid", keys: "n"),
    PaneDeed("] in the plan of an area", after: "\r", keys: "]"),
    PaneDeed("j l in cards", keys: "jlkh"),
    PaneDeed("n in cards", keys: "n"),
    PaneDeed("a status in cards", after: "hhh", keys: "satext\r"),
    PaneDeed("L H of a card", keys: "LH"),
    PaneDeed("u of a moved card, when it is done", before: "L", keys: "u", isUndone: true),
    PaneDeed("the whole action, j there, and back", keys: "\rj\u{1B}"),
    PaneDeed("adding an action", keys: "atext\r", isGrowing: true),
    PaneDeed("removing a card", keys: "d", isGrowing: true),
    PaneDeed("listing all actions", keys: "><", isGrowing: true),
    PaneDeed("j in the list", after: ">Gkkkkkkkkk", keys: "jk"),
    PaneDeed("n in the list", keys: "n"),
    PaneDeed("a status in the list", after: "Gkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", keys: "satext\r"),
    PaneDeed("L H in the list", keys: "LH"),
    PaneDeed("the whole action from the list, J there, and back", keys: "\rJ\u{1B}"),
    PaneDeed("Space in the list", keys: " "),
    PaneDeed("j in the list with marks", keys: "jk"),
    PaneDeed("a status for the marked", keys: "satext\r", isGrowing: true),
    PaneDeed("] with marks in the list", keys: "]["),
    PaneDeed("ordering the list", after: "\u{1B}", keys: "o", isGrowing: true),
    PaneDeed("a letter of a filter", keys: "/9\u{1B}", isGrowing: true),
  ]

  private func lines(_ small: Board, _ large: Board) -> [Line] {
    PaneDeed.lines(
      PlanMeasure.deeds, on: large,
      called: "\(large.actions.count) actions in \(large.areas.count) areas", against: small,
      called: "\(small.actions.count) in \(small.areas.count)")
  }
}
