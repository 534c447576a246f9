package import Domain

/// Takes a sheet of issues and their scores into a board: what it would add, change, leave and
/// refuse.
///
/// - A row means the issue that its ID names, else the one with its title, else a new one. Several
///   rows of one issue are its scores for the baseline, places, periods and agencies.
/// - An empty cell, and a cell that says what the board says, ask for nothing. A cell with a hyphen
///   takes away what the board says. Nothing is taken away because it is not in the sheet.
/// - Values go into working scorecards, those of an agency into its own. An agreed score is a
///   decision, which no sheet makes.
/// - What comes near another issue is told, and never merged.
/// - An issue is taken whole or refused whole.
package struct IssueImport {
  let intake: IssueIntake
  let cells: IssueCells
  let today: CalendarDate
  let stamp: Stamp

  /// The model in use; `nil` where nothing can be scored, and so no value be read.
  let scorer: Scorer?

  /// What each criterion's cells can say, in the order of the scorer's criteria.
  let scales: [ScaleReader]

  /// The criteria's names, in the same order.
  let criterionNames: [Identifier<Criterion>]

  /// The places of the criteria, sorted by name, as a scorecard holds them.
  let criteriaByName: [Int]
  private let newName: () -> Identifier<Never>

  /// What records made by the import say of where they come from.
  private let source: String

  /// The board as it would be with the rows that were read.
  var board: Board
  var names: IssueNames

  /// The themes that the sheet adds, in its order; their ranks follow when all are known.
  var addedThemes: [Identifier<Theme>] = []

  /// How many issues that are added nobody has marked, by a cell, the intake or an area.
  private var unmarked = 0

  /// The scorecards on the board by what they are for; filled when the first is asked for.
  var knownCards: [CardPlace: Record<Scorecard>]?

  /// The dates that were read so far: a long sheet says the same few over and over.
  private var dates: [String: CalendarDate] = [:]

  /// What is alike among issues; `nil` where there are too many to compare.
  private var lookalikes: Lookalikes?

  /// How many pairs of issues are compared at most.
  static let mostPairs = 20_000_000

  /// Begins with a sheet whose columns are those of issues.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - board: The board as it is.
  ///   - intake: What holds for rows that do not say it themselves.
  ///   - today: The day that dates are read from, and that new scores are dated.
  ///   - stamp: Who takes the sheet in, and when.
  ///   - newName: Gives a name that no record has.
  /// - Throws: ``SheetProblems`` when the columns are wrong.
  package init(
    _ table: CSVTable, into board: Board, _ intake: IssueIntake = IssueIntake(),
    today: CalendarDate, stamp: Stamp, newName: @escaping () -> Identifier<Never>
  ) throws(SheetProblems) {
    scorer = board.settings.model.flatMap { board[$0] }.flatMap { try? Scorer($0) }
    cells = IssueCells(table, try IssueColumns(of: table, scorer, chosen: intake.columns))
    self.board = board
    self.intake = intake
    self.today = today
    self.stamp = stamp
    self.newName = newName
    source = "imported from \(table.file)"
    names = IssueNames(of: board)
    let criteria = scorer?.criteria ?? []
    scales = criteria.map(ScaleReader.init)
    criterionNames = criteria.map(\.id)
    criteriaByName = criteria.indices.sorted { criteria[$0].id < criteria[$1].id }
  }

  /// Reads all rows; nothing is written.
  package mutating func preview() -> IssuePreview {
    let entries = entries()
    let isComparable = entries.count * (board.issues.count + entries.count) <= IssueImport.mostPairs
    if isComparable { lookalikes = Lookalikes(of: board) }
    let rows = entries.map { take($0) }
    let unread = isComparable ? [] : ["Lookalikes are not looked for among so many issues."]
    let unscored = scorer == nil ? ["The board has no scoring model, so no values are read."] : []
    rankAddedThemes()
    return IssuePreview(
      file: cells.table.file, columns: cells.columns.uses, rows: rows,
      settings: addedThemes.isEmpty ? nil : board.settings,
      notes: cells.columns.hints(scorer) + unscored + unread + unmarkedNote)
  }

  /// That issues get the lowest marking because nobody says another.
  private var unmarkedNote: [String] {
    guard unmarked > 0, let lowest = board.lowestMarking.flatMap({ board.settings.markings[$0] })
    else { return [] }
    let what =
      unmarked == 1
      ? "1 issue that is added has no marking and no area: it is"
      : "\(unmarked) issues that are added have no marking and no area: they are"
    let open = lowest.isPublic ? ", which is public" : ""
    return ["\(what) marked \(lowest.title), the lowest\(open)."]
  }

  /// What becomes of the rows of one issue.
  private mutating func take(_ entry: IssueEntry) -> IssuePreview.Row {
    let themes = addedThemes.count
    let reading = read(entry)
    let lines = entry.rows.map { cells.line(ofRow: $0) }
    let known = reading.old?.recordName
    let title = reading.issue.title
    guard reading.problems.isEmpty else {
      // The themes that it would have added stay out with it.
      takeBackThemes(to: themes)
      return IssuePreview.Row(
        lines: lines, known: known, title: title, fate: .refused,
        problems: reading.problems.sorted {
          ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0)
        })
    }
    var changes: [String] = []
    var remarks = reading.remarks
    if let old = reading.old {
      changes = words(from: old, to: reading.issue)
    } else {
      remarks += resemblances(of: reading.issue, entry.rows[0])
      if reading.isUnmarked { unmarked += 1 }
    }
    for card in reading.cards where reading.old != nil {
      changes += words(from: board[card.id], to: card, called: board.title(ofPlaceOf: card))
    }
    let isChanged = reading.issue != reading.old
    if reading.old == nil, lookalikes != nil {
      board[reading.issue.id] = reading.issue
      if let slot = board.issues.slot(of: reading.issue.id) { lookalikes?.take(slot, of: board) }
    }
    let fate: IssuePreview.Fate =
      reading.old == nil ? .added : isChanged || !reading.cards.isEmpty ? .changed : .unchanged
    return IssuePreview.Row(
      lines: lines, known: known, title: title, fate: fate,
      issue: isChanged ? reading.issue : nil, cards: reading.cards, changes: changes,
      remarks: remarks)
  }

  /// What changes on a record, a line for each field.
  private func words<Content: RecordContent>(
    from old: Record<Content>?, to new: Record<Content>, called place: String? = nil
  ) -> [String] {
    guard let edit = Edit(from: old, to: new) else { return [] }
    let fields = edit.changes.besidesStamps.filter { change in
      old != nil || change.path.first == "values"
    }
    let lines = board.lines(of: fields, to: new.recordName, isNew: old == nil)
    return place.map { place in lines.map { "\(place): \($0)" } } ?? lines
  }

  /// The issues that a new one is like, as remarks on its row.
  private func resemblances(of issue: Record<Issue>, _ row: Int) -> [Problem] {
    guard let lookalikes else { return [] }
    let matches = lookalikes.matches(
      title: issue.title, text: issue.text, except: nil, in: board, limit: 2)
    return matches.map { match in
      let other = board[match.issue]?.title ?? match.issue.text
      return cells.problem(
        row, .title,
        CellFlaw(
          what: "is like “\(other.cut(to: 60))” by its \(match.field.rawValue), "
            + "\(match.likeness) of 1000",
          remedy: "It is added all the same; leave the row out, or merge the two, if they are one."
        ))
    }
  }

  /// The date that a cell holds of something that was.
  ///
  /// - Throws: ``CellFlaw`` where it is none, or is still to come.
  mutating func pastDate(_ text: String) throws(CellFlaw) -> CalendarDate {
    let date = try date(text)
    guard date.firstDayNumber <= today.lastDayNumber else {
      throw CellFlaw(
        what: "\(date.words) is still to come", remedy: "Write the day that it was, with its year.")
    }
    return date
  }

  /// The date that a cell holds, whenever it is.
  mutating func date(_ text: String) throws(CellFlaw) -> CalendarDate {
    if let date = dates[text] { return date }
    let date = try CalendarDate(cell: text, today: today)
    dates[text] = date
    return date
  }

  func name<Subject>() -> Identifier<Subject> { Identifier(newName()) }

  /// What a record made by the import says about itself.
  func newHeader(marking: Identifier<Marking>?) -> Header {
    Header(source: source, marking: marking)
  }
}

extension Board {
  /// What the place, period or agency of a card is called; `nil` for a working card of the baseline.
  fileprivate func title(ofPlaceOf card: Record<Scorecard>) -> String? {
    let parts = [
      card.context.map { title(of: $0) }, card.agency.map { self[$0]?.name ?? $0.text },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
