package import Domain
import Screen

/// The partnership itself: who is in it, who else should be, and what may be shared.
package struct PartnersPane: Sendable {
  /// What the pane lists.
  package enum View: String, CaseIterable, Sendable {
    case partners = "Partners"
    case uncovered = "Areas without an agency"
    case requests = "Information requests"
    case agreements = "Agreements"
    case due = "Due"
    case practice = "Good practice"

    /// The view that lists the records of a kind.
    init?(_ kind: Kind) {
      switch kind {
      case .partner: self = .partners
      case .request: self = .requests
      case .agreement: self = .agreements
      case .practice: self = .practice
      default: return nil
      }
    }

    /// The kinds of record whose damaged files stand in the list.
    var kinds: [Kind] { Kind.allCases.filter { View($0) == self } }
  }

  /// What a row stands for.
  enum Row: Hashable, Sendable {
    case record(RecordName)
    case due(Due)
    /// A file that could not be read, by its path.
    case damaged(String)

    var name: RecordName? {
      switch self {
      case .record(let name): name
      case .due(let due): due.record
      case .damaged: nil
      }
    }
  }

  enum Order: String, CaseIterable, Sendable {
    case own = "the view's own order"
    case attention = "what asks for attention"
    case title = "title"
  }

  package internal(set) var view = View.partners

  /// The partner whose whole is shown; `nil` while a list is.
  package internal(set) var whole: Identifier<Partner>?

  /// The entries of the whole partner.
  var sheet = ListState<PartnerEntry>()

  /// Whether something changed since the entries were listed.
  var isSheetStale = false

  var lists: [View: ListState<Row>] = [:]
  var orders: [View: Order] = [:]
  var reversed: Set<View> = []

  /// The agencies whose units are not shown.
  var folded: Set<Identifier<Partner>> = []
  var box = 0

  /// How far the second box is scrolled.
  var scroll = 0

  /// What follows from the other records; `nil` until the pane is shown.
  var derived: Derived?

  /// What partners answer for, who has an impact where, and what was heard.
  struct Derived: Sendable {
    var accounts: PartnerAccounts
    var impacts: Impacts
    var ties: PartnerTies
    /// The answers in the current round; `nil` where there is no round.
    var answers: RoundAnswers?
  }

  /// The list of the view.
  var list: ListState<Row> {
    get { lists[view] ?? ListState() }
    set { lists[view] = newValue }
  }

  var order: Order { orders[view] ?? .own }
}

extension WorkspaceState {
  /// The partner whose whole is shown; `nil` in every other view.
  var wholePartner: Record<Partner>? {
    pane == .partners ? partners.whole.flatMap { board[$0] } : nil
  }

  /// The record under the cursor.
  var selectedInPartners: RecordName? {
    partners.whole.map { RecordName($0) } ?? partners.list.selected?.name
  }

  /// The record of a kind under the cursor; `nil` for one of another kind.
  func selectedPartnersRecord<Content: RecordContent>() -> Record<Content>? {
    selectedInPartners.flatMap { $0.identifier() }.flatMap { board[$0] }
  }

  // MARK: What follows

  /// Works out what the pane shows, and what it follows from where that was not done before.
  mutating func sortPartners() {
    if partners.derived == nil { derivePartners() }
    sortPartnersList()
    sortPartnerSheet()
  }

  private mutating func derivePartners() {
    partners.derived = PartnersPane.Derived(
      accounts: PartnerAccounts(of: board, summaries, today: today),
      impacts: Impacts(on: board, today: today),
      ties: PartnerTies(of: board),
      answers: board.currentRound.map { RoundAnswers(to: $0.id, on: board) })
  }

  /// Hears the answers to the round that is being asked, where it is another one than before.
  private mutating func followRounds() {
    let current = board.currentRound?.id
    guard current != partners.derived?.answers?.round else { return }
    partners.derived?.answers = current.map { RoundAnswers(to: $0, on: board) }
  }

  /// Takes note of a record that came in, where what follows has been worked out.
  mutating func derivePartners<Content: RecordContent>(
    from record: Record<Content>, after old: Record<Content>?
  ) {
    partners.isSheetStale = true
    guard partners.derived != nil else { return }
    let today = today
    partners.derived?.ties.replace(old, with: record)
    switch record {
    case let action as Record<Action>:
      partners.derived?.accounts.replace(
        old as? Record<Action>, with: action, in: board, summaries, today: today)
    case let response as Record<Response>:
      partners.derived?.answers?.replace(old as? Record<Response>, with: response, on: board)
    case let partner as Record<Partner>:
      let former = old as? Record<Partner>
      let isAll = partners.derived?.impacts.replace(
        former, with: partner, on: board, today: today)
      if isAll == false { derivePartners() }
    case is Record<Round>: followRounds()
    case is Record<BoardSettings>: derivePartners()
    default: break
    }
  }

