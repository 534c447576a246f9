import Domain
import JSON

/// Reads what the rows of one action say, and collects what is wrong with them.
struct PlanEntryReader {
  private let entry: PlanEntry
  let plan: PlanImport

  /// The action as the board has it; `nil` when it is new.
  let old: Record<Action>?

  /// The action as the rows want it.
  var record: Record<Action>
  private(set) var flaws: [PlanFlaw] = []

  /// The partners that the rows add.
  var partners: [Record<Partner>] = []

  /// The name of the change of status: one, however often the rows tell of it.
  var change: Identifier<Action.StatusChange>?

  /// What the rows say of milestones.
  var wishes: [MilestoneWish] = []

  /// What the rows of one action come to.
  struct Reading {
    let record: Record<Action>
    let old: Record<Action>?
    let flaws: [PlanFlaw]
    let partners: [Record<Partner>]
  }

  /// Reads the rows of one action, and holds nothing of the board when that is done.
  static func reading(_ entry: PlanEntry, _ plan: PlanImport) -> Reading {
    var reader = PlanEntryReader(entry, plan)
    reader.read()
    return Reading(
      record: reader.record, old: reader.old, flaws: reader.flaws, partners: reader.partners)
  }

  private init(_ entry: PlanEntry, _ plan: PlanImport) {
    self.entry = entry
    self.plan = plan
    if case .known(let id) = entry.target { old = plan.board[id] } else { old = nil }
    let text = entry.rows.lazy.compactMap { plan.cells[$0, .recommendation] }.first?.text ?? ""
    record =
      old
      ?? Record(
        id: plan.name(), header: plan.newHeader(marking: nil),
        content: Action(area: nil, p: "pursue", recommendation: text))
    if case .new(_, let area, let p) = entry.target {
      record.area = area
      if let p { record.p = p }
    }
    if let flaw = entry.flaw { flaws = [flaw] }
  }

  /// Reads all cells; nothing is to be taken when there are flaws then.
  private mutating func read() {
    guard flaws.isEmpty else { return }
    if case .new(_, _, nil) = entry.target {
      flaws.append(
        PlanFlaw(
          row: entry.rows[0], column: .p, what: "is needed for a new action",
          remedy: "Use one of: \(plan.names.ps.titles.joined(separator: ", "))."))
    }
    for column in PlanColumn.allCases where !column.isOfMilestone && column != .id {
      collect { reader throws(PlanFlaw) in try reader.take(column) }
    }
    for row in entry.rows { note(milestoneOf: row) }
    collect { reader throws(PlanFlaw) in try reader.takeMilestones() }
    if old == nil, record.header.marking == nil {
      record.header.marking = plan.board.marking(forNewIn: record.area)
    }
    refuseOversize()
  }

  private mutating func collect(_ body: (inout PlanEntryReader) throws(PlanFlaw) -> Void) {
    do throws(PlanFlaw) {
      try body(&self)
    } catch {
      flaws.append(error)
    }
  }

  /// Whether a column cannot be taken, so that what rests on it need not be told.
  func isRefused(_ column: PlanColumn) -> Bool { flaws.contains { $0.column == column } }

  /// What the rows want a column of the action to say; none when they ask for nothing.
  func wishes(of column: PlanColumn) -> [PlanCellText] {
    // Where a new action stands is what its rows have in common.
    if old == nil, column == .area || column == .p { return [] }
    let present = old.map { PlanCells.plain(plan.names.cell(column, of: $0)) }
    var known: Set<String> = []
    return entry.rows.compactMap { plan.cells[$0, column] }
      .filter { $0.text != present && known.insert(PlanImport.key($0.text)).inserted }
  }

  /// Gives the action what its rows want of a column, which must be one thing.
  private mutating func take(_ column: PlanColumn) throws(PlanFlaw) {
    let wishes = wishes(of: column)
    guard let first = wishes.first else { return }
    let before = record
    try apply(first)
    let wanted = record
    for other in wishes.dropFirst() {
      record = before
      try apply(other)
      guard record == wanted else { throw contradiction(first, other) }
    }
  }

  private func contradiction(_ first: PlanCellText, _ other: PlanCellText) -> PlanFlaw {
    other.flaw(
      "says “\(other.text.prefix(40))”, but line \(plan.cells.line(ofRow: first.row)) says "
        + "“\(first.text.prefix(40))” of the same action",
      "Say the same in both rows, or leave one empty.")
  }

  private mutating func apply(_ cell: PlanCellText) throws(PlanFlaw) {
    switch cell.column {
    case .id, .milestone, .due, .done: break
    case .area: record.area = cell.isNothing ? nil : try cell.meaning("area", in: plan.names.areas)
    case .p: record.p = try cell.meaning("P", in: plan.names.ps)
    case .phase:
      record.phase = cell.isNothing ? nil : try cell.meaning("phase", in: plan.names.phases)
    case .recommendation: record.recommendation = try words(of: cell)
    case .lead: try setLead(cell)
    case .ownership: try setOwners(cell)
    case .agreed: try setAgreed(.yes, cell)
    case .declined: try setAgreed(.no, cell)
    case .review: record.review = cell.isNothing ? nil : try cell.date(today: plan.today)
    case .status: try setStatus(cell)
    case .reason: try setReason(cell)
    case .outcome: record.outcome = cell.isNothing ? nil : cell.text
    case .marking: record.header.marking = try cell.meaning("marking", in: plan.names.markings)
    case .notes: record.header.notes = cell.isNothing ? nil : cell.text
    }
  }

  /// A text that cannot be taken away.
  func words(of cell: PlanCellText) throws(PlanFlaw) -> String {
    guard !cell.isNothing else { throw cell.flaw("cannot be taken away", "Write a text.") }
    return cell.text
  }

  private mutating func refuseOversize() {
    guard record != old, let value = try? Value(encoding: record),
      value.canonicalBytes.count > Limits.record.maximumBytes - 65_536
    else { return }
    flaws.append(
      PlanFlaw(
        row: entry.rows[0], column: nil, what: "is more than a record can hold",
        remedy: "Shorten its texts to less than 900,000 bytes."))
  }
}
