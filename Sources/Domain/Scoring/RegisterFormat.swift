/// How a register is written for others.
package enum RegisterFormat: String, CaseIterable, Sendable {
  case csv, json, markdown

  /// What the names of such files end in.
  package var ending: String { self == .markdown ? "md" : rawValue }

  /// The format that a file's name tells; `nil` where it tells none.
  package init?(file: String) {
    let format = RegisterFormat.allCases.first { file.lowercased().hasSuffix(".\($0.ending)") }
    guard let format else { return nil }
    self = format
  }
}
