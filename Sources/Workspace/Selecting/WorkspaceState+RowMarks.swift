package import Domain
import Screen

extension WorkspaceState {
  /// The marks of the pane's rows.
  var marks: RowMarks {
    get { rowMarks[pane] ?? RowMarks() }
    set { rowMarks[pane] = newValue.isEmpty ? nil : newValue }
  }

  /// The marks that acts go by: those of the pane, but none in the whole of one record.
  var activeMarks: RowMarks? { isInSheet || isRoundList ? nil : rowMarks[pane] }

  /// Whether the whole of an action or of a partner is shown.
  var isInSheet: Bool { sheetAction != nil || pane == .partners && partners.whole != nil }

  /// Whether rounds are listed, which are not marked.
  private var isRoundList: Bool { pane == .responses && responses.view == .rounds }

  /// How many rows of the pane are marked.
  package var markCount: Int { rowMarks[pane]?.count ?? 0 }

  /// The records that the next act applies to: the marked ones in the order of their rows, those
  /// that the filter hides last; the selected one where none is marked.
  package var targets: [RecordName] {
    guard let marks = activeMarks else { return [selectedName].compactMap(\.self) }
    let shown = listedNames.filter(marks.contains)
    guard shown.count < marks.count else { return shown }
    return shown + marks.all.subtracting(shown).sorted()
  }

  /// Whether a record's row is marked.
  func isMarked(_ name: RecordName) -> Bool { activeMarks?.contains(name) ?? false }

  /// Why rows cannot be marked now; `nil` when they can.
  var whyNotMarked: String? {
    if currentBox != 0 { return "the list is not in front; Tab goes there." }
    if pane == .plan, plan.view == .grid {
      return "actions are marked in their plan; Enter goes in."
    }
    if isInSheet { return "rows of lists are marked; Esc goes to one." }
    if isRoundList { return "respondents are marked; Enter goes to those of the round." }
    return selectedName == nil ? "nothing is selected." : nil
  }

  /// Marks the selected row, or takes its mark away, and goes down.
  mutating func markRow() {
    guard let name = selectedName else { return }
    if marks.start != nil { marks.endRange() }
    if !isMarked(name), let whyGhost {
      flash = "mark: \(whyGhost)"
      return
    }
    marks.exchange(name)
    moveRow(by: 1)
  }

  /// Begins a range of marked rows, or ends the one that follows the cursor.
  mutating func markRange() {
    guard let name = selectedName else { return }
    if marks.start == nil { marks.beginRange(at: name) } else { marks.endRange() }
  }

  /// Marks everything that the filter lets pass, beside what is marked.
  mutating func markAllShown() {
    let former = markCount
    marks.endRange()
    marks.insert(listedNames.lazy.filter { [self] in !isGhost($0) })
    if markCount == former { flash = "All that is shown is marked already." }
  }

  /// Lets a range follow the cursor.
  mutating func stretchRange() {
    guard marks.start != nil else { return }
    marks.stretch(to: selectedName, among: listedNames)
  }

  /// What the footer says of the marks: how many, and how many of them the filter hides.
  var markHints: [(keys: String, title: String)] {
    guard let marks = activeMarks else { return [] }
    let hidden =
      pane == .plan
      ? hiddenMarks.count
      : currentFilter.text.isEmpty ? 0 : marks.all.subtracting(listedNames).count
    let count = ("\(marks.count)", hidden == 0 ? "marked" : "marked, \(hidden) hidden")
    return [count] + (marks.start == nil ? [("Esc", "unmark")] : [("v", "ends the range")])
  }

  /// A title with room before it for the sign of a mark, where some row of the pane is marked.
  func marked(_ title: String, of name: RecordName) -> String {
    guard let marks = rowMarks[pane] else { return title }
    return (marks.contains(name) ? " +" : "  ") + title.dropFirst()
  }
}
