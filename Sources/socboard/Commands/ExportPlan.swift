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

  @Option(help: "Who will see it: board, or public, which is the same as --public.")
  var audience: Audience?

  @Option(help: ArgumentHelp("The file to write; else standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file if it is there already.")
  var replace = false

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var publicOption: AudienceOption
  @OptionGroup var board: BoardOption

  func validate() throws {
    if publicOption.isPublic, audience == .board {
      throw ValidationError("Choose one of --public and --audience board.")
    }
    if replace, output == nil { throw ValidationError("--replace needs --output.") }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    let now = surroundings.now()
    // What the audience is not shown has no name here either.
    let audience = AudienceOption(publicOption, audience)
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let plan = Plan(
      of: loaded.board, area: try area.map { try loaded.identifier(called: $0) },
      for: audience.audience, asAt: asAt.date ?? surroundings.today(now))
    guard let plan else { throw refusal("There is no such area.", ExitStatus.badData) }
    let bytes: [UInt8]
    do {
      bytes = try plan.file(
        as: format ?? output.flatMap { PlanFormat(file: $0) } ?? .csv, stamp: now)
    } catch {
      throw refusal("\(error)", ExitStatus.problems)
    }
    if let output {
      try ByteFile(path: output).placeOrEnd(bytes, replacing: replace)
    } else {
      try Output.print(bytes: bytes)
    }
    try loaded.endIfIncomplete()
  }
}

extension PlanFormat: ExpressibleByArgument {}

extension Audience: ExpressibleByArgument {}
