/// What a person typed is no date.
package struct UnreadableDate: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what to type instead, as a sentence.
  package let description: String

  fileprivate static func notUnderstood(_ text: String) -> UnreadableDate {
    let shown = text.count > 40 ? text.prefix(39) + "…" : text[...]
    return UnreadableDate(
      description: "“\(shown)” is not a date: type 14 feb, apr 2018, 14/2/2018, fri, +2w or eom.")
  }

  fileprivate static func missing(_ shown: String, _ reason: String) -> UnreadableDate {
    UnreadableDate(description: "\(shown) does not exist: \(reason).")
  }
}

extension CalendarDate {
  /// Reads a date as people type it, and keeps how exact it is.
  ///
  /// - `2018-02-14`, `2018-02` and `2018`, as they stand in a file;
  /// - `14/2/2018`, `14.2.2018`, `14/2/18` and `14/2`: the day comes first; `2/2018` is a month;
  /// - `14 feb 2018`, `feb 14 2018`, `14 feb`, `apr 2018`, `apr`: a month by its first three letters
  ///   or more. Without a year it is the first such day or month that has not passed;
  /// - `today`, `tomorrow`, `yesterday`, and `fri` for the next Friday after today;
  /// - `+3d`, `+2w`, `+6m`, `+1y` and `-1w`: so many days, weeks, months or years from today;
  /// - `eom`, `eoq` and `eoy`: the last day of this month, quarter or year.
  ///
  /// - Parameters:
  ///   - text: What was typed, in capitals or not.
  ///   - today: The day from which is reckoned.
  ///   - isPast: Whether something has happened on the date: a day or month without a year, and a
  ///     weekday, are then the last such one.
  /// - Throws: ``UnreadableDate``, which tells a date that the calendar does not have from a text
  ///   that is not understood.
  package init(
    typed text: String, today: CalendarDate, isPast: Bool = false
  ) throws(UnreadableDate) {
    self = try TypedDate(text, today: today, isPast: isPast).date()
  }
}

/// A date as it was typed, while it is read.
private struct TypedDate {
  /// A number or a word of what was typed.
  enum Part: Equatable {
    case number(Int, digits: Int)
    case word(String)
  }

  let text: String
  let today: CalendarDate
  let isPast: Bool

  init(_ text: String, today: CalendarDate, isPast: Bool) {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let rest = text.drop(while: isBlank)
    self.text = rest.lastIndex { !isBlank($0) }.map { String(rest[...$0]) } ?? ""
    self.today = today
    self.isPast = isPast
  }

  private var notUnderstood: UnreadableDate { .notUnderstood(text) }

  func date() throws(UnreadableDate) -> CalendarDate {
    guard text.utf8.count <= 40 else { throw notUnderstood }
    if let sign = text.first, sign == "+" || sign == "-" { return try shifted(sign) }
    let parts = try parts()
    if case .word(let word)? = parts.first, parts.count == 1, let date = named(word) {
      return date
    }
    return try written(parts)
  }

  // MARK: Reckoned from today

  /// The day that one word means; `nil` when it means none.
  private func named(_ word: String) -> CalendarDate? {
    switch word {
    case "today": return day(0)
    case "tomorrow": return day(1)
    case "yesterday": return day(-1)
    case "eom": return endOfMonth(today.month ?? 12)
    case "eoq": return endOfMonth(((today.month ?? 12) + 2) / 3 * 3)
    case "eoy": return endOfMonth(12)
    default: break
    }
    // 1970-01-01 was a Thursday.
    guard let weekday = TypedDate.weekdays.firstIndex(where: { means(word, $0) }) else {
      return nil
    }
    let ahead = (weekday - (today.firstDayNumber + 3)) % 7
    if isPast { return day(ahead >= 0 ? ahead - 7 : ahead) }
    return day(ahead <= 0 ? ahead + 7 : ahead)
  }

  private func day(_ ahead: Int) -> CalendarDate? {
    CalendarDate(dayNumber: today.firstDayNumber + ahead)
  }

  private func endOfMonth(_ month: Int) -> CalendarDate? {
    CalendarDate(
      year: today.year, month: month, day: CalendarDate.days(in: month, of: today.year))
  }

  /// Reads `+2w`.
  private func shifted(_ sign: Character) throws(UnreadableDate) -> CalendarDate {
    let number = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(1 + number.count).drop { $0 == " " }.lowercased()
    guard let count = Int(number), number.count <= 6 else { throw notUnderstood }
    let ahead = sign == "-" ? -count : count
    let date: CalendarDate? =
      switch unit {
      case "d", "day", "days": day(ahead)
      case "w", "week", "weeks": day(7 * ahead)
      case "m", "month", "months": day(0)?.adding(months: ahead)
      case "y", "year", "years": day(0)?.adding(months: 12 * ahead)
      default: throw notUnderstood
      }
    guard let date else { throw .missing(text, "years go from 1 to 9999") }
    return date
  }

  // MARK: Written out

