import Domain

/// The moment a mail says it was sent (RFC 5322 section 3.3).
struct MailDate {
  /// The day on the sender's calendar.
  let day: CalendarDate

  /// Seconds since 1970 in universal time, to tell which of two mails is the later one.
  let moment: Int

  /// Reads `Tue, 6 Feb 2018 10:42:00 +0000`; anything else is `nil`.
  init?(_ text: String) {
    // The day of the week and comments say nothing more.
    let plain = text.prefix { $0 != "(" }
    let words = (plain.split(separator: ",").last ?? "").split(whereSeparator: \.isWhitespace)
    guard words.count >= 4, let number = Int(words[0]),
      let month = MailDate.months.firstIndex(of: words[1].prefix(3).lowercased()),
      let year = Int(words[2]), (0...9999).contains(year)
    else { return nil }
    let full = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year
    guard let day = CalendarDate(year: full, month: month + 1, day: number) else { return nil }
    let clock = words[3].split(separator: ":").compactMap { Int($0) }
    guard (2...3).contains(clock.count), clock.allSatisfy({ (0...60).contains($0) }) else {
      return nil
    }
    let zone = words.count > 4 ? MailDate.minutes(words[4]) : 0
    self.day = day
    moment =
      day.firstDayNumber * 86_400 + clock[0] * 3_600 + clock[1] * 60
      + (clock.count == 3 ? clock[2] : 0) - zone * 60
  }

  /// How many minutes a zone is ahead; one that is only named counts as universal time.
  private static func minutes(_ zone: Substring) -> Int {
    guard zone.utf8.count == 5, let number = Int(zone.dropFirst()), (0...2400).contains(number)
    else { return 0 }
    return (zone.first == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// A moment as a mail says it, in universal time.
  static func text(of moment: Timestamp) -> String {
    let date = moment.date
    let month = months[(date?.month ?? 1) - 1]
    let weekday = weekdays[((moment.dayNumber % 7) + 7) % 7]
    let name = month.prefix(1).uppercased() + month.dropFirst()
    return "\(weekday), \(date?.day ?? 1) \(name) \(date?.year ?? 1970) \(moment.clock):00 +0000"
  }
}
