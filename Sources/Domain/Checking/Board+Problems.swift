extension Board {
  /// Everything that a check finds wrong with the records as they are together.
  ///
  /// What is wrong with single files is found when they are read.
  package var problems: [Problem] {
    var check = BoardCheck(board: self)
    check.run()
    return check.problems.sorted()
  }

  /// The records to check again when some have changed: those, and the ones they are checked
  /// together with.
  package func checkedTogether(with names: Set<RecordName>) -> Set<RecordName> {
    let kinds = Set(names.map(\.kind))
    var all = names
    if !kinds.isDisjoint(with: [.area, .decision]) {
      all.formUnion(areas.all.map(\.recordName) + decisions.all.map(\.recordName))
    }
    if kinds.contains(.partner) { all.formUnion(partners.all.map(\.recordName)) }
    if kinds.contains(.scorecard) { all.formUnion(models.all.map(\.recordName)) }
    return all
  }

  /// What a check finds wrong with some records.
  ///
  /// The cost does not grow with the board but for its areas, decisions, partners and models.
  ///
  /// - Parameter names: The records, with all that they are checked together with, and the other
  ///   cards of the same issues.
  /// - Returns: The problems, sorted.
  package func problems(of names: Set<RecordName>) -> [Problem] {
    var check = BoardCheck(board: self)
    check.run(names)
    return Set(check.problems).sorted()
  }
}

/// One walk over a board that collects what is wrong.
struct BoardCheck {
  let board: Board
  private(set) var problems: [Problem] = []

  /// The models that can be used, to check scorecards against.
  private var scorers: [Identifier<ScoringModel>: Scorer] = [:]

  init(board: Board) { self.board = board }

  mutating func run() {
    for kind in Kind.allCases { checkRecords(of: kind.content) }
    checkModels()
    checkAreas()
    for card in board.scorecards.standing { check(card) }
    for action in board.actions.standing { check(action) }
    for issue in board.issues.standing { check(issue) }
    for response in board.responses.standing { check(response) }
    for partner in board.partners.standing { checkParent(of: partner) }
    for area in board.areas.standing { checkReviews(of: area) }
    for practice in board.practice.standing { check(practice.p, of: practice.recordName) }
    checkRivals(among: board.scorecards.all)
  }

  /// Checks some records as ``run()`` checks all.
  mutating func run(_ names: Set<RecordName>) {
    let kinds = Set(names.map(\.kind))
    if !kinds.isDisjoint(with: [.scorecard, .model]) { checkModels() }
    if !kinds.isDisjoint(with: [.area, .decision]) { checkAreas() }
    if kinds.contains(.scorecard) { checkRivals(among: names) }
    for name in names.sorted() {
      func check<Content: RecordContent>(_ content: Content.Type) {
        guard let id = try? Identifier<Content>(name.id), let record = board[id],
          !record.isDeleted
        else { return }
        checkRecord(record)
        checkContent(record)
      }
      check(name.kind.content)
    }
  }

  private mutating func checkContent<Content: RecordContent>(_ record: Record<Content>) {
    switch record {
    case let card as Record<Scorecard>: check(card)
    case let action as Record<Action>: check(action)
    case let issue as Record<Issue>: check(issue)
    case let response as Record<Response>: check(response)
    case let partner as Record<Partner>: checkParent(of: partner)
    case let area as Record<Area>: checkReviews(of: area)
    case let practice as Record<Practice>: check(practice.p, of: practice.recordName)
    default: break
    }
  }

  mutating func report(
    _ record: RecordName, _ field: String?, _ what: String, remedy: String
  ) {
    problems.append(Problem(file: record.path, field: field, what: what, remedy: remedy))
  }

  /// What every record must have: a known marking, and links that lead somewhere.
  private mutating func checkRecords<Content: RecordContent>(of content: Content.Type) {
    for record in board[kind: content].standing { checkRecord(record) }
  }

  private mutating func checkRecord<Content: RecordContent>(_ record: Record<Content>) {
    checkMarking(of: record.recordName, record.header.marking)
    for link in record.content.links where !board.holds(link.target) {
      report(
        record.recordName, link.field, "names \(link.target), which is not on this board",
        remedy: "Correct the name, or add that record.")
    }
  }

  private mutating func checkMarking(of record: RecordName, _ marking: Identifier<Marking>?) {
    if let marking, board.settings.markings[marking] != nil { return }
    report(
      record, "marking",
      marking.map { "“\($0)” is not a marking of this board" }
        ?? "is missing, so the record counts as the highest marking",
      remedy: "Give one of: \(list(board.settings.markings.keys)).")
  }

  private mutating func checkModels() {
    for model in board.models.standing {
      do {
        scorers[model.id] = try Scorer(model)
      } catch {
        for entry in error.entries {
          report(
            model.recordName, entry.field, entry.what,
            remedy: "Nothing can be scored with this model until it is mended.")
        }
      }
    }
  }

