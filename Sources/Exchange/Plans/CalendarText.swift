/// Writes the lines of a calendar file (RFC 5545): escaped, folded, ended by CRLF.
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// How many octets a line holds before it is folded (section 3.1).
  private static let width = 75

  /// Writes a line; the value is written as it stands.
  mutating func write(_ name: String, _ value: String) {
    var width = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if width + octets.count > CalendarText.width {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += octets
      width += octets.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Writes a line whose value is text of people's (section 3.3.11).
  mutating func write(_ name: String, text: String) {
    var value = ""
    for character in text.harmless {
      guard !character.isNewline else {
        value += "\\n"
        continue
      }
      // Scalar by scalar: a combining mark is one character with what is to be escaped before it.
      for scalar in character.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": value += "\\\(scalar)"
        case "\t": value += " "
        default: value.unicodeScalars.append(scalar)
        }
      }
    }
    write(name, value)
  }
}
