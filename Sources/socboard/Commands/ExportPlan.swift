import ArgumentParser
import Domain
import Exchange
import Store

/// Writes the 4P plan of one area or of all.
struct ExportPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write the 4P plan as CSV, as Markdown, or as a calendar of its dates.",
    discussion: """
      The format is the one named, else the one that the file's name ends in (.csv, .md, .ics), \
      else CSV. A plan for the public holds no trace of what is not marked public, or exempt.
      """)

  @Option(help: "Only the plan of this area: its number, title or name.")
  var area: String?

  @Option(help: "csv, markdown or ics.")
  var format: PlanFormat?

  @OptionGroup var export: ExportOption
  @OptionGroup var asAt: AsAtOption
  @OptionGroup var board: BoardOption

  func run() throws {
    let surroundings = Surroundings.current()
    let now = surroundings.now()
    // What the audience is not shown has no name here either.
    let audience = export.readers
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let plan = Plan(
      of: loaded.board, area: try area.map { try loaded.identifier(called: $0) },
      for: audience.audience, asAt: asAt.date ?? surroundings.today(now))
    guard let plan else { throw refusal("There is no such area.", ExitStatus.badData) }
    let bytes: [UInt8]
    do {
      bytes = try plan.file(
        as: format ?? export.output.flatMap { PlanFormat(file: $0) } ?? .csv, stamp: now)
    } catch {
      throw refusal("\(error)", ExitStatus.problems)
    }
    try export.write(bytes)
    try loaded.endIfIncomplete()
  }
}

extension PlanFormat: ExpressibleByArgument {}
