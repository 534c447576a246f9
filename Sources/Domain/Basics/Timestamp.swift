/// A moment to the second, in universal time.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// The beginning of a day, for records that are dated by their source.
  package init(startOf date: CalendarDate) { seconds = date.firstDayNumber * 86_400 }

  /// Reads `2018-02-06T10:42:00Z`; anything else is `nil`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let date = CalendarDate(String(text.prefix(10))), date.precision == .day,
      let hour = Timestamp.number(bytes[11...12]), hour < 24,
      let minute = Timestamp.number(bytes[14...15]), minute < 60,
      let second = Timestamp.number(bytes[17...18]), second < 60
    else { return nil }
    seconds = date.firstDayNumber * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// The day of the moment, or `nil` outside the years 1 to 9999.
  package var date: CalendarDate? { CalendarDate(dayNumber: dayNumber) }

  /// The day of the moment, counted from 1970-01-01.
  package var dayNumber: Int { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

  /// Hours and minutes, `10:42`.
  package var clock: String {
    let second = ((seconds % 86_400) + 86_400) % 86_400
    return "\(Timestamp.padded(second / 3_600)):\(Timestamp.padded(second / 60 % 60))"
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      number = number * 10 + Int(digit) - 48
    }
    return number
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

extension Timestamp: CustomStringConvertible {
  package var description: String {
    let second = ((seconds % 60) + 60) % 60
    return "\(date?.description ?? "0001-01-01")T\(clock):\(Timestamp.padded(second))Z"
  }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let timestamp = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a time: write it in UTC as 2018-02-06T10:42:00Z")
    }
    self = timestamp
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
