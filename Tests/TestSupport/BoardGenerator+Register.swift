package import Domain

extension BoardGenerator {
  /// A register as a strategic assessment begins with: 106 issues in 11 themes, cut at the first 30,
  /// with golden themes across them and one issue that stands alone.
  ///
  /// Every other issue has an agreed score beside its working one, some were scored by three
  /// agencies each, and some are scored otherwise in two places. Only the golden themes' titles are
  /// published (Home Office deck "SOC Local Delivery", 2015); everything else is generated.
  package mutating func register() -> Board {
    var board = board(issues: 106)
    setLists(of: &board)
    agreeTheCut(on: &board)
    for (index, issue) in Array(board.issues.all).enumerated() {
      board[issue.id] = themed(issue, index)
      if index.isMultiple(of: 2) { add(scorecard(of: issue), as: .agreed, to: &board) }
      if index.isMultiple(of: 9) { scoreByAgencies(issue, on: &board) }
      if index.isMultiple(of: 10) { scoreInPlaces(issue, on: &board) }
    }
    return board
  }

  /// The names and titles of the 11 themes.
  package static let registerThemes: [(id: Identifier<Theme>, title: String)] = [
    ("theme-a", "Theme A"), ("theme-b", "Theme B"), ("theme-c", "Theme C"), ("theme-d", "Theme D"),
    ("theme-e", "Theme E"), ("theme-f", "Theme F"), ("theme-g", "Theme G"), ("theme-h", "Theme H"),
    ("theme-i", "Theme I"), ("theme-j", "Theme J"), ("theme-k", "Theme K"),
  ]

  private static let goldenThemes: [(id: Identifier<Theme>, title: String)] = [
    ("youth", "Youth"), ("mental-health", "Mental Health"),
    ("victims", "Victim Support and Protection"), ("offenders", "Offender Management"),
    ("demographics", "Demographics: Deprivation and Diversity"), ("violence", "Violence"),
    ("web", "The World Wide Web"),
  ]

  private static let places: [(id: Identifier<ScoringContext>, title: String)] = [
    ("north", "North"), ("south", "South"),
  ]

  private static let agencies: [(id: Identifier<Partner>, title: String)] = [
    ("police", "Police"), ("council", "Council"), ("fire", "Fire Service"),
  ]

  private static let decision: Identifier<Decision> = "generated-cut"

  private func setLists(of board: inout Board) {
    board.settings.content.themes = [:]
    for (place, theme) in BoardGenerator.registerThemes.enumerated() {
      board.settings.content.themes[theme.id] = Theme(title: theme.title, rank: rank(place))
    }
    for (place, theme) in BoardGenerator.goldenThemes.enumerated() {
      board.settings.content.goldenThemes[theme.id] = Theme(title: theme.title, rank: rank(place))
    }
    for (place, context) in BoardGenerator.places.enumerated() {
      board.settings.content.contexts[context.id] = ScoringContext(
        title: context.title, rank: rank(place))
    }
    for agency in BoardGenerator.agencies {
      board[agency.id] = Record(
        id: agency.id, header: header, content: Partner(name: agency.title))
    }
  }

  private func rank(_ place: Int) -> String { place < 9 ? "0\(place + 1)" : "\(place + 1)" }

  private func agreeTheCut(on board: inout Board) {
    guard let date = header.created?.at.date else { return }
    let meeting: Identifier<Meeting> = "generated-meeting"
    board[meeting] = Record(
      id: meeting, header: header, content: Meeting(kind: "Board", date: date))
    var content = Decision(date: date, what: "The first 30 go into the assessment")
    content.meeting = meeting
    board[BoardGenerator.decision] = Record(
      id: BoardGenerator.decision, header: header, content: content)
    board.settings.content.cuts[model.id] = Cut(top: 30, decision: BoardGenerator.decision)
  }

  private mutating func themed(_ issue: Record<Issue>, _ index: Int) -> Record<Issue> {
    var issue = issue
    issue.theme = BoardGenerator.registerThemes[index % BoardGenerator.registerThemes.count].id
    if index == 0 {
      issue.standsAlone = true
      return issue
    }
    issue.goldenThemes = BoardGenerator.goldenThemes.map(\.id).filter { _ in random.oneIn(5) }
      .sorted()
    return issue
  }

  private func add(
    _ card: Record<Scorecard>, as basis: Scorecard.Basis, to board: inout Board
  ) {
    var card = card
    card.basis = basis
    if basis == .agreed { card.decision = BoardGenerator.decision }
    board[card.id] = card
  }

  private mutating func scoreByAgencies(_ issue: Record<Issue>, on board: inout Board) {
    for agency in BoardGenerator.agencies {
      var card = scorecard(of: issue)
      card.agency = agency.id
      add(card, as: .agency, to: &board)
    }
  }

  /// Gives an issue another volume in each place.
  private mutating func scoreInPlaces(_ issue: Record<Issue>, on board: inout Board) {
    guard let scale = scales.first(where: { $0.criterion == "volume" }) else { return }
    for place in BoardGenerator.places {
      var card = scorecard(of: issue)
      card.context = place.id
      card.values = CriterionValues([
        CriterionValues.Entry(criterion: scale.criterion, value: pick(scale.values))
      ])
      add(card, as: .working, to: &board)
    }
  }
}
