import ArgumentParser
import Domain
import Exchange
import JSON
import Store

/// Ranks the issues, by risk and by grading.
struct RankIssues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank the issues by risk and by grading, and say why the orders differ.")

  @Option(help: "Order the rows by this figure.")
  var by = Register.Order.grading

  @Option(help: "Only the first so many rows.")
  var top: Int?

  @Option(help: "A place or period whose values override the baseline.")
  var context: String?

  @Flag(help: "Draw the issues between likelihood and harm, each as its place.")
  var picture = false

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top takes a number from 1.") }
    if picture, output.json { throw ValidationError("Choose one of --picture and --json.") }
  }

  func run() throws {
    let loaded = try board.load(.current(), for: audience, asAt: asAt.date)
    let assessment = try loaded.board.assessed(context, for: audience.audience)
    let register = Register(assessment, of: loaded.board, by: by, for: audience.audience)
    let rows = register.entries.prefix(top ?? .max).map {
      RankRow($0, assessment, on: loaded.board)
    }
    if picture {
      try Output.print(drawing(assessment, of: loaded.board))
    } else if output.json {
      try Output.print(.array(rows.map(\.value)))
    } else {
      try Output.print(RankText(rows: rows, isPublic: audience.isPublic).text)
    }
    // From the public a score may be withheld.
    if register.unscored > 0, !audience.isPublic {
      Output.tell(
        register.unscored == 1
          ? "1 issue has no score." : "\(register.unscored) issues have no score.")
    }
    try loaded.endIfIncomplete()
  }

  /// The picture, what lies on one spot of it, and what each place is called.
  private func drawing(_ assessment: Assessment, of board: Board) -> String {
    guard let picture = RiskPicture(assessment, of: board, by: by, top: top) else {
      return assessment.issuesByGrading.isEmpty
        ? RankText(rows: [], isPublic: audience.isPublic).text
        : "The model's risk is not made of two totals."
    }
    let titles = picture.spots.flatMap(\.points).sorted {
      ($0.place, $0.issue) < ($1.place, $1.issue)
    }
    .map { ["\($0.place)", board[$0.issue]?.title ?? $0.issue.text] }
    let overlaps = picture.overlaps.isEmpty ? [] : ["", "On one spot:"] + picture.overlaps
    return (picture.lines + overlaps + ["", titles.aligned(numeric: [0])]).joined(separator: "\n")
  }
}

extension Register.Order: ExpressibleByArgument {}

/// One ranked issue with what is told of it.
private struct RankRow {
  let entry: Register.Entry
  let title: String

  /// The issue that it stands above though its risk is lower, and the cause; `nil` where both orders
  /// agree.
  let swap: (title: String, cause: String)?

  /// On which side of the board's cut it stands; `nil` without one.
  let side: CutLine.Side?

  /// How far the agencies' values are apart.
  let spread: Spread?
  private let isOfFormerVersion: Bool
  private let board: Board
  private let scorer: Scorer

  init(_ entry: Register.Entry, _ assessment: Assessment, on board: Board) {
    func title(_ issue: Identifier<Issue>) -> String { board[issue]?.title ?? issue.text }
    self.entry = entry
    self.board = board
    scorer = assessment.scorer
    self.title = title(entry.issue)
    swap = entry.swap.map { (title($0.lowered), $0.cause) }
    let slot = board.issues.slot(of: entry.issue)
    let line = board.settings.cuts[scorer.id]?.line
    side = slot.flatMap { slot in line.flatMap { assessment.side(of: slot, at: $0) } }
    spread = slot.map { assessment.spread(of: $0, in: board) }
    isOfFormerVersion = slot.map { assessment.isOfFormerVersion($0, in: board) } ?? false
  }

  /// `w` for a score that nobody has agreed, `v` for one agreed under an earlier version of the model.
  var mark: String { entry.isWorking == true ? "w" : isOfFormerVersion ? "v" : "" }

  /// The criteria that the agencies do not agree on, by name.
  private var disputed: [Identifier<Criterion>] {
    zip(scorer.criteria, spread?.rows ?? []).filter { $1.isDisputed }.map(\.0.id)
  }

  /// The entry as an object, with the cut where there is one and the spread where agencies scored.
  var value: Value {
    var object = entry.object(in: board)
    object["cut"] = side.map { .string($0.words) }
    if let spread, !spread.cards.isEmpty {
      object["spread_steps"] = .number(Number(spread.steps))
      object["disputed"] = .array(disputed.map { .string($0.text) })
    }
    return .object(object)
  }
}

/// The ranked issues as a table for people.
private struct RankText {
  let rows: [RankRow]
  let isPublic: Bool

  var text: String {
    guard !rows.isEmpty else {
      return isPublic ? "There is nothing to show." : "Nothing is scored yet."
    }
    let heading =
      ["by grade", "by risk", "", "Issue", "Risk", "Grade", "Share", "Bounds"]
      + (hasCut ? ["Cut"] : []) + (hasSpread ? ["Spread"] : [])
    let table = ([heading] + rows.map(cells)).aligned(numeric: [0, 1, 4, 5, 6])
    let swaps = rows.compactMap { row in
      row.swap.map { "\(row.title) above \($0.title): \($0.cause)" }
    }
    let working = rows.contains { $0.mark == "w" } ? ["w: nobody has agreed the score yet"] : []
    let former =
      rows.contains { $0.mark == "v" } ? ["v: agreed under an earlier version of the model"] : []
    let assumed =
      rows.contains { $0.entry.score.grading.isAssumed }
      ? ["~: the grade rests on an assumed multiplier"] : []
    return ([table] + swaps + working + former + assumed).joined(separator: "\n")
  }

  private var hasCut: Bool { rows.contains { $0.side != nil } }
  private var hasSpread: Bool { rows.contains { $0.spread?.cards.isEmpty == false } }

  private func cells(_ row: RankRow) -> [String] {
    let grading = row.entry.score.grading
    let standing = row.entry.standing
    let places = standing.isUncertain ? ", place \(standing.best) to \(standing.worst)" : ""
    return [
      "\(standing.byGrading)", "\(standing.byRisk)", row.mark, row.title,
      "\(row.entry.score.risk.value)", (grading.isAssumed ? "~" : "") + "\(grading.value)",
      row.entry.percent.map { "\($0)%" } ?? "",
      grading.isAssumed ? "\(grading.low) to \(grading.high)\(places)" : "",
    ] + (hasCut ? [row.side?.words ?? ""] : []) + (hasSpread ? [spread(row.spread)] : [])
  }

  private func spread(_ spread: Spread?) -> String {
    guard let spread, !spread.cards.isEmpty else { return "" }
    let agencies = spread.cards.count
    let steps = spread.steps == 1 ? "1 step" : "\(spread.steps) steps"
    return agencies == 1
      ? "1 agency" : "\(agencies) agencies, \(spread.steps == 0 ? "at one" : "\(steps) apart")"
  }
}
