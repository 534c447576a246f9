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

  @OptionGroup var export: ExportOption
  @OptionGroup var asAt: AsAtOption
  @OptionGroup var board: BoardOption

  func run() throws {
    let surroundings = Surroundings.current()
    let audience = export.readers
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
    let bytes = report.file(
      as: format ?? export.output.flatMap { RegisterFormat(file: $0) } ?? .csv)
    try export.write(bytes)
    try loaded.endIfIncomplete()
  }
}

extension RegisterFormat: ExpressibleByArgument {}
