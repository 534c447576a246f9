import Domain

/// The sheet of a round: a row for what a respondent says on a question, on an area, or on both.
enum ReplySheet {
  /// The columns, in the order in which they are written.
  enum Column: String, CaseIterable {
    case round, respondent, question, asked, area, state, text, confidence, received, role

    var title: String {
      switch self {
      case .text: "Answer"
      case .role: "By role"
      default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
      }
    }
  }

  /// Where the columns stand that a sheet has; `nil` where it is no sheet of answers.
  static func columns(of table: CSVTable) -> [Column: Int]? {
    var places: [Column: Int] = [:]
    for (index, heading) in table.header.enumerated() {
      let key = AnswerReader.key(heading[...])
      let column = Column.allCases.first { AnswerReader.key($0.title[...]) == key }
      if let column, places[column] == nil { places[column] = index }
    }
    return places[.text] != nil || places[.state] != nil ? places : nil
  }

  /// A text as a sheet that can be read, whatever controls stand in it.
  static func table(_ text: String, file: String) throws(SheetProblems) -> CSVTable {
    let bytes = Array(text.harmless.utf8)
    // Where a comma stands in numbers, spreadsheets put semicolons between cells.
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let hasCommas = head.contains(UInt8(ascii: ","))
    let isOther = !hasCommas && head.contains(UInt8(ascii: ";"))
    return try CSVTable(parsing: bytes, file: file, separator: UInt8(ascii: isOther ? ";" : ","))
  }
}
