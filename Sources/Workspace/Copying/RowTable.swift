/// Rows of a list as they are copied: what each column is called, and what it says in each row.
struct RowTable: Equatable, Sendable {
  let headings: [String]
  let rows: [[String]]

  /// How many columns can be read without their headings.
  let telling: Int

  /// The rows as lines to be read, without what says nothing.
  var lines: String { rows.map(line).joined(separator: "\n") }

  private func line(_ row: [String]) -> String {
    row.enumerated().compactMap { column, cell in
      let cell = cell.withoutControls
      return cell.isEmpty ? nil : column < telling ? cell : "\(headings[column]) \(cell)"
    }.joined(separator: " · ")
  }

  /// The table as a spreadsheet takes it: cells between tabs.
  var tabbed: String {
    ([headings] + rows).map { row in
      row.map(\.withoutControls.withoutFormula).joined(separator: "\t")
    }.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text in one line, without characters that drive a terminal or turn the direction of text.
  var withoutControls: String {
    let scalars = unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n" || scalar == "\t" ? " " : nil
      case .lineSeparator, .paragraphSeparator: " "
      default: scalar.properties.isBidiControl ? nil : scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }

  /// The text led by an apostrophe where a spreadsheet would calculate it.
  fileprivate var withoutFormula: String {
    guard let first = unicodeScalars.first, "=+-@".unicodeScalars.contains(first) else {
      return self
    }
    let isNumber = unicodeScalars.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return isNumber ? self : "'\(self)"
  }
}
