/// The lines that were measured, as a table that Markdown reads too.
struct Report {
  private static let headings = ["what", "figure", "against", "ratio", "aim", "met"]

  private(set) var lines: [Line] = []

  mutating func add(_ lines: [Line]) { self.lines += lines }

  var text: String {
    let rows = [Report.headings] + lines.map(\.cells)
    let widths = Report.headings.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    let rule =
      "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
    var text = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        " \(cell)\(String(repeating: " ", count: width - cell.count)) "
      }
      return "|\(cells.joined(separator: "|"))|"
    }
    text.insert(rule, at: 1)
    let missed = lines.filter { $0.isMet == false }
    if !missed.isEmpty {
      text += ["", "\(missed.count) missed. Say why in docs/benchmarks.md:"]
      text += missed.map { "- \($0.what): " }
    }
    return text.joined(separator: "\n")
  }
}
