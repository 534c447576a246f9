import Domain

/// The rows of a sheet that tell of one action.
struct PlanEntry {
  /// Which action rows mean.
  enum Target: Hashable {
    case known(Identifier<Action>)
    case new(recommendation: String, area: Identifier<Area>?, p: Identifier<P>?)

    /// Nobody knows: a row of its own.
    case unclear(row: Int)
  }

  let target: Target
  var rows: [Int]

  /// Why it is not clear which action is meant.
  var flaw: PlanFlaw?
}

extension PlanImport {
  /// The actions that the sheet tells of, in the order of their first rows.
  func entries() -> [PlanEntry] {
    let superseded = board.supersededActions
    let known = Dictionary(
      grouping: board.actions.standing.filter { !superseded.contains($0.id) }
    ) { PlanImport.key($0.recommendation) }
    var entries: [PlanEntry] = []
    var places: [PlanEntry.Target: Int] = [:]
    for row in cells.table.filledRows {
      do throws(PlanFlaw) {
        let target = try target(ofRow: row, among: known)
        if let place = places[target] {
          entries[place].rows.append(row)
        } else {
          places[target] = entries.count
          entries.append(PlanEntry(target: target, rows: [row]))
        }
      } catch {
        entries.append(PlanEntry(target: .unclear(row: row), rows: [row], flaw: error))
      }
    }
    return entries
  }

  private func target(
    ofRow row: Int, among known: [String: [Record<Action>]]
  ) throws(PlanFlaw) -> PlanEntry.Target {
    if let cell = cells[row, .id] { return .known(try action(namedBy: cell)) }
    guard let text = cells[row, .recommendation] else {
      throw PlanFlaw(
        row: row, column: .recommendation, what: "says nothing of which action is meant",
        remedy: "Write its recommendation in every row of the action, or its ID.")
    }
    let area = try area(ofRow: row)
    let p = try p(ofRow: row)
    let found = (known[PlanImport.key(text.text)] ?? []).filter { action in
      (area.isUnsaid || action.area == area.id) && (p == nil || action.p == p)
    }
    if found.count > 1 {
      throw text.ambiguous(text.text, found.map(\.id).sorted())
    }
    if let action = found.first { return .known(action.id) }
    return .new(recommendation: PlanImport.key(text.text), area: area.id, p: p)
  }

  /// What texts are compared by: their words, in lower case.
  static func key(_ text: String) -> String {
    PlanCells.plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private func action(namedBy cell: PlanCellText) throws(PlanFlaw) -> Identifier<Action> {
    if let id = try? Identifier<Action>(cell.text), let action = board[id] {
      guard action.isDeleted else { return id }
      throw cell.flaw(
        "the action “\(id)” was removed",
        "Restore it with “socboard set \(action.recordName) deleted=no”, or leave the ID empty.")
    }
    let found = board.names(matching: cell.text, of: .action).compactMap {
      try? Identifier<Action>($0.id)
    }
    if found.count > 1 { throw cell.ambiguous(cell.text, found) }
    guard let id = found.first else {
      throw cell.flaw(
        "there is no action “\(cell.text.prefix(60))”",
        "Leave the ID empty to add the row as a new action.")
    }
    return id
  }

  /// The area of a row without an ID, and whether nobody says one.
  private func area(
    ofRow row: Int
  ) throws(PlanFlaw) -> (id: Identifier<Area>?, isUnsaid: Bool) {
    guard let cell = cells[row, .area] else { return (intake.area, intake.area == nil) }
    return (cell.isNothing ? nil : try cell.meaning("area", in: names.areas), false)
  }

  private func p(ofRow row: Int) throws(PlanFlaw) -> Identifier<P>? {
    guard let cell = cells[row, .p] else { return intake.p }
    return try cell.meaning("P", in: names.ps)
  }
}
