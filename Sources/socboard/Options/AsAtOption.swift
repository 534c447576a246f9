import ArgumentParser
import Domain

/// As at which day a command tells how the board stood.
struct AsAtOption: ParsableArguments {
  @Option(
    name: .customLong("as-at"),
    help: ArgumentHelp("Tell how the board stood at the end of this day.", valueName: "date"))
  var date: CalendarDate?
}
