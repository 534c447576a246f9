import Domain

extension IssueImport {
  /// Reads the values of a row into a card, where they say something that the board does not.
  ///
  /// - Returns: The values that the card would have; `nil` where the row cannot be read.
  mutating func read(
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
      return try pastDate(text)
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
}
