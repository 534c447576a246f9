import Domain
import TestSupport
import Testing

/// What is kept while cards change is what a fresh look at the whole board finds.
struct AssessmentTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any change the assessment is the one made from nothing`(seed: UInt64) throws {
    let scorer = try ModelSketch().scorer()
    var register = RandomRegister(seed: seed)
    for _ in 0..<30 { register.change() }
    var kept: [Assessment] = [nil, "north"].map {
      Assessment(of: register.board, scorer: scorer, context: $0)
    }
    var whole = kept[0]
    whole.include("north", of: register.board)
    for step in 0..<120 {
      let changed = register.change()
      if let card = changed.card { whole.file(card, of: register.board) }
      whole.fileCards(of: changed.added, of: register.board)
      for issue in changed.issues { whole.reassess(issue, in: register.board) }
      for index in kept.indices {
        if let card = changed.card { kept[index].file(card, of: register.board) }
        kept[index].fileCards(of: changed.added, of: register.board)
        for issue in changed.issues { kept[index].reassess(issue, in: register.board) }
        let fresh = Assessment(
          of: register.board, scorer: scorer, context: kept[index].context)
        #expect(
          findings(kept[index], register.board) == findings(fresh, register.board),
          "after change \(step)")
      }
      let north = try #require(whole["north"])
      #expect(findings(whole, register.board) == findings(kept[0], register.board))
      #expect(findings(north, register.board) == findings(kept[1], register.board))
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `orders are total, and standings are what counting gives`(seed: UInt64) throws {
    let scorer = try ModelSketch().scorer()
    var register = RandomRegister(seed: seed)
    for _ in 0..<150 { register.change() }
    let assessment = Assessment(of: register.board, scorer: scorer)
    let slots = (0..<Table<Domain.Issue>.Slot(register.board.issues.count))
    let scored = slots.filter { assessment.score(of: $0) != nil }
    #expect(Set(assessment.issuesByGrading) == Set(scored))
    #expect(Set(assessment.issuesByRisk) == Set(scored))
    let scores = Dictionary(
      uniqueKeysWithValues: scored.compactMap { slot in
        assessment.score(of: slot).map { (slot, $0) }
      })
    for (upper, lower) in zip(assessment.issuesByGrading, assessment.issuesByGrading.dropFirst()) {
      let (above, below) = (try #require(scores[upper]), try #require(scores[lower]))
      #expect(above.grading.value >= below.grading.value)
      if above.grading.value == below.grading.value { #expect(upper < lower) }
    }
    for (slot, score) in scores {
      let others = scores.filter { $0.key != slot }.values
      let standing = assessment.standing(of: score)
      #expect(standing.byRisk == 1 + others.count { $0.risk.value > score.risk.value })
      #expect(standing.byGrading == 1 + others.count { $0.grading.value > score.grading.value })
      #expect(standing.best == 1 + others.count { $0.grading.low > score.grading.high })
      #expect(standing.worst == 1 + others.count { $0.grading.high > score.grading.low })
      #expect((standing.best...standing.worst).contains(standing.byGrading))
    }
  }

  @Test func `equal figures share the better rank`() throws {
    let assessment = try assessment(of: [[8, 0, 0], [8, 0, 0], [8, 8, 0], [1, 0, 0]])
    #expect(try standings(assessment).map(\.byRisk) == [2, 2, 1, 4])
    #expect(try standings(assessment).map(\.byGrading) == [2, 2, 1, 4])
    #expect(Array(assessment.issuesByGrading) == [2, 0, 1, 3])
  }

  @Test func `a rank that an assumed multiplier could change is uncertain`() throws {
    // Gradings 6 in [4, 16], 8, 16 and 0.5.
    let assessment = try assessment(of: [[8, 0, 1], [8, 8, 0], [8, 0, 3], [1, 0, 0]])
    let found = try standings(assessment)
    #expect(found.map(\.byGrading) == [3, 2, 1, 4])
    #expect(found.map(\.best) == [1, 2, 1, 4])
    #expect(found.map(\.worst) == [3, 3, 1, 4])
    #expect(found.map(\.isUncertain) == [true, true, false, false])
  }

  @Test func `an agreed card counts before the working one, an agency's never`() throws {
    let scorer = try ModelSketch().scorer()
    var board = Board.bare
    board["one"] = Record<Domain.Issue>(id: "one", content: Issue(title: "One"))
    func risk() -> Exact? { Assessment(of: board, scorer: scorer).score(of: 0)?.risk.value }
    func give(_ id: Identifier<Scorecard>, _ basis: Scorecard.Basis, _ value: Exact) {
      board[id] = .sketched(id, of: "one", basis, [value, 0, 0])
    }
    give("by-agency", .agency, 8)
    #expect(risk() == nil)
    give("working", .working, 1)
    #expect(risk() == 1)
    give("agreed", .agreed, 8)
    #expect(risk() == 8)
    #expect(Assessment(of: board, scorer: scorer).workingCard(of: 0) == 1)
    #expect(Assessment(of: board, scorer: scorer).card(of: 0) == 2)
  }

  @Test func `of two agreed cards the later one counts, whatever their names`() throws {
    let scorer = try ModelSketch().scorer()
    var board = try Board.sketched([[0, 0, 0]])
    func agree(_ id: Identifier<Scorecard>, _ value: Exact, on date: CalendarDate?) {
      board[id] = .sketched(id, of: "issue-0", .agreed, [value, 0, 0], on: date)
    }
    func risk() -> Exact? { Assessment(of: board, scorer: scorer).score(of: 0)?.risk.value }
    agree("undated", 0, on: nil)
    agree("second", 8, on: CalendarDate("2018-09-19"))
    agree("third-by-name", 1, on: CalendarDate("2018-05-16"))
    #expect(risk() == 8)
    board.scorecards["second"]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "someone")
    #expect(risk() == 1)
  }

  @Test func `a card that is given an earlier date gives way to the one that is then later`() throws
  {
    let scorer = try ModelSketch().scorer()
    var board = try Board.sketched([[0, 0, 0]])
    func agree(_ id: Identifier<Scorecard>, _ value: Exact, on date: String) {
      board[id] = .sketched(
        id, of: "issue-0", .agreed, [value, 0, 0], on: CalendarDate(date))
    }
    agree("first", 8, on: "2019-02-14")
    agree("second", 1, on: "2018-05-16")
    var assessment = Assessment(of: board, scorer: scorer)
    let first = try #require(board.scorecards.slot(of: "first"))
    for (date, risk) in [("2018-02-14", 1), ("2018-09-26", 8)] as [(String, Exact)] {
      board.scorecards["first"]?.date = CalendarDate(date)
      assessment.file(first, of: board)
      assessment.reassess(0, in: board)
      #expect(assessment.score(of: 0)?.risk.value == risk)
    }
    board.scorecards["first"]?.issue = "not-there"
    assessment.file(first, of: board)
    assessment.reassess(0, in: board)
    #expect(assessment.score(of: 0)?.risk.value == 1)
    #expect(assessment.allCards(of: 0).count == 2)
  }

  @Test(arguments: [
    (Domain.Issue.Stage.emerging, true), (.watched, true), (.registered, true),
    (.referred, false), (.dismissed, false), (.merged, false),
  ])
  func `what was dismissed, merged or referred takes no part`(
    stage: Domain.Issue.Stage, isRanked: Bool
  ) throws {
    let scorer = try ModelSketch().scorer()
    var board = Board.bare
    board["one"] = Record<Domain.Issue>(id: "one", content: Issue(title: "One", stage: stage))
    board["card"] = .sketched("card", of: "one", .working, [1, 0, 0])
    #expect((Assessment(of: board, scorer: scorer).score(of: 0) != nil) == isRanked)
  }

  @Test func `a swap without a multiplier is caused by what only the grading uses`() throws {
    var sketch = ModelSketch()
    sketch.grading = "harm * position"
    let cause = "Posi 3 against Posi 1"
    #expect(try swap(sketch, [[1, 0, 3], [1, 1, 1]])?.cause == cause)
    sketch.grading = "harm * capacity"
    #expect(try swap(sketch, [[1, 0, 3], [1, 1, 1]])?.cause == "ca 3 against ca 1")
    sketch.grading = "community * 3 + individual"
    #expect(try swap(sketch, [[0, 1, 0], [1, 0, 0]]) == nil, "equal risks swap nothing")
    sketch.risk = "community + 2 * individual"
    #expect(
      try swap(sketch, [[0, 1, 0], [1, 0, 0]])?.cause
        == "the two formulas weigh the same values differently")
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `an outlook is what the assessment would be after the change`(seed: UInt64) throws {
    let scorer = try ModelSketch().scorer()
    var register = RandomRegister(seed: seed)
    for _ in 0..<90 { register.change() }
    let board = register.board
    let assessment = Assessment(of: board, scorer: scorer)
    let given: [[Identifier<Criterion>: Exact]] = [
      [:], ["individual": 8], ["community": 0, "capacity": 3], ["capacity": 1],
    ]
    for slot in 0..<Table<Domain.Issue>.Slot(board.issues.count) {
      guard let card = assessment.card(of: slot) else { continue }
      for values in given {
        let outlook = assessment.outlook(of: slot, giving: values, in: board)
        var changed = board
        for (criterion, value) in values {
          changed.scorecards[slot: card].values[criterion] = value
        }
        let fresh = Assessment(of: changed, scorer: scorer)
        #expect(outlook.now?.score == assessment.score(of: slot))
        #expect(outlook.now?.standing == assessment.score(of: slot).map(assessment.standing))
        #expect(outlook.then?.score == fresh.score(of: slot))
        #expect(outlook.then?.standing == fresh.score(of: slot).map(fresh.standing))
      }
    }
  }

  @Test(arguments: [["individual": 3], ["nothing": 1], ["individual": 8, "nothing": 1]])
  func `with a value that the model does not take there is no outlook`(
    values: [String: Int]
  ) throws {
    let board = try Board.sketched([[8, 0, 0], [1, 0, 0]])
    let assessment = Assessment(of: board, scorer: try ModelSketch().scorer())
    let given = try values.reduce(into: [Identifier<Criterion>: Exact]()) { given, entry in
      given[try Identifier(entry.key)] = Exact(entry.value)
    }
    let outlook = assessment.outlook(of: 1, giving: given, in: board)
    #expect(outlook.now?.standing.byRisk == 2)
    #expect(outlook.then == nil)
  }

  // MARK: Boards for these tests

  /// Issues scored with these values of individual, community and capacity.
  private func assessment(
    of values: [[Exact]], _ sketch: ModelSketch = ModelSketch()
  ) throws -> Assessment {
    Assessment(of: try .sketched(values), scorer: try sketch.scorer())
  }

  private func standings(_ assessment: Assessment) throws -> [Standing] {
    try assessment.issuesByGrading.sorted().map {
      assessment.standing(of: try #require(assessment.score(of: $0)))
    }
  }

  /// The swap of the first two by grading.
  private func swap(_ sketch: ModelSketch, _ values: [[Exact]]) throws -> Swap? {
    let board = try Board.sketched(values)
    let assessment = Assessment(of: board, scorer: try sketch.scorer())
    let order = Array(assessment.issuesByGrading)
    return assessment.swap(order[0], order[1], in: board)
  }
}

