import Domain
import TestSupport
import Testing

/// Dates as people type them.
struct TypedDateTests {
  /// A Wednesday.
  let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2018-02-14")) }

  @Test(arguments: [
    ("2018-02-14", "2018-02-14"), ("2018-2-4", "2018-02-04"), ("2018-02", "2018-02"),
    ("2018", "2018"), ("2018/2/14", "2018-02-14"), ("14/2/2018", "2018-02-14"),
    ("14/02/2018", "2018-02-14"), ("14.2.2018", "2018-02-14"), ("14-2-2018", "2018-02-14"),
    ("3/4/2018", "2018-04-03"), ("14/2/19", "2019-02-14"), ("2/2019", "2019-02"),
    ("14 feb 2019", "2019-02-14"), ("14 February 2018", "2018-02-14"),
    ("feb 14 2018", "2018-02-14"), ("Feb 14, 2018", "2018-02-14"), ("14feb2018", "2018-02-14"),
    ("14th feb 2018", "2018-02-14"), ("1st Aug 2018", "2018-08-01"), ("14 feb 19", "2019-02-14"),
    ("14-feb-2018", "2018-02-14"), ("2018 feb 14", "2018-02-14"), ("apr 2018", "2018-04"),
    ("April 2018", "2018-04"), ("sept 2018", "2018-09"), ("2018 apr", "2018-04"),
    ("29 feb 2020", "2020-02-29"), ("  14   FEB  2018 ", "2018-02-14"),
  ])
  func `a whole date is kept as exactly as it was typed`(text: String, date: String) throws {
    #expect(try CalendarDate(typed: text, today: today).description == date)
  }

  @Test(arguments: [
    ("14 feb", "2018-02-14"), ("13 feb", "2019-02-13"), ("15 feb", "2018-02-15"),
    ("feb 15", "2018-02-15"), ("14/02", "2018-02-14"), ("13/2", "2019-02-13"),
    ("14.2.", "2018-02-14"), ("14th mar", "2018-03-14"), ("29 feb", "2020-02-29"),
    ("feb", "2018-02"), ("mar", "2018-03"), ("jan", "2019-01"), ("Apr", "2018-04"),
  ])
  func `without a year it is the first that has not passed`(text: String, date: String) throws {
    #expect(try CalendarDate(typed: text, today: today).description == date)
  }

  @Test(arguments: [
    ("today", "2018-02-14"), ("Tomorrow", "2018-02-15"), ("yesterday", "2018-02-13"),
    ("thu", "2018-02-15"), ("fri", "2018-02-16"), ("Friday", "2018-02-16"),
    ("mon", "2018-02-19"), ("tue", "2018-02-20"), ("wed", "2018-02-21"), ("+0d", "2018-02-14"),
    ("+3d", "2018-02-17"), ("+2w", "2018-02-28"), ("-1w", "2018-02-07"), ("+6m", "2018-08-14"),
    ("+1y", "2019-02-14"), ("-2m", "2017-12-14"), ("+2 weeks", "2018-02-28"),
    ("eom", "2018-02-28"), ("eoq", "2018-03-31"), ("EOY", "2018-12-31"),
  ])
  func `a day is reckoned from today`(text: String, date: String) throws {
    #expect(try CalendarDate(typed: text, today: today).description == date)
  }

  @Test(arguments: [
    ("2018-01-31", "+1m", "2018-02-28"), ("2020-02-29", "+1y", "2021-02-28"),
    ("2018-12-31", "tomorrow", "2019-01-01"), ("2018-12-31", "1 jan", "2019-01-01"),
    ("2018-11-30", "eoq", "2018-12-31"), ("2018-03-31", "eoq", "2018-03-31"),
    ("2018-04-01", "eoq", "2018-06-30"), ("2020-02-01", "eom", "2020-02-29"),
    ("2096-03-01", "29 feb", "2104-02-29"), ("1969-12-31", "thu", "1970-01-01"),
  ])
  func `the end of a month or year is none of the calendar`(
    today: String, text: String, date: String
  ) throws {
    let today = try #require(CalendarDate(today))
    #expect(try CalendarDate(typed: text, today: today).description == date)
  }

  @Test(arguments: [
    ("3 jul", "2018-07-03"), ("27 sep", "2018-09-27"), ("28 sep", "2017-09-28"),
    ("28/9", "2017-09-28"), ("sep", "2018-09"), ("oct", "2017-10"), ("29 feb", "2016-02-29"),
    ("thu", "2018-09-20"), ("wed", "2018-09-26"), ("fri", "2018-09-21"), ("today", "2018-09-27"),
    ("3 jul 2019", "2019-07-03"), ("+1d", "2018-09-28"),
  ])
  func `of what has happened a date without a year is the last one`(
    text: String, date: String
  ) throws {
    let today = try #require(CalendarDate("2018-09-27"))
    #expect(try CalendarDate(typed: text, today: today, isPast: true).description == date)
  }

  @Test(arguments: [
    ("31 feb 2018", "31 Feb 2018 does not exist: February 2018 has 28 days."),
    ("31/2/2018", "31 Feb 2018 does not exist: February 2018 has 28 days."),
    ("2018-02-30", "30 Feb 2018 does not exist: February 2018 has 28 days."),
    ("29 feb 2019", "29 Feb 2019 does not exist: February 2019 has 28 days."),
    ("31 feb", "31 Feb does not exist: February has 28 or 29 days."),
    ("31 apr", "31 Apr does not exist: April has 30 days."),
    ("0 apr 2018", "0 Apr 2018 does not exist: April 2018 has 30 days."),
    ("2/14/2018", "Month 14 does not exist: a year has 12 months, and the day is typed before it."),
    ("2018-00", "Month 0 does not exist: a year has 12 months, and the day is typed before it."),
    ("0000", "The year 0 does not exist: years go from 1 to 9999."),
    ("+9999y", "+9999y does not exist: years go from 1 to 9999."),
    ("-999999w", "-999999w does not exist: years go from 1 to 9999."),
  ])
  func `a date that the calendar does not have is told from it`(
    text: String, sentence: String
  ) throws {
    let error = #expect(throws: UnreadableDate.self) {
      try CalendarDate(typed: text, today: today)
    }
    #expect(error?.description == sentence)
  }

  @Test(arguments: [
    "", " ", "soon", "14", "1 2 3 4", "feb mar", "fe", "m", "14 foo", "14/", "/14", "+2", "+w",
    "2w", "+-2w", "14 feb 2018 9", "123", "12345", "20180214", "14/2/218", "14 feb 2", "2 2018 3",
    "fri 14 feb", "14:30", "２ feb", "feb−14", "+1234567d", "14\nfeb",
    String(repeating: "9", count: 100_000),
  ])
  func `what is not understood is told with what to type`(text: String) throws {
    let error = #expect(throws: UnreadableDate.self) {
      try CalendarDate(typed: text, today: today)
    }
    let sentence = try #require(error).description
    #expect(sentence.hasSuffix("is not a date: type 14 feb, apr 2018, 14/2/2018, fri, +2w or eom."))
    #expect(sentence.count < 120)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `any date is read again from its words and from its file`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let day = Int.random(in: -200_000...200_000, using: &random)
      let whole = try #require(CalendarDate(dayNumber: day))
      let date = try #require(
        random.oneIn(3) ? CalendarDate(year: whole.year, month: whole.month) : whole)
      #expect(try CalendarDate(typed: date.words, today: today) == date)
      #expect(try CalendarDate(typed: date.words.uppercased(), today: today) == date)
      #expect(try CalendarDate(typed: date.description, today: today) == date)
    }
  }
}
