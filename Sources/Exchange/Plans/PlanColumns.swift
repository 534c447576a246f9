import Domain

/// Which columns of a sheet hold what of a plan.
struct PlanColumns {
  private let places: [PlanColumn: Int]

  /// The columns that a plan does not have, as sentences.
  let notes: [String]

  /// Finds the columns by their headings.
  ///
  /// - Throws: ``SheetProblems`` when a column stands twice, or none tells which action is meant.
  init(of table: CSVTable) throws(SheetProblems) {
    var places: [PlanColumn: Int] = [:]
    var problems: [Problem] = []
    var notes: [String] = []
    for (index, heading) in table.header.enumerated() {
      guard let column = PlanColumn(heading: heading) else {
        if let note = PlanColumns.note(of: index, in: table) { notes.append(note) }
        continue
      }
      guard let first = places[column] else {
        places[column] = index
        continue
      }
      let place = table.place(-1, index)
      problems.append(
        Problem(
          file: table.file, line: place.line, column: place.column, field: heading,
          what: "is a second column for “\(column.title)” beside “\(table.header[first])”",
          remedy: "Keep one of them."))
    }
    if places[.id] == nil, places[.recommendation] == nil {
      problems.append(PlanColumns.noAction(in: table))
    }
    if !problems.isEmpty { throw SheetProblems(problems) }
    self.places = places
    self.notes = notes
  }

  /// Where a column stands in the sheet; `nil` when the sheet does not have it.
  subscript(column: PlanColumn) -> Int? { places[column] }

  /// That a column is left out; `nil` where it is empty anyway.
  private static func note(of index: Int, in table: CSVTable) -> String? {
    let isEmpty = (0..<table.rowCount).allSatisfy {
      ScaleReader.trimmed(table.text($0, index)).isEmpty
    }
    let heading = table.header[index]
    if isEmpty, heading.allSatisfy(\.isWhitespace) { return nil }
    let near = PlanColumn.allCases.map(\.title).nearest(to: heading)
    let hint = near.isEmpty ? "" : " Perhaps it is: \(near.joined(separator: ", "))."
    return "The column “\(heading)” is left out: a plan has none of that name.\(hint)"
  }

  private static func noAction(in table: CSVTable) -> Problem {
    let isCutOtherwise = table.header.count == 1 && table.header[0].contains { ";\t".contains($0) }
    return Problem(
      file: table.file, line: 1,
      what: isCutOtherwise
        ? "the columns are not separated by commas"
        : "no column is headed “Recommendation” or “ID”",
      remedy: isCutOtherwise
        ? "Save the sheet as CSV with commas between the columns."
        : "The first line must name the columns, some of these: "
          + "\(PlanColumn.allCases.map(\.title).joined(separator: ", ")).")
  }
}
