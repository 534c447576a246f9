import Glibc
import JSON
import Screen

/// What commands print: text made safe for a terminal, or JSON.
enum Output {
  /// Prints lines for a person on standard output.
  static func print(_ text: String) throws { try print(bytes: Array((safe(text) + "\n").utf8)) }

  /// Prints a JSON value on standard output; it is escaped already.
  static func print(_ value: Value) throws { try print(bytes: value.canonicalBytes) }

  /// Prints bytes that hold nothing that could drive a terminal.
  ///
  /// - Throws: The status for what cannot be written, once that was told.
  static func print(bytes: [UInt8]) throws {
    guard let code = write(bytes, to: STDOUT_FILENO) else { return }
    throw refusal(
      "The output could not be written: \(String(cString: strerror(code))).",
      ExitStatus.cannotWrite)
  }

  /// Tells a person something on standard error.
  static func tell(_ text: String) {
    _ = write(Array((safe(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// The text without what could drive a terminal; line breaks stay.
  private static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in Glyphs(String(line)).map(\.text).joined() }
      .joined(separator: "\n")
  }

  /// Writes everything; the error number when that cannot be.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return errno }
      rest = rest.dropFirst(max(0, count))
    }
    return nil
  }
}

extension String {
  /// The text on one line, whatever line breaks it has.
  var asOneLine: String { Glyphs(self).map(\.text).joined() }
}

extension [[String]] {
  /// Rows as aligned columns, two spaces apart; columns of numbers stand to the right.
  func aligned(numeric: Set<Int> = []) -> String {
    let rows = map { row in row.map(\.asOneLine) }
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let gap = String(
          repeating: " ", count: Swift.max(0, widths[column] - TextWidth.columns(of: text)))
        if numeric.contains(column) { return gap + text }
        return text + gap
      }
      let line = cells.joined(separator: "  ")
      return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
    }.joined(separator: "\n")
  }
}
