import ArgumentParser

/// Writes parts of the board in other people's formats.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a part of the board in another format.",
    subcommands: [ExportPlan.self, ExportRound.self, ExportRegister.self])
}

/// Takes other people's sheets and mails into the board.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a sheet, or replies, into the board.",
    subcommands: [ImportPlan.self, ImportReplies.self, ImportIssues.self])
}
