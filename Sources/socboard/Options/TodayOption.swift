import ArgumentParser
import Domain

/// Which day a command takes for today.
struct TodayOption: ParsableArguments {
  @Option(
    name: .customLong("today"),
    help: ArgumentHelp("Take another day for today.", valueName: "date"))
  var date: CalendarDate?

  func validate() throws {
    if let date, date.precision != .day {
      throw ValidationError("--today takes a day, such as 2018-09-27.")
    }
  }

  /// The day given, else the last one that a board is shown as at, else the day it is.
  func day(_ surroundings: Surroundings, asAt: CalendarDate? = nil) -> CalendarDate {
    date ?? asAt.flatMap { CalendarDate(dayNumber: $0.lastDayNumber) }
      ?? surroundings.today(surroundings.now())
  }
}
