/// What a sheet would do to the plan, record by record; nothing is written yet.
package struct PlanPreview: Equatable, Sendable {
  /// What becomes of a row.
  package enum Fate: String, CaseIterable, Sendable {
    case added, changed, unchanged, refused
  }

  /// What the sheet says of one record.
  package struct Row: Equatable, Sendable {
    /// The lines of the sheet that say it, from 1.
    package let lines: [Int]

    /// The record; `nil` where a refused row names none.
    package let record: RecordName?

    /// What the record is called, as the sheet says it.
    package let title: String
    package let fate: Fate

    /// What changes, a line for each field, from what to what.
    package let words: [String]

    /// The change; `nil` when the row is unchanged or refused.
    package let edit: Edit?

    /// Why the row is refused; else empty.
    package let problems: [Problem]

    /// What it writes that looks as if it told who somebody is.
    package var personalData: [PersonalData.Occurrence] { edit?.personalData ?? [] }

    package init(
      lines: [Int], record: RecordName?, title: String, fate: Fate, words: [String] = [],
      edit: Edit? = nil, problems: [Problem] = []
    ) {
      self.lines = lines
      self.record = record
      self.title = title
      self.fate = fate
      self.words = words
      self.edit = edit
      self.problems = problems
    }
  }

  /// What messages call the sheet.
  package let file: String

  /// In the order of the sheet; a partner that is added stands before the action that needs it.
  package let rows: [Row]

  /// What of the sheet is left out, as sentences.
  package let notes: [String]

  package init(file: String, rows: [Row], notes: [String]) {
    self.file = file
    self.rows = rows
    self.notes = notes
  }

  /// What is to be written, as the edits of one act.
  package var edits: [Edit] { rows.compactMap(\.edit) }

  /// Why rows are refused, in the order of the sheet.
  package var problems: [Problem] { rows.flatMap(\.problems) }

  /// How many records have a fate.
  package func count(of fate: Fate) -> Int { rows.count { $0.fate == fate } }

  /// How many records have each fate, as in `2 added, 1 changed, 4 unchanged, 1 refused`.
  package var summary: String {
    Fate.allCases.map { "\(count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
  }
}
