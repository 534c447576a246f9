import Domain

/// A 4P plan as a page of Markdown, laid out as the Home Office lays out its example plan.
///
/// Each area has a table under each P, with Recommendation, Milestone, Ownership and Review; phase,
/// status and outcome have columns only where an action of the plan has one.
package struct PlanPage {
  private let plan: Plan
  private let board: Board
  private let columns: [PlanPageColumn]

  package init(_ plan: Plan) {
    self.plan = plan
    board = plan.board
    let actions = plan.actions
    columns = PlanPageColumn.allCases.filter { column in
      actions.contains { column.isAlwaysShown || !plan.board.cell(column, of: $0).isEmpty }
    }
  }

  /// The page, with one line break at its end.
  package var text: String {
    let title = "# \(Markdown.escaped(board.settings.name)): 4P action plan"
    let marking = plan.marking.map { "**\(Markdown.escaped($0))** · " } ?? ""
    let sections = plan.sections.map { section in
      ([heading(of: section.area)] + section.cells.map(table)).joined(separator: "\n\n")
    }
    return ([title, "\(marking)as at \(plan.asAt.inFull)"] + sections).joined(separator: "\n\n")
      + "\n"
  }

  private func heading(of area: Record<Area>?) -> String {
    guard let area else { return "## No area" }
    let number = area.number.map { "\($0). " } ?? ""
    return "## \(number)\(Markdown.escaped(area.title))"
  }

  private func table(of cell: Plan.Cell) -> String {
    let heading = "### \(Markdown.escaped(cell.title))\n\n"
    guard !cell.actions.isEmpty else { return heading + "**gap**" }
    let rows = cell.actions.map { action in
      Markdown.row(columns.map { board.cell($0, of: action) })
    }
    let head = [Markdown.row(columns.map(\.title)), Markdown.row(columns.map { _ in "---" })]
    return heading + (head + rows).joined(separator: "\n")
  }
}

/// A column of a plan's page.
private enum PlanPageColumn: String, CaseIterable {
  case phase, recommendation, milestone, ownership, review, status, outcome

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Whether the column is there however little the plan says: the four of the example.
  var isAlwaysShown: Bool {
    switch self {
    case .recommendation, .milestone, .ownership, .review: true
    case .phase, .status, .outcome: false
    }
  }
}

extension Board {
  /// What a cell of a plan's page says of an action, as Markdown.
  fileprivate func cell(_ column: PlanPageColumn, of action: Record<Action>) -> String {
    switch column {
    case .phase:
      Markdown.escaped(action.phase.map { settings.phases[$0]?.title ?? $0.text } ?? "")
    case .recommendation: Markdown.escaped(action.recommendation)
    case .milestone:
      action.milestones.ranked().map { Markdown.escaped($0.value.inWords) }.joined(
        separator: "<br>")
    case .ownership: ownership(of: action)
    case .review: action.review?.inFull ?? ""
    case .status: status(of: action)
    case .outcome: Markdown.escaped(action.outcome ?? "")
    }
  }

  /// Lead and owners, the lead first, with what they said to it.
  private func ownership(of action: Record<Action>) -> String {
    let others = action.owners.keys.filter { $0 != action.lead }
      .map { (id: $0, name: name(of: $0)) }.sorted { $0.name < $1.name }.map(\.id)
    return ([action.lead].compactMap(\.self) + others).map { partner in
      let notes = [
        partner == action.lead ? "lead" : nil, action.owners[partner]?.agreed.note,
      ].compactMap(\.self)
      let name = Markdown.escaped(name(of: partner))
      return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  private func status(of action: Record<Action>) -> String {
    guard let status = action.status else { return "" }
    let title = settings.statusLegend[status]?.title ?? status.text
    return [title, action.content.reasonForStatus].compactMap { $0.map(Markdown.escaped) }
      .joined(separator: ": ")
  }

  /// What a partner is called; its own name where the board does not know it.
  func name(of partner: Identifier<Partner>) -> String { self[partner]?.name ?? partner.text }
}

extension Action.Ownership.Agreed {
  /// What a page says of it; nothing of what nobody knows.
  fileprivate var note: String? {
    switch self {
    case .yes: "agreed"
    case .no: "not agreed"
    case .unknown: nil
    }
  }
}

extension Action.Milestone {
  /// The milestone with its date, unless the text names that already.
  fileprivate var inWords: String {
    if let done { return "\(text) (done \(done.inFull))" }
    guard let due, !text.lowercased().contains(due.inFull.lowercased()) else { return text }
    return "\(text) (\(due.inFull))"
  }
}

extension CalendarDate {
  /// The date as papers write it: `14 February 2018`, `April 2016` or `2017`.
  var inFull: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return [day.map { String($0) }, month.map { names[$0 - 1] }, String(year)].compactMap(\.self)
      .joined(separator: " ")
  }
}
