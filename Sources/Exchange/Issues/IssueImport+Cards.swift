import Domain

/// What a scorecard is for: whose values of an issue, and where.
struct CardPlace: Hashable {
  let issue: Identifier<Issue>
  let basis: Scorecard.Basis
  let agency: Identifier<Partner>?
  let context: Identifier<ScoringContext>?
}

/// A row that says which card its values are for.
private struct CardRow {
  let row: Int
  let place: CardPlace
}

extension IssueImport {
  /// Reads the values of an issue's rows: those of the baseline first, over which others stand.
  mutating func readCards(of entry: IssueEntry, into reading: inout IssueReading) {
    let rows = cardRows(of: entry, &reading)
    guard let scorer, cells.columns.holdValues else { return }
    var baseline = reading.old.flatMap { countingBaseline(of: $0.id) }
    for card in rows.filter({ $0.place.context == nil }) + rows.filter({ $0.place.context != nil })
    {
      let values = read(card, over: baseline, scorer, into: &reading)
      if card.place.isBaseline, let values, baseline == nil || !isAgreed(card.place.issue) {
        baseline = values
      }
    }
  }

  /// What each row is for; two rows for one card contradict each other.
  private mutating func cardRows(
    of entry: IssueEntry, _ reading: inout IssueReading
  ) -> [CardRow] {
    var rows: [CardRow] = []
    for row in entry.rows {
      guard let place = place(ofRow: row, &reading) else { continue }
      if let other = rows.first(where: { $0.place == place }) {
        let column: IssueColumn = cells.columns[.context] == nil ? .title : .context
        let flaw = CellFlaw(
          what: "is said twice: line \(cells.line(ofRow: other.row)) says it too",
          remedy: "Leave one of the rows out, or say for which place, period or agency it is.")
        reading.problems.append(cells.problem(row, column, flaw))
      } else {
        rows.append(CardRow(row: row, place: place))
      }
    }
    return rows
  }

  private mutating func place(ofRow row: Int, _ reading: inout IssueReading) -> CardPlace? {
    var isRefused = false
    func refuse(_ column: IssueColumn, _ flaw: CellFlaw) {
      reading.problems.append(cells.problem(row, column, flaw))
      isRefused = true
    }
    var context: Identifier<ScoringContext>?
    if let text = cells[row, .context] {
      do throws(CellFlaw) { context = try self.context(text) } catch { refuse(.context, error) }
    }
    var agency: Identifier<Partner>?
    if let text = cells[row, .agency] {
      do throws(CellFlaw) {
        agency = try names.partners.one(called: text)
      } catch {
        refuse(.agency, error)
      }
    }
    var basis = agency == nil ? Scorecard.Basis.working : .agency
    if let text = cells[row, .basis] {
      let said = Scorecard.Basis(rawValue: text.lowercased())
      if let said, (said == .agency) == (agency != nil) {
        basis = said
      } else {
        refuse(.basis, IssueImport.basisFlaw(text, said))
      }
    }
    for (column, flaw) in modelFlaws(ofRow: row) { refuse(column, flaw) }
    return isRefused
      ? nil : CardPlace(issue: reading.issue.id, basis: basis, agency: agency, context: context)
  }

  private static func basisFlaw(_ text: String, _ said: Scorecard.Basis?) -> CellFlaw {
    switch said {
    case .agency?:
      CellFlaw(what: "is an agency's, but not which", remedy: "Name it under Scored by.")
    case .working?, .agreed?:
      CellFlaw(what: "is not an agency's", remedy: "Leave Scored by empty, or say agency.")
    case nil:
      CellFlaw(
        what: "“\(text.cut(to: 40))” is not taken", remedy: "Use working, agency or agreed.")
    }
  }

  /// Values that were given under another model, or another version, mean something else.
  private func modelFlaws(ofRow row: Int) -> [(IssueColumn, CellFlaw)] {
    guard let scorer, givesValues(row) else { return [] }
    var flaws: [(IssueColumn, CellFlaw)] = []
    if let text = cells[row, .model], text != scorer.id.text,
      IssueImport.key(text) != IssueImport.key(scorer.title)
    {
      flaws.append(
        (
          .model,
          CellFlaw(
            what: "“\(text.cut(to: 60))” is not the model in use",
            remedy: "The board scores with “\(scorer.title)”: score the issue anew, or leave its "
              + "values out.")
        ))
    }
    // A spreadsheet takes a version such as 2015-12 for a month.
    if let text = cells[row, .modelVersion], text != scorer.version,
      CalendarDate(spreadsheetMonth: text)?.description != scorer.version
    {
      flaws.append(
        (
          .modelVersion,
          CellFlaw(
            what: "“\(text.cut(to: 40))” is not the version in use",
            remedy: "The board scores with version \(scorer.version): score the issue anew, or "
              + "leave its values out.")
        ))
    }
    return flaws
  }

