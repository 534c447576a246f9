/// A place in a text, as a person counts: lines and Unicode scalars from 1.
struct Place {
  let line: Int
  let column: Int

  init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    column = 1 + before[lineStart...].count { !UTF8.isContinuation($0) }
  }
}

extension SyntaxError {
  init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
    let place = Place(of: offset, in: bytes)
    self.init(reason: reason, line: place.line, column: place.column)
  }
}
