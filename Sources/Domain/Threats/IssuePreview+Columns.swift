/// What a preview of a sheet of issues tells before it comes to the issues.
extension IssuePreview {
  /// How many issues that can be taken are listed one by one.
  package static let mostListed = 500

  /// How many headings are listed of the columns that are taken for one thing.
  private static let mostHeadings = 12

  /// What the columns are taken for, a line for each use.
  package var columnLines: [String] {
    let fields = columns.compactMap { column -> String? in
      guard case .field(let title) = column.use else { return nil }
      return title == column.heading ? title : "\(title) from “\(column.heading)”"
    }
    return ["Columns: \(fields.joined(separator: ", "))"]
      + headings("Columns kept as notes", .notes) + headings("Columns left out", .leftOut)
  }

  private func headings(_ words: String, _ use: Column.Use) -> [String] {
    let headings = columns.filter { $0.use == use }.map { "“\($0.heading)”" }
    guard !headings.isEmpty else { return [] }
    let more = headings.count - IssuePreview.mostHeadings
    let listed = headings.prefix(IssuePreview.mostHeadings).joined(separator: ", ")
    return ["\(words): \(listed)\(more > 0 ? " and \(more) more" : "")"]
  }
}
