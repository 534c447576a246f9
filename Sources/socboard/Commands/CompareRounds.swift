import ArgumentParser
import Domain
import JSON
import Store

/// Tells what two rounds answer otherwise.
struct CompareRounds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell what two rounds answer otherwise: who changed, and whose confidence.")

  @Argument(help: "The earlier round, by name or title.")
  var from: String

  @Argument(help: "The later round; else the one that is being asked.")
  var to: String?

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    // Who answered something that is withheld would be told to have answered one round only.
    try audience.refuse("What a round lacks is never public.")
    let surroundings = Surroundings.current()
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let (earlier, later) = (try loaded.round(called: from), try loaded.round(called: to))
    guard earlier.id != later.id else {
      throw refusal("\(earlier.title) cannot be compared with itself.", ExitStatus.usage)
    }
    let comparison = RoundComparison(from: earlier, to: later, on: loaded.board)
    if output.json {
      try Output.print(.array(comparison.changes.map(\.json)))
    } else {
      try Output.print(
        loaded.board.lines(of: comparison).map(\.text).joined(separator: "\n"))
    }
    try loaded.endIfIncomplete()
  }
}

extension RoundComparison.Change {
  fileprivate var json: Value {
    var object = Object()
    object["respondent"] = .string(respondent.text)
    if let area { object["area"] = .string(area.text) }
    if let question { object["question"] = .string(question.text) }
    object["before"] = .string(before.word)
    object["after"] = .string(after.word)
    if let confidenceBefore { object["confidenceBefore"] = .string(confidenceBefore) }
    if let confidenceAfter { object["confidenceAfter"] = .string(confidenceAfter) }
    if let direction { object["direction"] = .string(direction.rawValue) }
    object["isReworded"] = .bool(isReworded)
    return .object(object)
  }
}

extension AnswerState {
  /// The state as a record says it, and `awaited` where there is none.
  fileprivate var word: String { recorded?.rawValue ?? "awaited" }
}
