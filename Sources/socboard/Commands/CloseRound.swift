import ArgumentParser
import Domain
import Store

/// Closes a round: its answers stay to be read.
struct CloseRound: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a round: its answers stay to be read.")

  @Argument(help: "The round, by name or title.")
  var round: String?

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("The day on which it was closed, if not today.", valueName: "date"))
  var effective: CalendarDate?

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    var round = try loaded.round(called: round)
    let day = effective ?? surroundings.today(surroundings.now())
    if let reason = round.whyNotClosed(on: day) {
      let remedy = round.isClosed ? " “socboard round reopen” opens it again." : ""
      throw refusal(reason + remedy, ExitStatus.badData)
    }
    round.closed = day
    try folder.save(round, on: loaded, effective: day, surroundings).tell(as: output)
  }
}

/// Opens a closed round again.
struct ReopenRound: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open a closed round again, for an answer that came late.")

  @Argument(help: "The round, by name or title.")
  var round: String?

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("When this came true, if not today.", valueName: "date"))
  var effective: CalendarDate?

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    var round = try loaded.round(called: round)
    guard round.isClosed else { throw refusal("\(round.title) is open.", ExitStatus.badData) }
    round.closed = nil
    try folder.save(round, on: loaded, effective: effective, surroundings).tell(as: output)
  }
}
