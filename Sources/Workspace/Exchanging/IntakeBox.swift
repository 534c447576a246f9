package import Domain
import Screen

/// What a plan's sheet would do, to be read before it is done.
package struct IntakeBox: Equatable, Sendable {
  package let preview: PlanPreview

  /// The file, and what holds for its rows, so that it can be read again.
  let path: String
  let intake: PlanIntake
  var reader: Reader

  init(_ preview: PlanPreview, path: String, _ intake: PlanIntake) {
    self.preview = preview
    self.path = path
    self.intake = intake
    reader = Reader(title: "\(preview.file): \(preview.summary)", lines: preview.lines)
  }

  /// The keys that mean something.
  var hints: [(keys: String, title: String)] {
    let writes = preview.edits.isEmpty ? [] : [("y", "write it")]
    return writes + [("n", "leave it"), ("j k", "scroll")]
  }
}

extension PlanPreview {
  /// The preview as lines to be read: what can be done, then record by record.
  fileprivate var lines: [TextLine] {
    [TextLine(question, style: .strong)] + notes.map { TextLine($0, style: .warning) }
      + rows.flatMap { row -> [TextLine] in
        [TextLine(), row.heading] + row.words.map { TextLine("  \($0)") }
          + row.personalData.map { TextLine("  \($0.words).", style: .warning) }
          + row.problems.map { TextLine("  \($0)", style: .alarm) }
      }
  }

  private var question: String {
    let refused = count(of: .refused)
    let left = refused == 0 ? "" : " The \(refused == 1 ? "one" : "\(refused)") refused stays out."
    let count = rows.count { !$0.personalData.isEmpty }
    let personal =
      count == 0
      ? ""
      : "\(count == 1 ? "1 row holds" : "\(count) rows hold") what looks like personal data, told "
        + "below; y keeps it. "
    return edits.isEmpty
      ? "There is nothing to write.\(left)"
      : personal + "Nothing is written yet: y writes it as one change, which u undoes.\(left)"
  }
}

extension PlanPreview.Row {
  fileprivate var heading: TextLine {
    let numbers = lines.map { "\($0)" }.joined(separator: ", ")
    let style: Style =
      switch fate {
      case .added, .changed: .strong
      case .unchanged: .faint
      case .refused: .alarm
      }
    return TextLine(
      "\(fate.rawValue): \(title) (line\(lines.count == 1 ? "" : "s") \(numbers))", style: style)
  }
}
