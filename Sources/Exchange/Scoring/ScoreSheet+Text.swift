import Domain
package import JSON

extension ScoreSheet {
  /// The scored sheet as CSV; see ``CSVTable/text`` for how cells are written.
  package var text: [UInt8] {
    var writer = CSVWriter(table.lineEnding)
    for column in columns.passedThrough { writer.write(table.header[column]) }
    for name in columns.results { writer.write(name) }
    writer.endRow()
    for (row, result) in results.enumerated() {
      for column in columns.passedThrough { writer.write(table.text(row, column)) }
      if let result {
        for figure in figures(of: result) { writer.write(figure.description) }
        writer.write(String(result.rankByRisk))
        writer.write(String(result.rankByGrading))
      } else {
        for _ in columns.results { writer.write("") }
      }
      writer.endRow()
    }
    return writer.bytes
  }

  /// The scored rows as an array of objects, by the names of the columns.
  ///
  /// Inputs and what was worked out are numbers, or null where nothing is scored; all other columns
  /// are texts, since a sheet does not say what they are.
  ///
  /// - Throws: ``SheetProblems`` when two columns have the same name.
  package func json() throws(SheetProblems) -> Value {
    try refuseEqualNames()
    let inputs = Set(columns.inputs)
    return .array(
      results.enumerated().map { row, result in
        var object = Object()
        for column in columns.passedThrough {
          let text = table[row, column]
          object[table.header[column]] = inputs.contains(column) ? number(text) : .string(text)
        }
        let figures = result.map { result in
          self.figures(of: result).map { Value.number(Number($0)) }
            + [Value.number(Number(result.rankByRisk)), .number(Number(result.rankByGrading))]
        }
        for (index, name) in columns.results.enumerated() {
          object[name] = .some(figures?[index] ?? .null)
        }
        return .object(object)
      })
  }

  /// All figures of a row in the order of their columns.
  private func figures(of result: Result) -> [Exact] {
    let grading = result.score.grading
    return result.totals[..<columns.totalsBeforeRisk] + [result.score.risk.value]
      + result.totals[columns.totalsBeforeRisk...] + [grading.value, grading.low, grading.high]
  }

  private func number(_ text: String) -> Value {
    Exact(text.filter { !$0.isWhitespace }).map { .number(Number($0)) } ?? .null
  }

  private func refuseEqualNames() throws(SheetProblems) {
    var known: Set<String> = []
    let second = columns.passedThrough.filter { !known.insert(table.header[$0]).inserted }
    guard !second.isEmpty else { return }
    throw SheetProblems(
      second.map { column in
        let place = table.place(-1, column)
        return Problem(
          file: table.file, line: place.line, column: place.column, field: table.header[column],
          what: "is the name of two columns", remedy: "Give each column its own name.")
      })
  }
}