/// What an assessment says of one issue.
private struct Finding: Equatable {
  let place: Int
  let score: Score?
  let standing: Standing?
  let card: Table<Scorecard>.Slot?
  let workingCard: Table<Scorecard>.Slot?
  let values: [Exact?]
}

/// What an assessment says of every issue, in both orders and then all.
private func findings(_ assessment: Assessment, _ board: Board) -> [Finding] {
  let all = (0..<Table<Domain.Issue>.Slot(board.issues.count))
  let slots = Array(assessment.issuesByRisk) + Array(assessment.issuesByGrading) + Array(all)
  return slots.map { slot in
    let score = assessment.score(of: slot)
    return Finding(
      place: Int(slot), score: score, standing: score.map { assessment.standing(of: $0) },
      card: assessment.card(of: slot), workingCard: assessment.workingCard(of: slot),
      values: assessment.values(of: slot, in: board))
  }
}

/// A register that changes at random: values, stages, cards added, moved, removed and restored.
private struct RandomRegister {
  var board = Board.bare
  private var generator: SeededGenerator
  private let stamp = Stamp(at: Timestamp(seconds: 0), by: "tester")

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What was changed: an issue, or a card with the issue that it belongs to and the one it left.
  struct Changed {
    var issues: [Table<Domain.Issue>.Slot] = []
    var card: Table<Scorecard>.Slot?
    var added: Set<Identifier<Domain.Issue>> = []
  }

