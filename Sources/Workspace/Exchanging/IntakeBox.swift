package import Domain
import Screen

/// What files would do to the board, to be read before it is done.
package struct IntakeBox: Equatable, Sendable {
  /// What was read.
  package enum Content: Equatable, Sendable {
    /// A plan's sheet, and what holds for its rows, so that it can be read again.
    case plan(PlanPreview, PlanIntake)

    /// A sheet of issues, what holds for its rows, and what it does as one act: nothing where one act
    /// cannot hold it.
    case issues(IssuePreview, IssueIntake, edits: [Edit])
    case replies(ReplySorting)
  }

  package var content: Content

  /// The path that was read.
  let path: String

  /// The preview, as far as it is scrolled.
  var reader: Reader

  /// The whole of one thing that the preview shows the beginning of; `nil` while none is read.
  var whole: Reader?

  /// Whether something has come in since it was made that its rows were compared with.
  var isOutdated = false

  /// Whether the messages are being kept, of which something is filed then.
  var isKeeping = false

  init(_ content: Content, path: String) {
    self.content = content
    self.path = path
    reader = Reader(title: "", lines: [])
  }

  /// The file, or the folder.
  var file: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Takes note of records that came in: of a row that was new somebody may have made a record.
  mutating func follow(_ arrived: Set<RecordName>) {
    let kinds: Set<Kind> =
      switch content {
      case .plan: [.action, .partner]
      case .issues: [.issue, .scorecard, .board, .model]
      case .replies: []
      }
    if arrived.contains(where: { kinds.contains($0.kind) }) { isOutdated = true }
  }

  /// What is to be written, as the edits of one act; without what is placed by hand.
  var edits: [Edit] {
    switch content {
    case .plan(let preview, _): preview.edits
    case .issues(_, _, let edits): edits
    case .replies(let sorting): sorting.edits
    }
  }

  /// Whether nothing would be written.
  var isEmpty: Bool { edits.isEmpty && placed.isEmpty }

  /// Whether issues are refused, so that a person must say that the others are to be written.
  var leavesOut: Bool {
    if case .issues(let preview, _, _) = content { preview.count(of: .refused) > 0 } else { false }
  }

  /// What a person has placed by hand.
  var placed: [Placing] { sorting?.placed ?? [] }

  /// The replies, where it holds some.
  var sorting: ReplySorting? {
    get { if case .replies(let sorting) = content { sorting } else { nil } }
    set { if let newValue { content = .replies(newValue) } }
  }

  var summary: String {
    switch content {
    case .plan(let preview, _): preview.summary
    case .issues(let preview, _, _): preview.summary
    case .replies(let sorting): sorting.summary
    }
  }

  /// Writes out what it shows, with what is under the cursor in sight.
  mutating func show(on board: Board, in size: Size) {
    let title = "\(file): \(summary)"
    switch content {
    case .plan(let preview, _): reader.show(preview.lines, title: title, size: size)
    case .issues(let preview, _, let edits):
      reader.show(preview.lines(on: board, edits: edits), title: title, size: size)
    case .replies(let sorting):
      let (lines, sights) = sorting.lines(on: board)
      let own = sights.indices.contains(sorting.current) ? sights[sorting.current] : []
      reader.show(lines, title: title, sights: own, size: size)
    }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    (whole ?? reader).draw(in: area, on: &canvas)
  }

  /// The keys that mean something.
  var hints: [(keys: String, title: String)] {
    if whole != nil { return [("j k", "scroll"), ("Esc", "back")] }
    let leaving = [("n", "leave it")]
    switch content {
    case .plan:
      return (isEmpty ? [] : [("y", "write it")]) + leaving + [("j k", "scroll")]
    case .issues:
      return (isEmpty ? [] : [leavesOut ? ("w", "write the rest") : ("y", "write it")]) + leaving
        + [("j k", "scroll")]
    case .replies(let sorting):
      let bounce = sorting.entry?.isBounce == true ? [("B", "bounced")] : []
      return (isEmpty ? [] : [("y", "file it")]) + leaving
        + (sorting.isOffered ? [("Enter", "place")] + bounce : [])
        + (sorting.placings[sorting.current] == nil ? [] : [("x", "take back")])
        + (sorting.count(of: .offered) > 0 ? [("Tab", "next offered")] : [])
        + (sorting.isOffered ? [("e", "mend text")] : [])
        + [("r", "whole text"), ("j k", "move")]
    }
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