  /// A change of an area's status stands in two records, the decision and the area.
  private mutating func checkAreas() {
    var cited: Set<Identifier<Decision>> = []
    for area in board.areas.standing {
      cited.formUnion(area.statusHistory.values.compactMap(\.decision))
      let latest = area.statusHistory.values.max { $0.on < $1.on }
      if let latest, latest.status != area.status,
        !area.statusHistory.values.contains(where: {
          $0.on == latest.on && $0.status == area.status
        })
      {
        report(
          area.recordName, "status",
          "is \(area.status.rawValue), but its history ends with \(latest.status.rawValue)",
          remedy: "Set the status again, with its decision.")
      }
    }
    for decision in board.decisions.standing {
      guard let to = decision.to, Area.Status(rawValue: to) != nil,
        decision.subject?.kind == .area, !cited.contains(decision.id)
      else { continue }
      report(
        decision.recordName, "subject",
        "decides \(decision.subject?.description ?? "an area") to be \(to), "
          + "but that area does not know of the decision",
        remedy: "Set the area's status again, or remove the decision: one of two files is missing.")
    }
  }

  /// What a card is checked against: an agreed one against its version of the model, where the board
  /// keeps that, for it counts by it.
  private func scorer(of card: Record<Scorecard>) -> Scorer? {
    guard let scorer = scorers[card.model], card.basis == .agreed,
      scorer.version != card.modelVersion
    else { return scorers[card.model] }
    let former = board.models.standing.first {
      $0.formerOf == card.model && $0.version == card.modelVersion
    }
    return former.flatMap { scorers[$0.id] } ?? scorer
  }

  private mutating func check(_ card: Record<Scorecard>) {
    if let context = card.context, board.settings.contexts[context] == nil {
      report(
        card.recordName, "context", "“\(context)” is not a place or period of this board",
        remedy: "Choose one of: \(list(board.settings.contexts.keys)).")
    }
    guard let scorer = scorer(of: card) else { return }
    for entry in card.values.entries {
      let field = "values.\(entry.criterion)"
      guard let criterion = scorer.criteria.first(where: { $0.id == entry.criterion }) else {
        report(
          card.recordName, field, "is not a criterion of \(scorer.title)",
          remedy: "Use one of: \(list(scorer.criteria.map(\.id))).")
        continue
      }
      if !criterion.points.contains(where: { $0.value == entry.value }) {
        report(
          card.recordName, field, "is \(entry.value), which is not on the scale of this criterion",
          remedy: "Use one of: \(criterion.allowed).")
      }
    }
  }

  private mutating func check(_ action: Record<Action>) {
    check(action.p, of: action.recordName)
    if let phase = action.phase, board.settings.phases[phase] == nil {
      report(
        action.recordName, "phase", "“\(phase)” is not a phase of this board",
        remedy: "Use one of: \(list(board.settings.phases.keys)).")
    }
    if let status = action.status, board.settings.statusLegend[status] == nil {
      report(
        action.recordName, "status", "“\(status)” is not in the board's status legend",
        remedy: "Use one of: \(list(board.settings.statusLegend.keys)).")
    }
    if supersedesItself(action) {
      report(
        action.recordName, "supersedes",
        "comes round to the action itself, so that it is in no plan and no list",
        remedy: "Let one action of the round supersede nothing.")
    }
  }

  /// Whether what an action supersedes, and so on, comes to the action again by way of another one.
  private func supersedesItself(_ action: Record<Action>) -> Bool {
    guard action.supersedes != action.id else { return false }
    var passed: Set<Identifier<Action>> = []
    var next = action.supersedes
    while let former = next, passed.insert(former).inserted {
      if former == action.id { return true }
      next = board[former].flatMap { $0.isDeleted ? nil : $0.supersedes }
    }
    return false
  }

  private mutating func check(_ p: Identifier<P>?, of record: RecordName) {
    guard let p, !board.ps.contains(where: { $0.id == p }) else { return }
    report(
      record, "p", "“\(p)” is not a P of this board",
      remedy: "Use one of: \(board.ps.map(\.id.text).joined(separator: ", ")).")
  }

  private mutating func check(_ issue: Record<Issue>) {
    if let theme = issue.theme, board.settings.themes[theme] == nil {
      report(
        issue.recordName, "theme", "“\(theme)” is not a theme of this board",
        remedy: "Use one of: \(list(board.settings.themes.keys)).")
    }
    for theme in issue.goldenThemes where board.settings.goldenThemes[theme] == nil {
      report(
        issue.recordName, "goldenThemes", "“\(theme)” is not a golden theme of this board",
        remedy: "Use one of: \(list(board.settings.goldenThemes.keys)).")
    }
  }

  private mutating func check(_ response: Record<Response>) {
    guard let question = response.question, let round = board[response.round],
      round.questions[question] == nil
    else { return }
    report(
      response.recordName, "question", "“\(question)” was not asked in \(round.id)",
      remedy: "Use one of: \(list(round.questions.keys)).")
  }

  func list<Subject>(_ names: some Sequence<Identifier<Subject>>) -> String {
    names.map(\.text).sorted().joined(separator: ", ")
  }
}

extension Board {
  /// Whether the board has a record of this name that is not deleted.
  package func holds(_ name: RecordName) -> Bool {
    func holds<Content: RecordContent>(_ content: Content.Type) -> Bool {
      guard let id = try? Identifier<Content>(name.id) else { return false }
      return self[id].map { !$0.isDeleted } ?? false
    }
    return holds(name.kind.content)
  }
}
