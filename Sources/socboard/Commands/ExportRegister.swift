import ArgumentParser
import Domain
import Exchange
import Store

/// Writes the ranked register of issues.
struct ExportRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Write the ranked register of issues as CSV, as JSON, or as Markdown.",
    discussion: """
      The format is the one named, else the one that the file's name ends in (.csv, .json, .md), \
      else CSV. Each says under which model and version the issues were scored, and as at which \
      day. The CSV can be opened in a spreadsheet as it stands, filled in, and imported again. A \
      register for the public holds no trace of what is not marked public, or exempt.
      """)

  @Option(help: "csv, json or markdown.")
  var format: RegisterFormat?

  @Option(help: "Order the issues by this figure.")
  var by = Register.Order.grading

  @Option(help: "A place or period whose values override the baseline.")
  var context: String?

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
    let audience = AudienceOption(publicOption, audience)
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let context = try context.map { try loaded.board.scoringContext($0) }
    let report: RegisterReport
    do {
      report = try RegisterReport(
        of: loaded.board, in: context, by: by, for: audience.audience,
        asAt: asAt.date ?? surroundings.today(surroundings.now()))
    } catch {
      throw refusal(
        audience.isPublic ? "No scoring model of this board is public." : "\(error)",
        ExitStatus.badData)
    }
    let bytes = report.file(as: format ?? output.flatMap { RegisterFormat(file: $0) } ?? .csv)
    if let output {
      try ByteFile(path: output).placeOrEnd(bytes, replacing: replace)
    } else {
      try Output.print(bytes: bytes)
    }
    try loaded.endIfIncomplete()
  }
}

extension RegisterFormat: ExpressibleByArgument {}
