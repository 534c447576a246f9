import Glibc
import JSON
import Screen

/// What commands print: text made safe for a terminal, or JSON.
enum Output {
  /// Prints lines for a person on standard output.
  static func print(_ text: String) { write(safe(text) + "\n", to: STDOUT_FILENO) }

  /// Prints a JSON value on standard output; it is escaped already.
  static func print(_ value: Value) {
    write(String(decoding: value.canonicalBytes, as: UTF8.self), to: STDOUT_FILENO)
  }

  /// Tells a person something on standard error.
  static func tell(_ text: String) { write(safe(text) + "\n", to: STDERR_FILENO) }

  /// The text without what could drive a terminal; line breaks stay.
  private static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in Glyphs(String(line)).map(\.text).joined() }
      .joined(separator: "\n")
  }

  /// Writes everything, or gives up when nobody reads it.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

extension [[String]] {
  /// Rows as aligned columns, two spaces apart; columns of numbers stand to the right.
  func aligned(numeric: Set<Int> = []) -> String {
    let widths = (0..<(map(\.count).max() ?? 0)).map { column in
      self.map { $0.indices.contains(column) ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return map { row in
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
