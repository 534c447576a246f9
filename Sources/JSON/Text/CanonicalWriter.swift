/// Writes values so that equal values have equal bytes.
struct CanonicalWriter {
  enum Layout {
    case pretty
    case compact
  }

  let layout: Layout
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init(_ layout: Layout) {
    self.layout = layout
  }

  mutating func write(_ value: Value) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let value): write(value.literal)
    case .string(let value): write(quoted: value)
    case .array(let elements):
      write(elements, in: ("[", "]")) { writer, element in writer.write(element) }
    case .object(let object):
      write(object.members, in: ("{", "}")) { writer, member in
        writer.write(quoted: member.key)
        writer.write(writer.layout == .pretty ? ": " : ":")
        writer.write(member.value)
      }
    }
  }

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write<Part>(
    _ parts: [Part], in brackets: (open: String, close: String),
    _ writePart: (inout CanonicalWriter, Part) -> Void
  ) {
    write(brackets.open)
    depth += 1
    for (index, part) in parts.enumerated() {
      if index > 0 { write(",") }
      breakLine()
      writePart(&self, part)
    }
    depth -= 1
    if !parts.isEmpty { breakLine() }
    write(brackets.close)
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  // MARK: Texts

  private mutating func write(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(CanonicalWriter.isPlain) {
      write(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": write("\\n")
    case "\r": write("\\r")
    case "\t": write("\\t")
    case "\u{8}": write("\\b")
    case "\u{C}": write("\\f")
    case _ where CanonicalWriter.isHidden(scalar):
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { write(unit) }
    default:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func write(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    write("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
  }

  /// Characters that steer a terminal, turn the direction of a line or cannot be seen.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default:
      false
    }
  }
}
