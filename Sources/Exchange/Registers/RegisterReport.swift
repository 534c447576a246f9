package import Domain
import JSON

/// The register of issues as an audience may see it, with the model that it was scored under.
package struct RegisterReport: Sendable {
  /// The board as the audience may see it.
  let board: Board
  let audience: Audience
  let assessment: Assessment
  let register: Register
  let order: Register.Order

  /// The day as at which the board is told.
  let asAt: CalendarDate

  /// Where the register is cut; `nil` where the board has set no cut for the model that the audience
  /// may see.
  let cut: Cut?

  /// The issues that would be ranked but are not scored in full, by title; none for the public, from
  /// whom the score may be withheld.
  let unscored: [Record<Issue>]

  /// Takes the register out of a board.
  ///
  /// - Parameters:
  ///   - board: The whole board.
  ///   - context: The place or period whose cards override the baseline; `nil` for the baseline.
  ///   - order: The figure to order by, the greatest first.
  ///   - audience: Who will see it.
  ///   - asAt: The day as at which the board is told.
  /// - Throws: ``NothingToScoreWith`` where the audience is shown no model that can be used.
  package init(
    of board: Board, in context: Identifier<ScoringContext>? = nil, by order: Register.Order,
    for audience: Audience, asAt: CalendarDate
  ) throws(NothingToScoreWith) {
    self.audience = audience
    self.board = board.shown(to: audience)
    assessment = try self.board.assessed(in: context)
    register = Register(assessment, of: self.board, by: order, for: audience)
    self.order = order
    self.asAt = asAt
    cut = self.board.settings.cuts[assessment.scorer.id]
    let scored = Set(register.entries.map(\.issue))
    let others = self.board.issues.standing.filter { $0.isRanked && !scored.contains($0.id) }
    unscored =
      audience == .public
      ? [] : others.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }
  }

  /// The whole file of the register in a format.
  package func file(as format: RegisterFormat) -> [UInt8] {
    switch format {
    case .csv: RegisterSheet(self).text
    case .json: json.canonicalBytes
    case .markdown: Array(RegisterPage(self).text.utf8)
    }
  }

  /// The title of the place or period; `nil` for the baseline.
  var contextTitle: String? { assessment.context.map { board.title(of: $0) } }

  /// The title of the highest marking of what the register is made of; `nil` where the board has
  /// none.
  var marking: String? {
    let issues = register.entries.compactMap { board[$0.issue] } + unscored
    let cards = issues.compactMap { board.issues.slot(of: $0.id) }.flatMap { slot in
      assessment.allCards(of: slot).map { board.scorecards[slot: $0].header.marking }
    }
    return board.highestMarking(
      among: issues.map(\.header.marking) + cards + [board.settings.header.marking])
  }

  /// On which side of the cut an issue stands, in words; `nil` without a cut or a score.
  func side(of issue: Identifier<Issue>) -> String? {
    guard let line = cut?.line, let slot = board.issues.slot(of: issue) else { return nil }
    return assessment.side(of: slot, at: line)?.words
  }

  /// What the theme of an issue is called; empty where it has none.
  func theme(of issue: Record<Issue>) -> String {
    issue.theme.map { board.settings.themes[$0]?.title ?? $0.text } ?? ""
  }
}

extension CutLine.Side {
  /// The side as a sheet tells it.
  package var words: String {
    switch self {
    case .above: "above"
    case .justMissed: "just missed"
    case .below: "below"
    }
  }
}