  private func givesValues(_ row: Int) -> Bool {
    cells.columns.values.contains { column in
      column.map { !ScaleReader.trimmed(cells.table.text(row, $0)).isEmpty } ?? false
    }
  }

  /// The place or period of a cell, `nil` for the baseline; a bare number or letter is read together
  /// with its heading: `2` under `block` is `block-2`.
  private mutating func context(_ text: String) throws(CellFlaw) -> Identifier<ScoringContext>? {
    let word = text.lowercased()
    if word == "baseline" || word == intake.baseline?.lowercased() { return nil }
    let heading = cells.columns[.context].map { cells.table.header[$0] } ?? ""
    for name in [text, "\(heading) \(text)", "\(heading)-\(text)".lowercased()]
    where names.contexts.index.meaning(of: name) != .none {
      return try names.contexts.one(called: name)
    }
    return try names.contexts.one(
      called: text,
      otherwise: " For the baseline leave the cell empty, or say what the sheet calls it: "
        + "--baseline.")
  }

  // MARK: Values

  /// Reads the values of a row into a card, where they say something that the board does not.
  ///
  /// - Returns: The values that the card would have; `nil` where the row cannot be read.
  private mutating func read(
    _ card: CardRow, over baseline: CriterionValues?, _ scorer: Scorer,
    into reading: inout IssueReading
  ) -> CriterionValues? {
    let place = card.place
    let isKnown = reading.old != nil
    let own = isKnown ? self.card(at: place) : nil
    var former = own
    // An agreed score is what a first working card begins with.
    if own == nil, isKnown, place.basis == .working { former = self.card(at: place.agreed) }
    guard let given = values(of: card.row, scorer, &reading) else { return nil }
    var values = former?.values ?? CriterionValues()
    if values.isEmpty, place.context == nil {
      values = CriterionValues(given.compactMap(\.entry))
    } else {
      let isOverride = place.context != nil && place.agency == nil
      for cell in given {
        let stands = values[cell.criterion] ?? (isOverride ? baseline?[cell.criterion] : nil)
        guard cell.value != stands else { continue }
        let isBaseline = isOverride && cell.value == baseline?[cell.criterion]
        values[cell.criterion] = isBaseline ? nil : cell.value
      }
    }
    let scored = date(ofRow: card.row, &reading)
    setReasons(of: card.row, given, in: &values, scorer, &reading)
    if place.agency == nil { remark(onGapsOf: card, values, baseline, scorer, &reading) }
    guard values != former?.values ?? CriterionValues() else { return values }
    guard place.basis != .agreed else {
      let flaw = CellFlaw(
        what: "is agreed, and says other values than were agreed",
        remedy: "An agreed score is a decision: say working, and agree it in Risk with A.")
      reading.problems.append(cells.problem(card.row, .basis, flaw))
      return nil
    }
    var record = own ?? newCard(for: place, of: reading.issue, scorer)
    record.content.values = values
    if own == nil || scored != nil { record.content.date = scored ?? today }
    reading.cards.append(record)
    return values
  }

  /// What a row says of a criterion; without a value it takes away what is there.
  private struct Given {
    let criterion: Identifier<Criterion>
    let value: Exact?

    var entry: CriterionValues.Entry? {
      value.map { CriterionValues.Entry(criterion: criterion, value: $0) }
    }
  }

  /// The values that a row gives, sorted by criterion; `nil` where one is off its scale.
  private func values(
    of row: Int, _ scorer: Scorer, _ reading: inout IssueReading
  ) -> [Given]? {
    var given: [Given] = []
    given.reserveCapacity(scales.count)
    var isWhole = true
    for index in criteriaByName {
      guard let column = cells.columns.values[index] else { continue }
      let cell = ScaleReader.trimmed(cells.table.text(row, column))
      if cell.isEmpty { continue }
      let criterion = criterionNames[index]
      if let value = scales[index].value(of: cell) {
        given.append(Given(criterion: criterion, value: value))
      } else if cell.elementsEqual(PlanImport.nothing.utf8) {
        given.append(Given(criterion: criterion, value: nil))
      } else {
        isWhole = false
        let text = String(decoding: cell, as: UTF8.self)
        reading.problems.append(
          cells.problem(
            row, at: column,
            CellFlaw(
              what: "“\(text.cut(to: 40))” is not on the scale",
              remedy: "Use one of: \(scorer.criteria[index].allowed); or leave it empty.")))
      }
    }
    return isWhole ? given : nil
  }

