/// Something wrong with data: where it is, what it is, and what to do.
package struct Problem: Hashable, Sendable {
  /// The file below the board's folder: `issues/cse.json`.
  package let file: String

  /// The line and column in the file, from 1; `nil` where the whole file is meant.
  package let line: Int?
  package let column: Int?

  /// The field, as names joined by dots; `nil` where no field is meant.
  package let field: String?

  /// What is wrong, as the rest of a sentence.
  package let what: String

  /// What a person can do about it, as a sentence.
  package let remedy: String

  package init(
    file: String, line: Int? = nil, column: Int? = nil, field: String? = nil, what: String,
    remedy: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.what = what
    self.remedy = remedy
  }
}

extension Problem: CustomStringConvertible {
  package var description: String {
    var place = file
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    if let field { place += ", \(field)" }
    return "\(place): \(what). \(remedy)"
  }
}

extension Problem: Comparable {
  package static func < (left: Problem, right: Problem) -> Bool {
    (left.file, left.line ?? 0, left.field ?? "", left.what)
      < (right.file, right.line ?? 0, right.field ?? "", right.what)
  }
}
