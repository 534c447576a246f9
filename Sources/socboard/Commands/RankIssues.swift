import ArgumentParser
import Domain
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

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top takes a number from 1.") }
  }

  func run() throws {
    let loaded = try board.load(.current(), for: audience, asAt: asAt.date)
    let assessment = try assessment(of: loaded.board)
    let register = Register(assessment, of: loaded.board, by: by)
    let entries = Array(register.entries.prefix(top ?? .max))
    if output.json {
      try Output.print(.array(entries.map { $0.value(in: loaded.board) }))
    } else {
      try Output.print(RankText(board: loaded.board).text(entries))
    }
    if register.unscored > 0 {
      Output.tell(
        register.unscored == 1
          ? "1 issue has no score." : "\(register.unscored) issues have no score.")
    }
    try loaded.endIfIncomplete()
  }

  private func assessment(of board: Board) throws -> Assessment {
    guard let model = board.settings.model.flatMap({ board[$0] }) else {
      throw refusal(
        audience.isPublic
          ? "No scoring model of this board is public."
          : "The board has no scoring model: name one in board.json, field model.",
        ExitStatus.badData)
    }
    do {
      return Assessment(of: board, scorer: try Scorer(model), context: try place(on: board))
    } catch let problems as ModelProblems {
      throw refusal(
        "Nothing can be scored with \(model.recordName.path): \(problems).", ExitStatus.badData)
    }
  }

  private func place(on board: Board) throws -> Identifier<ScoringContext>? {
    guard let context else { return nil }
    if let id = try? Identifier<ScoringContext>(context), board.settings.contexts[id] != nil {
      return id
    }
    let known = board.settings.contexts.keys.sorted().map(\.text).joined(separator: ", ")
    throw refusal(
      "“\(context)” is not a place or period of this board. Use one of: \(known).",
      ExitStatus.usage)
  }
}

extension Register.Order: ExpressibleByArgument {}

/// The ranked issues as a table for people.
private struct RankText {
  let board: Board

  func text(_ entries: [Register.Entry]) -> String {
    guard !entries.isEmpty else { return "Nothing is scored yet." }
    let heading = ["by grade", "by risk", "", "Issue", "Risk", "Grade", "Share", "Bounds"]
    let table = ([heading] + entries.map(cells)).aligned(numeric: [0, 1, 4, 5, 6])
    let swaps = entries.compactMap { entry in
      entry.swap.map { "\(title(entry.issue)) above \(title($0.lowered)): \($0.cause)" }
    }
    let working = entries.contains(where: \.isWorking) ? ["w: nobody has agreed the score yet"] : []
    let assumed =
      entries.contains { $0.score.grading.isAssumed }
      ? ["~: the grade rests on an assumed multiplier"] : []
    return ([table] + swaps + working + assumed).joined(separator: "\n")
  }

  private func cells(_ entry: Register.Entry) -> [String] {
    let grading = entry.score.grading
    let standing = entry.standing
    let places = standing.isUncertain ? ", place \(standing.best) to \(standing.worst)" : ""
    return [
      "\(standing.byGrading)", "\(standing.byRisk)", entry.isWorking ? "w" : "",
      title(entry.issue), "\(entry.score.risk.value)",
      (grading.isAssumed ? "~" : "") + "\(grading.value)",
      entry.percent.map { "\($0)%" } ?? "",
      grading.isAssumed ? "\(grading.low) to \(grading.high)\(places)" : "",
    ]
  }

  private func title(_ issue: Identifier<Issue>) -> String { board[issue]?.title ?? issue.text }
}

extension Register.Entry {
  /// The risk in per cent of the greatest one, to one decimal place.
  fileprivate var percent: Exact? { share.flatMap { Exact("\($0 / 10).\($0 % 10)") } }

  /// The entry as an object: the issue's own fields, and the figures by their names in a sheet.
  fileprivate func value(in board: Board) -> Value {
    var object = board.identified(RecordName(issue))?.objectValue ?? Object()
    object["rank_by_risk"] = .number(Number(standing.byRisk))
    object["rank_by_grading"] = .number(Number(standing.byGrading))
    object["rank_best"] = .number(Number(standing.best))
    object["rank_worst"] = .number(Number(standing.worst))
    object["risk"] = .number(Number(score.risk.value))
    object["risk_percent"] = percent.map { .number(Number($0)) }
    object["op_grading"] = .number(Number(score.grading.value))
    object["op_grading_low"] = .number(Number(score.grading.low))
    object["op_grading_high"] = .number(Number(score.grading.high))
    object["is_assumed"] = .bool(score.grading.isAssumed)
    object["is_working"] = .bool(isWorking)
    object["stands_above"] = swap.map { .string($0.lowered.text) }
    object["swap_cause"] = swap.map { .string($0.cause) }
    return .object(object)
  }
}
