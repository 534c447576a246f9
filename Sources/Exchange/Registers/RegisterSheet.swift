import Domain

/// A register as a sheet that spreadsheets take as it stands, and that can be imported again.
///
/// Every row says which model and version it was scored under, and as at which day. No cell is taken
/// for a formula.
struct RegisterSheet {
  /// The columns, beside the model's figures, that follow from the others: an import leaves them out.
  static let workedOut = ["share_of_maximum", "rank_best", "rank_worst", "cut", "as_at"]

  private let report: RegisterReport
  private let board: Board
  private let scorer: Scorer
  private let names: IssueNames

  /// The columns of issues, before the values and behind the figures.
  private static let before: [IssueColumn] = [
    .id, .title, .text, .theme, .goldenThemes, .standsAlone, .area, .stage, .sourcePartner,
    .raised, .marking, .notes, .context, .basis,
  ]
  private static let stamp: [IssueColumn] = [.model, .modelVersion]

  init(_ report: RegisterReport) {
    self.report = report
    board = report.board
    scorer = report.assessment.scorer
    names = IssueNames(of: report.board)
  }

  /// The sheet as CSV: the ranked issues in their order, then those without a score.
  ///
  /// Where it holds anything beyond ASCII it begins with a byte order mark, without which common
  /// spreadsheets take UTF-8 for something else.
  var text: [UInt8] {
    var writer = CSVWriter(.lineFeed)
    for column in RegisterSheet.before { writer.write(column.heading) }
    for criterion in scorer.criteria { writer.write(criterion.criterion.title.harmless) }
    for name in SheetColumns.results(of: scorer) + RegisterSheet.workedOut { writer.write(name) }
    for column in RegisterSheet.stamp { writer.write(column.heading) }
    writer.endRow()
    for entry in report.register.entries { write(entry.issue, entry, to: &writer) }
    for issue in report.unscored { write(issue.id, nil, to: &writer) }
    return (writer.bytes.allSatisfy { $0 < 0x80 } ? [] : [0xEF, 0xBB, 0xBF]) + writer.bytes
  }

  private func write(
    _ id: Identifier<Issue>, _ entry: Register.Entry?, to writer: inout CSVWriter
  ) {
    guard let issue = board[id], let slot = board.issues.slot(of: id) else { return }
    let values = report.assessment.values(of: slot, in: board)
    let isScored = values.contains { $0 != nil }
    for column in RegisterSheet.before {
      writer.write(cell(column, of: issue, isScored ? slot : nil).harmless)
    }
    for value in values { writer.write(value?.description ?? "") }
    for figure in figures(entry, of: slot) + workedOut(entry, of: id) { writer.write(figure) }
    for column in RegisterSheet.stamp {
      let own = report.assessment.scorer(of: slot, in: board)
      writer.write((column == .model ? own.title : own.version).harmless)
    }
    writer.endRow()
  }

  private func cell(
    _ column: IssueColumn, of issue: Record<Issue>, _ scored: Table<Issue>.Slot?
  ) -> String {
    switch column {
    case .id: issue.id.text
    case .title: issue.title
    case .text: issue.text ?? ""
    case .theme: issue.theme.map(names.themes.index.name) ?? ""
    case .goldenThemes:
      issue.goldenThemes.map(names.goldenThemes.index.name).sorted().joined(separator: "; ")
    case .standsAlone: issue.standsAlone.map { $0 ? "yes" : "no" } ?? ""
    case .area: issue.area.map(names.areas.index.name) ?? ""
    case .stage: issue.stage.rawValue
    case .sourcePartner: issue.sourcePartner.map(names.partners.index.name) ?? ""
    case .raised: issue.raised?.description ?? ""
    case .marking: issue.header.marking.map(names.markings.index.name) ?? ""
    case .notes: issue.header.notes ?? ""
    case .context: report.assessment.context?.text ?? ""
    case .basis: scored.map(basis) ?? ""
    case .agency, .scored, .model, .modelVersion: ""
    }
  }

  /// Whether the score is agreed; the public is not told that it is not.
  private func basis(of issue: Table<Issue>.Slot) -> String {
    guard report.assessment.isWorking(issue, in: board) else { return "agreed" }
    return report.audience == .public ? "" : "working"
  }

  /// The figures in the order of their columns; empty ones of an issue without a score.
  private func figures(_ entry: Register.Entry?, of issue: Table<Issue>.Slot) -> [String] {
    let totals = SheetColumns.totals(of: scorer).map { total in
      let section = scorer.sections[total.section].id
      return (
        isOfRisk: scorer.isPartOfRisk(total.section),
        total: report.assessment.total(of: section, issue, in: board)
      )
    }
    let before = totals.filter(\.isOfRisk).map { $0.total?.description ?? "" }
    let after = totals.filter { !$0.isOfRisk }.map { $0.total?.description ?? "" }
    guard let entry else { return before + [""] + after + ["", "", "", "", ""] }
    let grading = entry.score.grading
    return before + ["\(entry.score.risk.value)"] + after + [
      "\(grading.value)", "\(grading.low)", "\(grading.high)", "\(entry.standing.byRisk)",
      "\(entry.standing.byGrading)",
    ]
  }

  private func workedOut(_ entry: Register.Entry?, of issue: Identifier<Issue>) -> [String] {
    [
      entry?.percent?.description ?? "", entry.map { "\($0.standing.best)" } ?? "",
      entry.map { "\($0.standing.worst)" } ?? "", report.side(of: issue) ?? "",
      report.asAt.description,
    ]
  }
}
