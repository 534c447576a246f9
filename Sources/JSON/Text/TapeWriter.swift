/// Makes a tape from a value; its bytes are texts and numbers one after the other.
struct TapeWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var tokens: [Token] = []

  mutating func write(_ value: Value) {
    switch value {
    case .null: write(.null, "")
    case .bool(let value): write(value ? .true : .false, "")
    case .number(let value): write(.number, value.literal)
    case .string(let value): write(.string, value)
    case .array(let elements):
      write(.array, count: elements.count) { writer in
        for element in elements { writer.write(element) }
      }
    case .object(let object):
      write(.object, count: object.count) { writer in
        for member in object.members {
          writer.write(.string, member.key)
          writer.write(member.value)
        }
      }
    }
  }

  private mutating func write(_ kind: Token.Kind, _ text: String) {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text.utf8)
    tokens.append(
      Token(
        kind: kind, start: start, count: UInt32(bytes.count) - start, end: UInt32(tokens.count + 1))
    )
  }

  private mutating func write(
    _ kind: Token.Kind, count: Int, contents: (inout TapeWriter) -> Void
  ) {
    let place = tokens.count
    write(kind, "")
    contents(&self)
    tokens[place].count = UInt32(count)
    tokens[place].end = UInt32(tokens.count)
  }
}
