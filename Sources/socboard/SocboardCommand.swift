import ArgumentParser
import Glibc

/// The program: a screen without a subcommand, lines with one.
@main
struct SocboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "socboard",
    abstract: "A workspace for a Serious and Organised Crime partnership board.",
    discussion: """
      Without a subcommand the board opens on the screen. The board is the folder given, else that \
      of --board, else $SOCBOARD, else the folder you stand in, else the one opened last.

      Exit status: 0 fine, 1 problems found, 2 conflicts left, 64 usage, 65 bad data, \
      73 cannot write, 75 locked.
      """,
    version: "1.0",
    subcommands: [
      Open.self, Init.self, Check.self, Recover.self, BackUp.self, ListRecords.self, ListDues.self,
      Show.self,
      AddRecord.self, SetFields.self, ShowLog.self, Undo.self, RankIssues.self, ScoreRows.self,
      RoundCommand.self, ExportCommand.self, ImportCommand.self,
    ],
    defaultSubcommand: Open.self)

  /// Runs what is asked for; what is said of the command line passes the same door as all text.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitCode {
      Glibc.exit(status.rawValue)
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        try? Output.print(fullMessage(for: error))
      } else {
        Output.tell(fullMessage(for: error))
      }
      Glibc.exit(status.rawValue)
    }
  }
}
