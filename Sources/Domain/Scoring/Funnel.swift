/// How the issues of a board become the few that the assessment is about: how many there are, how
/// many are scored and how many stand above the cut, in each theme and under each golden theme.
///
/// Source: `docs/scoring.md`, "The funnel".
package struct Funnel: Equatable, Sendable {
  /// A group of issues, counted.
  package struct Counts: Equatable, Sendable {
    package internal(set) var issues: Int
    package internal(set) var scored: Int
    package internal(set) var above: Int

    package init(issues: Int = 0, scored: Int = 0, above: Int = 0) {
      self.issues = issues
      self.scored = scored
      self.above = above
    }
  }

  /// All issues that take part in the ranking.
  package private(set) var all = Counts()

  /// By theme; the issues without one stand under `nil`.
  package private(set) var themes: [Identifier<Theme>?: Counts] = [:]

  /// By golden theme: an issue counts under each that it has.
  package private(set) var goldenThemes: [Identifier<Theme>: Counts] = [:]

  /// The issues that stand alone, beside all golden themes.
  package private(set) var standingAlone = Counts()

  /// How many issues are in each stage, those too that are not ranked.
  package private(set) var stages: [Issue.Stage: Int] = [:]

  /// Counts the issues of a board.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - assessment: Its scores; `nil` where no model can be used: then none is scored.
  ///   - line: The cut; `nil` where the board has set none: then none stands above it.
  package init(of board: Board, _ assessment: Assessment?, cut line: CutLine?) {
    for slot in 0..<Table<Issue>.Slot(board.issues.count) {
      let issue = board.issues[slot: slot]
      guard !issue.isDeleted else { continue }
      stages[issue.stage, default: 0] += 1
      guard issue.isRanked else { continue }
      let isScored = assessment?.score(of: slot) != nil
      count(issue) { counts in
        counts.issues += 1
        counts.scored += isScored ? 1 : 0
      }
    }
    guard let assessment, let line else { return }
    for slot in assessment.issuesByGrading.prefix(assessment.count(above: line)) {
      count(board.issues[slot: slot]) { $0.above += 1 }
    }
  }

  private mutating func count(_ issue: Record<Issue>, _ change: (inout Counts) -> Void) {
    change(&all)
    change(&themes[issue.theme, default: Counts()])
    for theme in Set(issue.goldenThemes) { change(&goldenThemes[theme, default: Counts()]) }
    if issue.standsAlone == true { change(&standingAlone) }
  }
}
