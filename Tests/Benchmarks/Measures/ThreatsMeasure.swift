import Domain
import TestSupport

/// From a key in Threats to the picture of the screen, in this process: with an inbox that holds the
/// whole board, held against one that fills the screen a few times.
struct ThreatsMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let size = workshop.sizes.last ?? workshop.sizes[0]
    return PaneDeed.lines(
      ThreatsMeasure.deeds, on: inbox(workshop.board(size)), called: "\(size) threats",
      against: inbox(workshop.board(workshop.sizes[0])), called: "\(workshop.sizes[0])")
  }

  /// A board on which nobody has said yet what becomes of any issue.
  private func inbox(_ board: Board) -> Board {
    var board = board
    for slot in 0..<Table<Issue>.Slot(board.issues.count) {
      board.issues[slot: slot].stage = .emerging
    }
    return board
  }

  /// What people do in Threats, in the order in which it is measured.
  private static let deeds: [PaneDeed] = [
    PaneDeed("j k in the inbox", after: "5", keys: "jjkk"),
    PaneDeed("n in the inbox", keys: "n"),
    PaneDeed("j to a row that was not in sight", after: "gg" + rows, keys: "j"),
    PaneDeed("F, and on", after: "gg", keys: "F"),
    PaneDeed("A into an area, and on", keys: "A1\r"),
    PaneDeed("d with a reason, and on", keys: "dseen\r"),
    PaneDeed("M and Esc, lookalikes first", keys: "M\u{1B}"),
    PaneDeed("M into a lookalike, and on", before: "M", keys: "\r"),
    PaneDeed("a, a threat captured, and back", keys: "ascooters stolen !o\rgg"),
    PaneDeed("i, another title", keys: "i two\r"),
    PaneDeed("j in the funnel", after: ">>>", keys: "jk"),
    PaneDeed("the funnel and back", after: "<<<", keys: ">>><<<", isGrowing: true),
    PaneDeed("a letter of a filter", keys: "/9\u{1B}", isGrowing: true),
  ]

  /// As many rows as a screen of the benchmark has.
  private static let rows = String(repeating: "j", count: 33)
}
