package import Domain

/// Takes a plan's sheet into a board: what it would add, change, leave and refuse.
///
/// - A row means the action that its ID names, else the one with its area, P and recommendation,
///   else a new one. Several rows of one action are its milestones.
/// - An empty cell, and a cell that says what the board says, ask for nothing. A cell with a hyphen
///   takes away what the board says.
/// - Nothing is taken away because it is not in the sheet. A list of owners is one value.
/// - An action is taken whole or refused whole.
package struct PlanImport {
  /// What a cell holds that takes away what the board says.
  static let nothing = "-"

  let choices: PlanIntake
  let cells: PlanCells
  let stamp: Stamp

  /// The day that dates are read from, and on which changes come true.
  let today: CalendarDate
  private let newName: () -> Identifier<Never>

  /// The board as it would be with the rows that were read.
  private(set) var board: Board
  private(set) var names: PlanNames

  /// A cell of the grid.
  private struct Cell: Hashable {
    let area: Identifier<Area>?
    let p: Identifier<P>
  }

  /// The last rank in each cell.
  private var lastRanks: [Cell: String] = [:]

  /// Begins with a sheet whose columns are those of a plan.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - board: The board as it is.
  ///   - choices: What holds for rows that do not say it themselves.
  ///   - today: The day on which the changes come true.
  ///   - stamp: Who takes the sheet in, and when.
  ///   - newName: Gives a name that no record and no entry has.
  /// - Throws: ``SheetProblems`` when the columns are wrong.
  package init(
    _ table: CSVTable, into board: Board, _ choices: PlanIntake = PlanIntake(), today: CalendarDate,
    stamp: Stamp, newName: @escaping () -> Identifier<Never>
  ) throws(SheetProblems) {
    cells = PlanCells(table, try PlanColumns(of: table))
    self.board = board
    self.choices = choices
    self.today = today
    self.stamp = stamp
    self.newName = newName
    names = PlanNames(of: board)
    for action in board.actions.standing {
      guard let rank = action.rank else { continue }
      let cell = Cell(area: action.area, p: action.p)
      lastRanks[cell] = max(rank, lastRanks[cell] ?? rank)
    }
  }

  /// Reads all rows; nothing is written.
  package mutating func preview() -> PlanPreview {
    let rows = entries().flatMap { take($0) }
    return PlanPreview(file: cells.table.file, rows: rows, notes: cells.columns.notes)
  }

  /// What becomes of the rows of one action, and of the partners that they add.
  private mutating func take(_ entry: PlanEntry) -> [PlanPreview.Row] {
    let reading = PlanEntryReader.reading(entry, self)
    let lines = entry.rows.map { cells.line(ofRow: $0) }
    let title = reading.record.recommendation
    let known = reading.old?.recordName
    guard reading.flaws.isEmpty else {
      let problems = reading.flaws.map { cells.problem($0) }
      return [
        PlanPreview.Row(
          lines: lines, record: known, title: title, fate: .refused, problems: problems)
      ]
    }
    let partners = reading.partners.compactMap { partner -> PlanPreview.Row? in
      names.partners.add(partner.id, partner.name)
      return put(partner, lines: lines, title: partner.name, isNew: true)
    }
    var record = reading.record
    if reading.old == nil {
      let cell = Cell(area: record.area, p: record.p)
      record.rank = Rank.between(lastRanks[cell], nil)
      lastRanks[cell] = record.rank
    }
    let row = put(record, lines: lines, title: title, isNew: reading.old == nil)
    return partners + [
      row ?? PlanPreview.Row(lines: lines, record: known, title: title, fate: .unchanged)
    ]
  }

  /// Puts a record on the board that is to be; `nil` when it says the same already.
  private mutating func put<Content: RecordContent>(
    _ record: Record<Content>, lines: [Int], title: String, isNew: Bool
  ) -> PlanPreview.Row? {
    guard let edit = board.put(record, stamp: stamp) else { return nil }
    let told = edit.changes.besidesStamps.filter { change in
      !isNew || !["recommendation", "name", "source"].contains(change.field)
    }
    return PlanPreview.Row(
      lines: lines, record: record.recordName, title: title, fate: isNew ? .added : .changed,
      words: board.lines(of: told, to: record.recordName, isNew: isNew), edit: edit)
  }

  func name<Subject>() -> Identifier<Subject> { Identifier(newName()) }

  /// What a record made by the import says about itself.
  func newHeader(marking: Identifier<Marking>?) -> Header {
    Header(source: "imported from \(cells.table.file)", marking: marking)
  }
}