  /// Changes an issue or one of its cards, and says which.
  @discardableResult
  mutating func change() -> Changed {
    if board.issues.count < 3 || generator.oneIn(12) { return addIssue() }
    let slot = Table<Domain.Issue>.Slot(
      Int.random(in: 0..<board.issues.count, using: &generator))
    if generator.oneIn(8) { return changeIssue(slot) }
    let cards = board.scorecards.all.filter { $0.issue == board.issues[slot: slot].id }
    if cards.isEmpty || generator.oneIn(4) { return addCard(of: slot) }
    var card = cards[Int.random(in: 0..<cards.count, using: &generator)]
    var issues = [slot]
    switch Int.random(in: 0..<13, using: &generator) {
    case 4:
      let other = Int.random(in: 0..<board.issues.count, using: &generator)
      issues.append(Table<Domain.Issue>.Slot(other))
      card.issue = board.issues[slot: issues[1]].id
    case 5, 6: card.date = date()
    case 7: card.issue = issue(board.issues.count + Int.random(in: 0..<3, using: &generator))
    case 0: card.header.deleted = card.isDeleted ? nil : stamp
    case 1: card.basis = basis()
    case 2: card.context = context()
    case 3: card.model = generator.oneIn(2) ? "another" : "sketch"
    default: card.values = values(from: card.values)
    }
    _ = board.put(card, stamp: stamp)
    return Changed(issues: issues, card: board.scorecards.slot(of: card.id))
  }

