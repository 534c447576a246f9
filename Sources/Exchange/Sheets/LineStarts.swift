/// Where the lines of a text begin, to say where a byte of it stands.
struct LineStarts {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(of bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The line and the character (Unicode scalar) of that line, both from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[starts[low]..<offset]
    return (low + 1, 1 + before.count { !UTF8.isContinuation($0) })
  }
}
