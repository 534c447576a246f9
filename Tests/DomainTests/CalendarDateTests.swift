import Domain
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2018-02-14", "2016-02-29", "2016-04", "2017", "0001-01-01", "9999-12-31"])
  func `a date is written as it was read`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2018-2-14", "2018-02-30", "2017-02-29", "1900-02-29", "2018-13", "2018-00", "18-02-14",
    "2018-02-14T", "2018-02-", "0000-01-01", "２018-02-14",
  ])
  func `what the calendar does not have is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are counted over four centuries and back`() throws {
    for number in stride(from: -100_000, through: 100_000, by: 37) {
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(date.firstDayNumber == number)
    }
    #expect(CalendarDate("1970-01-01")?.firstDayNumber == 0)
    #expect(CalendarDate("2018-02-14")?.firstDayNumber == 17_576)
  }

  @Test func `a month is not over before its last day`() throws {
    let month = try #require(CalendarDate("2016-04"))
    #expect(month.firstDayNumber == CalendarDate("2016-04-01")?.firstDayNumber)
    #expect(month.lastDayNumber == CalendarDate("2016-04-30")?.firstDayNumber)
    #expect(month.words == "Apr 2016")
  }

  @Test func `months are added inside the calendar`() {
    #expect(CalendarDate("2018-08-31")?.adding(months: 6)?.description == "2019-02-28")
    #expect(CalendarDate("2018-02")?.adding(months: 12)?.description == "2019-02")
  }

  @Test(arguments: ["2018-02-06T10:42:00Z", "1969-12-31T23:59:59Z", "2000-02-29T00:00:00Z"])
  func `a moment is written as it was read`(text: String) {
    #expect(Timestamp(text)?.description == text)
  }

  @Test(arguments: ["2018-02-06 10:42:00Z", "2018-02-06T24:00:00Z", "2018-02-06T10:42:00+01"])
  func `a moment that is not in universal time is refused`(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