  /// What a partner answers for, with its units.
  func account(of partner: Identifier<Partner>) -> PartnerAccounts.Account {
    partners.derived?.accounts[partner] ?? PartnerAccounts.Account()
  }

  /// The units of an agency, by name.
  func units(of agency: Identifier<Partner>) -> [Identifier<Partner>] {
    partners.derived?.ties.units(of: agency, on: board) ?? []
  }

  /// The actions in the plan that wait for a request.
  func blocked(by request: Identifier<Request>) -> Set<Identifier<Action>> {
    partners.derived?.accounts.blocked(by: request) ?? []
  }

  /// Who has to do with an area.
  func engagement(in area: Record<Area>) -> Engagement {
    guard let derived = partners.derived else { return Engagement() }
    return board.engagement(in: area, derived.impacts, derived.accounts, derived.answers)
  }

  // MARK: Rows

  /// Puts the rows of the view in their order again, narrowed to the filter.
  mutating func sortPartnersList() {
    let filter = partners.list.filter.text.trimmed
    let names = damagedRows() + partnersRows(isNarrowed: !filter.isEmpty)
    let rows = filter.isEmpty ? names : names.filter { title(of: $0).containsFolded(filter) }
    let former = partners.list.selected?.name
    partners.list.show(rows, of: max(names.count, rows.count))
    // Of a unit that is folded away the cursor goes to its agency.
    if let former, former != partners.list.selected?.name,
      let id: Identifier<Partner> = former.identifier(), let agency = board[id]?.parent
    {
      partners.list.select(.record(RecordName(agency)))
    }
  }

  private func damagedRows() -> [PartnersPane.Row] {
    let folders = partners.view.kinds.compactMap { $0.folder.map { "\($0)/" } }
    let files = Set(unreadable.map(\.file)).filter { file in
      folders.contains { file.hasPrefix($0) }
    }
    return files.filter { file in
      RecordName(String(file.dropLast(".json".count))).map { !board.holds($0) } ?? true
    }.sorted().map { .damaged($0) }
  }

  private func partnersRows(isNarrowed: Bool) -> [PartnersPane.Row] {
    var rows = ownRows(isNarrowed: isNarrowed)
    switch partners.order {
    case .own: break
    case .title:
      rows = rows.map { (title: title(of: $0).folded, row: $0) }
        .sorted { ($0.title, $0.row.name?.id ?? "") < ($1.title, $1.row.name?.id ?? "") }
        .map(\.row)
    case .attention:
      rows = rows.enumerated().map { (count: attention(of: $1).count, place: $0, row: $1) }
        .sorted { ($1.count, $0.place) < ($0.count, $1.place) }.map(\.row)
    }
    return partners.reversed.contains(partners.view) ? rows.reversed() : rows
  }

  private func ownRows(isNarrowed: Bool) -> [PartnersPane.Row] {
    switch partners.view {
    case .partners: partnerRows(isNarrowed: isNarrowed)
    case .uncovered:
      board.orderedAreas.filter { $0.status != .closed }
        .map { (ways: engagement(in: $0).ways, name: $0.recordName) }.enumerated()
        .sorted { ($0.element.ways, $0.offset) < ($1.element.ways, $1.offset) }
        .map { .record($0.element.name) }
    case .requests:
      board.requests.standing.map { (day: $0.asked?.lastDayNumber ?? .min, name: $0.recordName) }
        .sorted { ($1.day, $0.name) < ($0.day, $1.name) }.map { .record($0.name) }
    case .agreements:
      board.agreements.standing
        .map { (day: $0.review?.lastDayNumber ?? .max, name: $0.recordName) }
        .sorted { ($0.day, $0.name) < ($1.day, $1.name) }.map { .record($0.name) }
    case .due: board.dues.map { .due($0) }
    case .practice: board.names(of: .practice).map { .record($0) }
    }
  }

  /// Agencies by name, each followed by its units; those who left stand last.
  private func partnerRows(isNarrowed: Bool) -> [PartnersPane.Row] {
    let all = board.partners.standing.map { (name: $0.name.folded, record: $0) }
      .sorted { ($0.name, $0.record.id) < ($1.name, $1.record.id) }.map(\.record)
    let units = Dictionary(grouping: all.filter { isUnit($0) }) { $0.parent }
    let agencies = all.filter { !isUnit($0) }
    let left = agencies.filter { board.hasLeft($0.id, on: today) }.map(\.id)
    let ordered =
      agencies.filter { !left.contains($0.id) } + agencies.filter { left.contains($0.id) }
    return ordered.flatMap { agency in
      let isFolded = partners.folded.contains(agency.id) && !isNarrowed
      return [agency] + (isFolded ? [] : units[agency.id] ?? [])
    }.map { .record($0.recordName) }
  }

