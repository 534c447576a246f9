import Domain
import Screen

/// Records of some kinds, to be looked up: a list, and what the selected one says.
struct RecordsPane: Sendable {
  enum Order: String, CaseIterable, Sendable {
    case kind, title
  }

  /// What a row stands for.
  enum Row: Hashable, Sendable {
    case record(RecordName)
    /// A file that could not be read, by its path.
    case damaged(String)
  }

  let pane: Pane
  var list = ListState<Row>()
  private(set) var order = Order.kind
  private(set) var box = 0
  var scroll = 0
  private var isReversed = false

  /// All rows with their titles, before they are ordered and narrowed.
  private var all: [(row: Row, title: String)] = []

  /// The titles of records that were changed since: `all` is not looked through for them.
  private var titles: [Row: String] = [:]

  /// The records that were removed since: their rows go when the list is sorted.
  private var removed: Set<Row> = []

  init(pane: Pane) { self.pane = pane }

  var selectedName: RecordName? {
    if case .record(let name)? = list.selected { name } else { nil }
  }

  /// Takes a board as it was read; files that could not be read stand among their kind.
  mutating func take(_ board: Board, problems: [Problem]) {
    all = pane.kinds.flatMap { kind -> [(row: Row, title: String)] in
      let folder = (kind.folder ?? "") + "/"
      let damaged = Set(problems.map(\.file).filter { $0.hasPrefix(folder) }).filter { path in
        guard let name = RecordName(String(path.dropLast(".json".count))) else { return true }
        return !board.holds(name)
      }
      return damaged.sorted().map { (.damaged($0), "cannot be read: \($0)") }
        + board.orderedNames(of: kind).map { name in
          (row: Row.record(name), title: board.title(of: name) ?? name.description)
        }
    }
    titles = [:]
    removed = []
    sort()
  }

  /// Takes in a record that somebody else changed, without sorting the list.
  mutating func take(_ name: RecordName, title: String, isAdded: Bool, isRemoved: Bool) {
    let row = Row.record(name)
    if isRemoved {
      removed.insert(row)
    } else if isAdded, removed.remove(row) == nil {
      add(row, title: title)
    } else {
      titles[row] = title
    }
  }

  /// Adds a row at the end.
  mutating func add(_ row: Row, title: String) {
    guard titles[row] == nil else { return }
    all.append((row: row, title: title))
    titles[row] = title
    list.append(row, isShown: title.containsFolded(list.filter.text.trimmed))
  }

  /// Takes a row out; the selected one goes when the list is sorted.
  mutating func remove(_ row: Row) {
    removed.insert(row)
    list.remove(row)
  }

  mutating func move(by rows: Int) {
    list.move(by: rows)
    scroll = 0
  }

  mutating func exchangeBox() { box = 1 - box }

  mutating func changeFilter(_ change: (inout LineEditor) -> Void) {
    change(&list.filter)
    sort()
  }

  mutating func changeOrder() {
    order = order.next
    sort()
  }

  mutating func reverse() {
    isReversed.toggle()
    sort()
  }

  /// Selects the first record that belongs to an area.
  mutating func select(context area: Identifier<Area>?, in board: Board) {
    guard let area, list.selected.map({ belongs($0, to: area, in: board) }) != true else { return }
    if let first = list.rows.first(where: { belongs($0, to: area, in: board) }) {
      list.select(first)
    }
  }

  private func belongs(_ row: Row, to area: Identifier<Area>, in board: Board) -> Bool {
    guard case .record(let name) = row else { return false }
    return board.links(of: name).contains { $0.field == "area" && $0.target.id == area.text }
  }

  private mutating func sort() {
    let filter = list.filter.text.trimmed
    if !titles.isEmpty || !removed.isEmpty {
      all = all.compactMap { row, title in
        removed.contains(row) ? nil : (row: row, title: titles[row] ?? title)
      }
      titles = [:]
      removed = []
    }
    var rows = all.filter { $0.title.containsFolded(filter) }
    if order == .title { rows.sort { $0.title.folded < $1.title.folded } }
    if isReversed { rows.reverse() }
    list.show(rows.map(\.row), of: all.count)
  }
}