  private func setReasons(
    of row: Int, _ given: [Given], in values: inout CriterionValues, _ scorer: Scorer,
    _ reading: inout IssueReading
  ) {
    for (index, column) in cells.columns.reasons.enumerated() {
      guard let column, let text = cells[row, at: column] else { continue }
      let criterion = scorer.criteria[index].id
      // Whoever gives a reason for a value of a place means it for that place, whatever else stands.
      let value = values[criterion] ?? given.first { $0.criterion == criterion }?.value
      if let value {
        values[criterion] = value
        values.setReason(text == PlanImport.nothing ? nil : text, for: criterion)
      } else {
        let flaw = CellFlaw(what: "is the reason for no value", remedy: "Write the value, too.")
        reading.problems.append(cells.problem(row, at: column, flaw))
      }
    }
  }

  private mutating func date(ofRow row: Int, _ reading: inout IssueReading) -> CalendarDate? {
    guard let text = cells[row, .scored] else { return nil }
    do throws(CellFlaw) {
      return try date(text)
    } catch {
      reading.problems.append(cells.problem(row, .scored, error))
      return nil
    }
  }

  /// An issue that is scored, but not in full, has no score at all: that is told.
  private func remark(
    onGapsOf card: CardRow, _ values: CriterionValues, _ baseline: CriterionValues?,
    _ scorer: Scorer, _ reading: inout IssueReading
  ) {
    guard !values.isEmpty else { return }
    let standing = card.place.context == nil ? values : values.overriding(baseline ?? .init())
    guard standing.entries.count < scorer.criteria.count else { return }
    let missing = scorer.criteria.indices.filter { standing[scorer.criteria[$0].id] == nil }
    guard let first = missing.first else { return }
    let titles = missing.map { scorer.criteria[$0].criterion.title }
    let flaw = CellFlaw(
      what: "is unscored"
        + (titles.count == 1
          ? ""
          : ", with \(titles.count - 1) more: "
            + titles.dropFirst().joined(separator: ", ")),
      remedy: "Without it the issue has no score; unscored is not 0.")
    reading.remarks.append(
      cells.problem(card.row, at: cells.columns.values[first], called: titles[0], flaw))
  }

  // MARK: Cards

  private func newCard(
    for place: CardPlace, of issue: Record<Issue>, _ scorer: Scorer
  ) -> Record<Scorecard> {
    var card = Scorecard(
      issue: place.issue, model: scorer.id, modelVersion: scorer.version, basis: place.basis,
      context: place.context)
    card.agency = place.agency
    return Record(id: name(), header: newHeader(marking: issue.header.marking), content: card)
  }

  /// The card of the board that counts in a place: of several the latest.
  private mutating func card(at place: CardPlace) -> Record<Scorecard>? {
    if let knownCards { return knownCards[place] }
    var cards: [CardPlace: Record<Scorecard>] = [:]
    for card in board.scorecards.standing where card.model == scorer?.id {
      let place = CardPlace(card)
      if let other = cards[place], card.isBefore(other) { continue }
      cards[place] = card
    }
    knownCards = cards
    return cards[place]
  }

  /// The values of an issue on the board that places and periods override.
  private mutating func countingBaseline(of issue: Identifier<Issue>) -> CriterionValues? {
    let working = CardPlace(issue: issue, basis: .working, agency: nil, context: nil)
    return (card(at: working.agreed) ?? card(at: working))?.values
  }

  /// Whether the baseline of an issue is agreed on the board, so that no working value counts.
  private mutating func isAgreed(_ issue: Identifier<Issue>) -> Bool {
    card(at: CardPlace(issue: issue, basis: .agreed, agency: nil, context: nil)) != nil
  }
}

extension CardPlace {
  fileprivate init(_ card: Record<Scorecard>) {
    self.init(
      issue: card.issue, basis: card.basis, agency: card.agency, context: card.context)
  }

  /// Whether it is the board's own score without a place or period.
  fileprivate var isBaseline: Bool { context == nil && agency == nil }

  /// The place of the agreed card that stands before this one.
  fileprivate var agreed: CardPlace {
    CardPlace(issue: issue, basis: .agreed, agency: nil, context: context)
  }
}
