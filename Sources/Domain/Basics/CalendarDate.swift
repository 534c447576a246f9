/// A date as exactly as it is known: a day, a month, or only a year.
///
/// `2018-02-14`, `2016-04` and `2017` are dates. There is no time zone: a date is what stands in
/// the minutes.
package struct CalendarDate: Hashable, Sendable {
  package enum Precision: Sendable { case year, month, day }

  /// Year, month and day as one number, 20180214; what is not known is 00.
  private let packed: Int32

  package var year: Int { Int(packed) / 10_000 }

  /// The month from 1 to 12, or `nil` when only the year is known.
  package var month: Int? { packed / 100 % 100 == 0 ? nil : Int(packed) / 100 % 100 }

  /// The day from 1 to 31, or `nil` when only the month or year is known.
  package var day: Int? { packed % 100 == 0 ? nil : Int(packed) % 100 }

  package var precision: Precision {
    day != nil ? .day : month != nil ? .month : .year
  }

  /// Makes a date, or gives `nil` when the calendar has no such date.
  ///
  /// - Parameters:
  ///   - year: From 1 to 9999.
  ///   - month: From 1 to 12; `nil` when only the year is known.
  ///   - day: From 1 to the length of the month; `nil` when it is not known.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month != nil || day == nil else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...CalendarDate.days(in: month, of: year)).contains(day) {
      return nil
    }
    packed = Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
  }

  /// Reads `2018-02-14`, `2018-02` or `2018`; anything else is `nil`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// The day with this number, counted from 1970-01-01 as day 0; before the year 1 there is none.
  package init?(dayNumber: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The number of the first day the date can mean, counted from 1970-01-01 as day 0.
  package var firstDayNumber: Int { CalendarDate.dayNumber(year, month ?? 1, day ?? 1) }

  /// The number of the last day the date can mean: nothing is late before it has passed.
  package var lastDayNumber: Int {
    let month = month ?? 12
    return CalendarDate.dayNumber(year, month, day ?? CalendarDate.days(in: month, of: year))
  }

  /// The date a number of months later, with the same precision; the day is kept inside the month.
  package func adding(months: Int) -> CalendarDate? {
    guard let month else { return CalendarDate(year: year + months / 12) }
    let (total, isTooFar) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !isTooFar, total >= 0 else { return nil }
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard (1...9999).contains(newYear) else { return nil }
    return CalendarDate(
      year: newYear, month: newMonth,
      day: day.map { min($0, CalendarDate.days(in: newMonth, of: newYear)) })
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as it stands in a file: `2018-02-14`, `2018-02` or `2018`.
  package var description: String {
    [padded(year, to: 4), month.map { padded($0, to: 2) }, day.map { padded($0, to: 2) }]
      .compactMap(\.self).joined(separator: "-")
  }

  /// The date as people write it: `14 Feb 2018`, `Feb 2018` or `2018`.
  package var words: String {
    [
      day.map { String($0) }, month.map { String(CalendarDate.months[$0 - 1].prefix(3)) },
      String(year),
    ].compactMap(\.self).joined(separator: " ")
  }

  /// The names of the months, from January.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CalendarDate: Comparable {
  /// Earlier by the first day meant; of two that begin alike the more exact one comes first.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.firstDayNumber, left.lastDayNumber) < (right.firstDayNumber, right.lastDayNumber)
  }
}

extension CalendarDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a date: write 2018-02-14, 2018-02 or 2018")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