  /// Whether a partner stands under another one that the board has.
  func isUnit(_ partner: Record<Partner>) -> Bool {
    guard let parent = partner.parent, parent != partner.id, let agency = board[parent] else {
      return false
    }
    return !agency.isDeleted && agency.parent == nil
  }

  /// What a row is called.
  func title(of row: PartnersPane.Row) -> String {
    switch row {
    case .record(let name): board.title(of: name) ?? "\(name)"
    case .due(let due): board.title(of: due.record) ?? "\(due.record)"
    case .damaged(let file): "cannot be read: \(file)"
    }
  }

  // MARK: What comes in

  /// Gives a record that came in its row: a new one stands last, and nothing else moves.
  mutating func listInPartners<Content: RecordContent>(_ record: Record<Content>, isNew: Bool) {
    guard !record.isDeleted else { return }
    let name = record.recordName
    if isNew, let view = PartnersPane.View(name.kind) { list(.record(name), in: view) }
    for due in board.dues(of: name) { list(.due(due), in: .due) }
  }

  /// Adds a row at the end of a view that has been shown.
  mutating func list(_ row: PartnersPane.Row, in view: PartnersPane.View) {
    guard var list = partners.lists[view], list.row(of: row) == nil else { return }
    list.append(row, isShown: title(of: row).containsFolded(list.filter.text.trimmed))
    partners.lists[view] = list
  }

  /// Takes a row out of every view, unless the cursor is on it.
  mutating func dropFromPartners(_ name: RecordName) {
    for view in PartnersPane.View.allCases {
      partners.lists[view]?.remove(.record(name))
      for kind in Due.Kind.allCases { partners.lists[view]?.remove(.due(Due(name, kind))) }
    }
  }

  // MARK: Going

  /// Shows another view; the marks are those of the one that is left.
  mutating func showPartners(_ view: PartnersPane.View) {
    partners.whole = nil
    partners.scroll = 0
    if partners.view != view { rowMarks[.partners] = nil }
    partners.view = view
    partners.box = 0
    sortPartnersList()
  }

  /// Selects a record in the view that lists its kind, and drops what hides it there.
  ///
  /// - Returns: Whether the list has it.
  mutating func selectInPartners(_ name: RecordName) -> Bool {
    guard let view = PartnersPane.View(name.kind) else { return false }
    if partners.whole != nil || partners.view != view { showPartners(view) }
    if partners.list.row(of: .record(name)) == nil {
      if let id: Identifier<Partner> = name.identifier(), let parent = board[id]?.parent {
        partners.folded.remove(parent)
      }
      partners.list.filter = LineEditor()
      sortPartnersList()
    }
    partners.list.select(.record(name))
    partners.scroll = 0
    return selectedInPartners == name
  }

  /// Folds the units of the selected agency, or of the agency of the selected unit; or unfolds.
  mutating func foldPartners(_ isFolded: Bool) {
    guard let partner: Record<Partner> = selectedPartnersRecord() else { return }
    let agency = isUnit(partner) ? partner.parent ?? partner.id : partner.id
    if isFolded {
      partners.folded.insert(agency)
      partners.list.select(.record(RecordName(agency)))
    } else {
      partners.folded.remove(agency)
    }
    sortPartnersList()
  }

  mutating func moveInPartners(rows: Int) {
    if partners.whole != nil {
      partners.sheet.move(by: rows)
    } else if partners.box == 0 {
      partners.list.move(by: rows)
      partners.scroll = 0
    } else {
      let width = max(8, secondBoxWidth - 2)
      let count = partnersLines.reduce(0) { $0 + $1.wrapped(to: width).count }
      let last = max(0, count - (body.height - 2))
      partners.scroll = min(max(0, partners.scroll + rows), last)
    }
  }

  /// Goes to the next row that asks for attention, around.
  mutating func goToNextPartner() {
    if partners.whole != nil { return goToNextPartnerEntry() }
    let rows = partners.list.rows
    let start = (partners.list.selectedRow ?? -1) + 1
    let circle = rows.dropFirst(start) + rows.prefix(start)
    guard let next = circle.first(where: { !attention(of: $0).isEmpty }) else {
      flash = "Nothing here asks for attention; > shows the next view."
      return
    }
    partners.list.select(next)
    partners.scroll = 0
  }
}
