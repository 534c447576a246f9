import ArgumentParser
import Domain
import Screen
import Store
import Terminal

/// Opens a board on the screen.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a board on the screen (this happens without a subcommand, too).")

  /// When colours are used.
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto, never
  }

  @Argument(help: "The folder of the board.")
  var boardFolder: String?

  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption

  @OptionGroup var today: TodayOption

  @Option(help: ArgumentHelp("Show the board as at the end of a day.", valueName: "date"))
  var asAt: CalendarDate?

  @Option(help: "When to use colours.")
  var color = Colour.auto

  @Flag(help: "Send only ASCII.")
  var ascii = false

  @Flag(help: "Send Unicode whatever the locale says.")
  var utf8 = false

  func validate() throws {
    let commands = SocboardCommand.configuration.subcommands.map { $0._commandName }
    if let boardFolder, commands.contains(boardFolder), !isBoard(boardFolder) {
      throw ValidationError("Options stand behind the command: socboard \(boardFolder) --board …")
    }
    if ascii, utf8 { throw ValidationError("Choose one of --ascii and --utf8.") }
  }

  func run() throws {
    // First of all: threads that are started later must inherit the blocked signals.
    let signals = SignalSource()
    let surroundings = Surroundings.current()
    let folder = try board.folder(boardFolder, surroundings)
    try answering { try folder.refuseUnsafePlace() }
    var options = TerminalScreen.Options(environment: surroundings.environment)
    if color == .never { options.colours = .never }
    if ascii { options.repertoire = .ascii }
    if utf8 { options.repertoire = .unicode }
    let unsaved: (sentence: String, isConflict: Bool)?
    do {
      let watch = BoardWatch(folder)
      // The board is not kept here: a second copy would be made as soon as one of them changes.
      var session = try Session(
        folder: folder, watch: watch, loaded: try folder.read(for: audience, asAt: asAt),
        today: today.date, asAt: asAt, audience: audience.audience,
        signals: signals, options: options, surroundings: surroundings)
      RecentBoards(surroundings).remember(folder.path)
      unsaved = session.run()
    } catch let error as TerminalError {
      throw refusal("\(error)", ExitStatus.usage)
    }
    // Only here is the terminal the person's own again.
    if let unsaved {
      throw refusal(
        unsaved.sentence, unsaved.isConflict ? ExitStatus.conflicts : ExitStatus.cannotWrite)
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date from the command line.
  package init?(argument: String) { self.init(argument) }
}
