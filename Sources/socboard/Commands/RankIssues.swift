import ArgumentParser
import Domain
import JSON
import Store

/// Ranks the issues, by risk and by grading.
struct RankIssues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank the issues by risk and by grading, and say why the orders differ.")

  /// Which figure the rows are ordered by.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case grading, risk
  }

  @Option(help: "Order the rows by this figure.")
  var by = Order.grading

  @Option(help: "Only the first so many rows.")
  var top: Int?

  @Option(help: "A place or period whose values override the baseline.")
  var context: String?

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top takes a number from 1.") }
  }

  func run() throws {
    let board = try board.load(.current()).board
    let assessment = try assessment(of: board)
    let order = by == .risk ? Array(assessment.issuesByRisk) : Array(assessment.issuesByGrading)
    let rows = order.prefix(top ?? order.count).compactMap { slot in
      RankedIssue(slot, assessment, board)
    }
    if output.json {
      Output.print(.array(rows.map(\.value)))
    } else {
      printTable(rows, assessment, board)
    }
  }

  private func assessment(of board: Board) throws -> Assessment {
    guard let model = board.settings.model.flatMap({ board[$0] }) else {
      throw refusal(
        "The board has no scoring model: name one in board.json, field model.",
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

  private func printTable(_ rows: [RankedIssue], _ assessment: Assessment, _ board: Board) {
    guard !rows.isEmpty else {
      Output.print("Nothing is scored yet.")
      return
    }
    let heading = [["by grade", "by risk", "Issue", "Risk", "Grade", "Share", "Bounds"]]
    Output.print((heading + rows.map(\.cells)).aligned(numeric: [0, 1, 3, 4, 5]))
    let byGrading = rows.map(\.slot)
    for (upper, lower) in zip(byGrading, byGrading.dropFirst()) where by == .grading {
      guard let swap = assessment.swap(upper, lower, in: board) else { continue }
      Output.print(
        "\(board.issues[slot: swap.raised].title) above "
          + "\(board.issues[slot: swap.lowered].title): \(swap.cause)")
    }
  }
}

/// One row of the ranking.
private struct RankedIssue {
  let slot: Table<Issue>.Slot
  private let issue: Record<Issue>
  private let score: Score
  private let standing: Standing

  /// The share of the greatest risk, in thousandths.
  private let share: Int?

  init?(_ slot: Table<Issue>.Slot, _ assessment: Assessment, _ board: Board) {
    guard let score = assessment.score(of: slot) else { return nil }
    self.slot = slot
    self.score = score
    issue = board.issues[slot: slot]
    standing = assessment.standing(of: score)
    share = score.risk.value.thousandths(of: assessment.scorer.greatestRisk)
  }

  var cells: [String] {
    let grading = score.grading
    return [
      "\(standing.byGrading)", "\(standing.byRisk)", issue.title, "\(score.risk.value)",
      (grading.isAssumed ? "~" : "") + "\(grading.value)",
      share.map { "\($0 / 10).\($0 % 10)%" } ?? "",
      grading.isAssumed
        ? "\(grading.low) to \(grading.high), place \(standing.best) to \(standing.worst)" : "",
    ]
  }

  var value: Value {
    var object = Object()
    object["id"] = .string(issue.id.text)
    object["title"] = .string(issue.title)
    object["rank_by_grading"] = .number(Number(standing.byGrading))
    object["rank_by_risk"] = .number(Number(standing.byRisk))
    object["risk"] = number(score.risk.value)
    object["grading"] = number(score.grading.value)
    object["grading_low"] = number(score.grading.low)
    object["grading_high"] = number(score.grading.high)
    object["assumed"] = .bool(score.grading.isAssumed)
    return .object(object)
  }

  private func number(_ exact: Exact) -> Value? {
    Number(literal: exact.description).map { .number($0) }
  }
}
