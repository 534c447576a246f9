package import Domain
import Testing

/// A page of our documents, to be held against what the program does.
package struct MarkdownPage {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// One row of a table, by the heads of its columns.
  package struct Row {
    private let cells: [String: String]

    init(_ cells: [String: String]) { self.cells = cells }

    package subscript(column: String) -> String? { cells[column] }

    /// The text in a column; the test fails when there is no such column.
    package func cell(_ column: String) throws -> String {
      try #require(cells[column], "There is no column \(column).")
    }

    /// The number in a column; the test fails when it is none.
    package func number(_ column: String) throws -> Exact {
      try #require(Exact(try cell(column)), "\(column) holds no number.")
    }
  }

  /// The lines under a heading of any level, up to the next heading.
  package func section(_ heading: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let start = lines.firstIndex(where: { line in
        line.hasPrefix("#") && line.drop { $0 == "#" } == " \(heading)"
      })
    else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  /// A table under a heading: the first one, or another by its number from 1.
  package func table(under heading: String, number: Int = 1) throws -> [Row] {
    let blocks = section(heading).split { !$0.hasPrefix("|") }
    let block = try #require(blocks.dropFirst(number - 1).first, "There is no such table.")
    let rows = block.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { cell in cell.filter { $0 != "`" }.trimmingSpaces }
    }
    let heads = try #require(rows.first)
    return rows.dropFirst(2).map { Row(Dictionary(uniqueKeysWithValues: zip(heads, $0))) }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
