import Domain
import Screen

extension IssuePreview {
  /// The preview as lines to be read: what can be done, what the columns are taken for, then issue by
  /// issue; those that are refused come first.
  func lines(on board: Board, edits: [Edit]) -> [TextLine] {
    let refused = rows.indices.filter { rows[$0].fate == .refused }
    let others = rows.indices.filter { rows[$0].fate != .refused }
    let left = others.count - IssuePreview.mostListed
    let more = left > 0 ? [TextLine(), TextLine("… and \(left) more", style: .faint)] : []
    let themes = newThemes(on: board)
    let added =
      themes.isEmpty ? [] : [TextLine("Themes that are added: \(themes.joined(separator: ", "))")]
    let themed = themed(board)
    return [TextLine(question(on: board, edits), style: .strong), TextLine()]
      + columnLines.map { TextLine($0) } + added
      + notes.map { TextLine($0, style: .warning) }
      + (refused + others.prefix(IssuePreview.mostListed)).flatMap { rows[$0].lines(on: themed) }
      + more
  }

  private func question(on board: Board, _ edits: [Edit]) -> String {
    let count = count(of: .refused)
    let bad = count == 1 ? "The one refused stays out" : "The \(count) refused stay out"
    if isEmpty { return "There is nothing to write." + (count == 0 ? "" : " \(bad).") }
    if edits.isEmpty {
      return "This is more than one change can hold: “socboard import issues” writes it."
    }
    let found = rows.count { !$0.personalData(on: board).isEmpty }
    let personal =
      found == 0
      ? ""
      : "\(found == 1 ? "1 issue holds" : "\(found) issues hold") what looks like personal data, "
        + "told below; writing keeps it. "
    return personal
      + (count == 0
        ? "Nothing is written yet: y writes it as one change, which u undoes."
        : "Nothing is written yet: w writes what can be taken as one change, which u undoes. "
          + "\(bad).")
  }
}

extension IssuePreview.Row {
  fileprivate func lines(on board: Board) -> [TextLine] {
    let numbers = lines.map { "\($0)" }.joined(separator: ", ")
    let style: Style =
      switch fate {
      case .added, .changed: .strong
      case .unchanged: .faint
      case .refused: .alarm
      }
    let place = "line\(lines.count == 1 ? "" : "s") \(numbers)"
    return [TextLine(), TextLine("\(fate.rawValue): \(title) (\(place))", style: style)]
      + words(on: board).map { TextLine("  \($0)") }
      + personalData(on: board).map { TextLine("  \($0.words).", style: .warning) }
      + remarks.map { TextLine("  \($0)", style: .warning) }
      + problems.map { TextLine("  \($0)", style: .alarm) }
  }
}
