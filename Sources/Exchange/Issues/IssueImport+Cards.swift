import Domain

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
    var first: [CardPlace: Int] = [:]
    for row in entry.rows {
      guard let place = place(ofRow: row, &reading) else { continue }
      if let other = first[place] {
        let column: IssueColumn = cells.columns[.context] == nil ? .title : .context
        let flaw = CellFlaw(
          what: "is said twice: line \(cells.line(ofRow: other)) says it too",
          remedy: "Leave one of the rows out, or say for which place, period or agency it is.")
        reading.problems.append(cells.problem(row, column, flaw))
      } else {
        first[place] = row
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
    // A spreadsheet takes a version such as 2015-12 for a month; scores may be of a former one.
    let former = board.models.standing.filter { $0.formerOf == scorer.id }.map(\.version)
    let versions = [scorer.version] + former
    if let text = cells[row, .modelVersion], !versions.contains(text),
      !versions.contains(CalendarDate(spreadsheetMonth: text)?.description ?? text)
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
      otherwise: " For the baseline leave the cell empty, or say what the sheet calls it.")
  }

  // MARK: Cards

  func newCard(
    for place: CardPlace, of issue: Record<Issue>, _ scorer: Scorer
  ) -> Record<Scorecard> {
    var card = Scorecard(
      issue: place.issue, model: scorer.id, modelVersion: scorer.version, basis: place.basis,
      context: place.context)
    card.agency = place.agency
    return Record(id: name(), header: newHeader(marking: issue.header.marking), content: card)
  }

  /// The card of the board that counts in a place: of several the latest.
  mutating func card(at place: CardPlace) -> Record<Scorecard>? {
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