  /// The name of an issue, whether it is on the board or is still to come.
  private func issue(_ slot: Int) -> Identifier<Domain.Issue> {
    guard let id = try? Identifier<Domain.Issue>("issue-\(slot)") else {
      preconditionFailure("The names are well formed.")
    }
    return id
  }

  private mutating func addIssue() -> Changed {
    let slot = board.issues.count
    let id = issue(slot)
    _ = board.put(Record(id: id, content: Issue(title: id.text)), stamp: stamp)
    return Changed(issues: [Table<Domain.Issue>.Slot(slot)], added: [id])
  }

  private mutating func changeIssue(_ slot: Table<Domain.Issue>.Slot) -> Changed {
    var issue = board.issues[slot: slot]
    if generator.oneIn(3) {
      issue.header.deleted = issue.isDeleted ? nil : stamp
    } else {
      issue.stage = Domain.Issue.Stage.allCases.randomElement(using: &generator) ?? .emerging
    }
    _ = board.put(issue, stamp: stamp)
    return Changed(issues: [slot])
  }

  private mutating func addCard(of slot: Table<Domain.Issue>.Slot) -> Changed {
    guard let id = try? Identifier<Scorecard>("card-\(board.scorecards.count)") else {
      preconditionFailure("The names are well formed.")
    }
    var content = Scorecard(
      issue: board.issues[slot: slot].id, model: generator.oneIn(9) ? "another" : "sketch",
      modelVersion: "1", basis: basis(), context: context(), values: values(from: .init()))
    content.date = date()
    _ = board.put(Record(id: id, content: content), stamp: stamp)
    return Changed(issues: [slot], card: board.scorecards.slot(of: id))
  }

  private mutating func basis() -> Scorecard.Basis {
    [.working, .working, .working, .agreed, .agency].randomElement(using: &generator) ?? .working
  }

  private mutating func date() -> CalendarDate? {
    [nil, "2018-02-14", "2018-05-16", "2018-09-26"].randomElement(using: &generator)
      .flatMap { $0 }.flatMap { CalendarDate($0) }
  }

  private mutating func context() -> Identifier<ScoringContext>? {
    [nil, nil, "north", "south"].randomElement(using: &generator) ?? nil
  }

  /// The values with some of them changed; few are ever taken away.
  private mutating func values(from old: CriterionValues) -> CriterionValues {
    var values = old
    let scales: [(Identifier<Criterion>, [Exact])] = [
      ("individual", [0, 1, 8]), ("community", [0, 1, 8]), ("capacity", [0, 1, 2, 3]),
    ]
    for (criterion, scale) in scales where old.isEmpty || generator.oneIn(2) {
      values[criterion] = generator.oneIn(15) ? nil : scale.randomElement(using: &generator)
    }
    return values
  }
}
