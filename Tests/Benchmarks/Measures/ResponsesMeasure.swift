import Domain
import TestSupport

/// From a key in Responses and Partners to the picture of the screen, in this process: with many
/// respondents, and with many earlier rounds, held against few of both.
struct ResponsesMeasure {
  func lines() throws -> [Line] {
    let boards = ResponseBoards(shipped: try Board.shipped())
    // As many as fill the screen: what is drawn is the same on all boards.
    let few = try boards.board(respondents: 36, earlierRounds: 4)
    let rounds = try boards.board(respondents: 36, earlierRounds: 400)
    let respondents = try boards.board(respondents: 1200, earlierRounds: 4)
    return lines(
      ResponsesMeasure.responses, few, rounds, called: "400 earlier rounds", against: "4")
      + lines(
        ResponsesMeasure.responses + ResponsesMeasure.partners, few, respondents,
        called: "1200 respondents", against: "36")
  }

  private func lines(
    _ deeds: [PaneDeed], _ small: Board, _ large: Board, called size: String, against: String
  ) -> [Line] {
    PaneDeed.lines(deeds, on: large, called: size, against: small, called: against)
  }

  /// What people do in Responses, in the order in which it is measured.
  private static let responses: [PaneDeed] = [
    PaneDeed("j l in the matrix", after: "3", keys: "jlkh"),
    PaneDeed("a state of an answer", keys: "N"),
    PaneDeed("n, whom to chase", keys: "n"),
    PaneDeed("the first answer of somebody", before: "n", keys: "N"),
    PaneDeed("C, who was chased", before: "n", keys: "C"),
    PaneDeed("B, what came back", keys: "B"),
    PaneDeed("Enter and Esc on an answer", after: "gg", keys: "\r\u{1B}"),
    PaneDeed("writing on an answer", keys: "\r\ttext\r"),
    PaneDeed("I, an answer to the inbox", before: "N", keys: "I"),
    PaneDeed("x, an answer taken away", before: "Ah", keys: "x"),
    PaneDeed("> <, one question and all", keys: "><"),
    PaneDeed("] [, another area", keys: "]["),
    PaneDeed("+ -, units shown and hidden", after: "G-", keys: "+-"),
    PaneDeed("j in the list of rounds", after: "+<", keys: "jk"),
    PaneDeed("another round and back", keys: "j\r<k\r<", isGrowing: true),
    PaneDeed("ordering the rows", after: "gg\r", keys: "o", isGrowing: true),
    PaneDeed("a letter of a filter", keys: "/9\u{1B}", isGrowing: true),
  ]

  /// What people do in Partners, in the order in which it is measured.
  private static let partners: [PaneDeed] = [
    PaneDeed("j in the list of partners", after: "7", keys: "jk"),
    PaneDeed("n in the list of partners", keys: "n"),
    PaneDeed("the whole of a partner, j there, and back", keys: "\rj\u{1B}"),
    PaneDeed("I, an impact and why", keys: "I\ttext\r"),
    PaneDeed("H and Esc, a role handed over", keys: "H\u{1B}"),
    PaneDeed("+ -, units of an agency", after: "G-", keys: "+-"),
    PaneDeed("> <, areas without an agency, and back", keys: "><", isGrowing: true),
    PaneDeed("j in the list of requests", after: ">>", keys: "jk"),
    PaneDeed("n in the list of requests", keys: "n"),
    PaneDeed("a decision on a request", keys: "srreason\r", isGrowing: true),
  ]
}