  /// Cuts the text into numbers and words; `14th` and `14feb` are two parts each.
  private func parts() throws(UnreadableDate) -> [Part] {
    var parts: [Part] = []
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), digits.count <= 4 else { throw notUnderstood }
        parts.append(.number(number, digits: digits.count))
        rest = rest.dropFirst(digits.count)
        if let ordinal = ["st", "nd", "rd", "th"].first(where: rest.hasPrefix),
          !(rest.dropFirst(2).first?.isLetter ?? false)
        {
          rest = rest.dropFirst(ordinal.count)
        }
      } else if first.isASCII, first.isLetter {
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        parts.append(.word(String(letters)))
        rest = rest.dropFirst(letters.count)
      } else {
        let isBetween = !parts.isEmpty && (rest.count > 1 || first == ".")
        guard " ,./-".contains(first), isBetween else { throw notUnderstood }
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  /// Reads the parts of a date that names its month, by number or by word.
  private func written(_ parts: [Part]) throws(UnreadableDate) -> CalendarDate {
    let words = parts.compactMap { part -> String? in
      if case .word(let word) = part { word } else { nil }
    }
    var numbers = parts.compactMap { part -> (value: Int, digits: Int)? in
      if case .number(let value, let digits) = part { (value, digits) } else { nil }
    }
    var month: Int?
    if let word = words.first {
      month = CalendarDate.months.firstIndex { means(word, $0) }.map { $0 + 1 }
      guard words.count == 1, month != nil, numbers.count <= 2 else { throw notUnderstood }
    } else {
      guard (1...3).contains(numbers.count) else { throw notUnderstood }
    }
    let year = try takeYear(from: &numbers, isNeeded: words.isEmpty && numbers.count == 1)
    // What is left is a day and a month, the month first only behind a year that comes first.
    let isYearFirst = if case .number(_, digits: 4)? = parts.first { true } else { false }
    guard numbers.allSatisfy({ $0.digits <= 2 }) else { throw notUnderstood }
    var left = numbers.map(\.value)
    if month == nil, !left.isEmpty {
      month = isYearFirst || left.count == 1 ? left.removeFirst() : left.removeLast()
    }
    guard left.count <= 1 else { throw notUnderstood }
    return try checked(year: year, month: month, day: left.first)
  }

  /// Takes the year out of the numbers of a date; `nil` where it has none.
  private func takeYear(
    from numbers: inout [(value: Int, digits: Int)], isNeeded: Bool
  ) throws(UnreadableDate) -> Int? {
    if let index = numbers.firstIndex(where: { $0.digits == 4 }) {
      guard index == 0 || index == numbers.count - 1 else { throw notUnderstood }
      return numbers.remove(at: index).value
    }
    // A year of two digits comes last, behind a day and a month.
    let last = isNeeded ? nil : numbers.last
    let isFull = text.contains(where: \.isLetter) ? numbers.count == 2 : numbers.count == 3
    if isFull, let last, last.digits == 2 {
      numbers.removeLast()
      return 2000 + last.value
    }
    if isFull || isNeeded { throw notUnderstood }
    return nil
  }

  private func checked(year: Int?, month: Int?, day: Int?) throws(UnreadableDate) -> CalendarDate {
    if let year, year < 1 { throw .missing("The year \(year)", "years go from 1 to 9999") }
    guard let month else {
      guard let date = year.flatMap({ CalendarDate(year: $0) }) else { throw notUnderstood }
      return date
    }
    guard (1...12).contains(month) else {
      throw .missing("Month \(month)", "a year has 12 months, and the day is typed before it")
    }
    guard let year else { return try nearest(month: month, day: day) }
    if let date = CalendarDate(year: year, month: month, day: day) { return date }
    let name = CalendarDate.months[month - 1]
    throw .missing(
      "\(day ?? 0) \(name.prefix(3)) \(year)",
      "\(name) \(year) has \(CalendarDate.days(in: month, of: year)) days")
  }

  /// The first such month, or day of it, that has not passed; of the past the last that has begun.
  private func nearest(month: Int, day: Int?) throws(UnreadableDate) -> CalendarDate {
    // Between two leap days lie up to eight years.
    let dates = (0...8).lazy.compactMap { years in
      CalendarDate(year: today.year + (isPast ? -years : years), month: month, day: day)
    }
    let date = dates.first { date in
      isPast
        ? date.firstDayNumber <= today.lastDayNumber : date.lastDayNumber >= today.firstDayNumber
    }
    if let date { return date }
    let name = CalendarDate.months[month - 1]
    let length =
      month == 2 ? "28 or 29" : "\(CalendarDate.days(in: month, of: today.year))"
    throw .missing("\(day ?? 0) \(name.prefix(3))", "\(name) has \(length) days")
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Whether a word is the beginning of a name, of three letters or more.
  private func means(_ word: String, _ name: String) -> Bool {
    word.count >= 3 && name.lowercased().hasPrefix(word)
  }
}
