import Domain
import Screen

extension WorkspaceState {
  func whyNotInAreas(_ command: Command) -> String? {
    if command == .addArea { return nil }
    if selectedArea == nil { return "no area is selected." }
    if rowMarks[pane] == nil, let whyGhost { return whyGhost }
    switch command {
    case .editProfile where rowMarks[pane] != nil:
      return "one profile at a time; Esc takes the marks away."
    case .raiseArea, .lowerArea:
      if areas.order != .own || areas.isReversed {
        return "the list is in another order than the board's own; o changes it."
      }
      return areas.list.filter.text.isEmpty ? nil : "the list is narrowed; Esc drops the filter."
    case .reviewArea:
      return board.settings.reviewCriteria.isEmpty
        ? "the board has no review criteria: name them in board.json." : nil
    default: return nil
    }
  }

  mutating func performInAreas(_ command: Command) -> [Effect] {
    if command == .addArea {
      overlay = .form(addForm, .addArea)
      return []
    }
    guard let area = targetArea else { return [] }
    switch command {
    case .changeArea: overlay = .form(changeForm(area), .changeArea(area.id))
    case .setStatus: overlay = .form(statusForm(area), .setStatus(area.id))
    case .reviewArea:
      overlay = .form(reviewForm(area), .reviewArea(area.id, reviewQuestions))
    case .editProfile: return editTexts(of: area, by: .editProfile)
    case .raiseArea: return moveAreas(by: -1)
    case .lowerArea: return moveAreas(by: 1)
    default: break
    }
    return []
  }

  /// The area whose form is opened: the first marked one, else the selected one.
  private var targetArea: Record<Area>? {
    targets.first.flatMap { try? Identifier<Area>($0.id) }.flatMap { board[$0] }
  }

  var addForm: Form {
    Form(
      title: "Add a priority area",
      fields: [
        Form.Field("Title", isRequired: true), Form.Field("Number", hint: "if it has one"),
        Form.Field(choose: "Status", "monitored", among: statusOptions, isRequired: true),
        markingField(lowestMarking),
      ] + DecisionPrompt.fields(board, today: today))
  }

  mutating func addArea(_ form: inout Form) -> [Edit]? {
    let number = form.number(at: 1)
    guard !number.isWrong, let status = form.choice(2).flatMap(Area.Status.init(rawValue:))
    else { return nil }
    let title = form.fields[0].text
    let what = "\(title) becomes a priority area, \(status.rawValue)."
    var decision = DecisionPrompt.decision(in: form, board, today: today, what: what)
    let id: Identifier<Area> = identifiers.next()
    decision.subject = RecordName(id)
    decision.to = status.rawValue
    let ranks = rankUnranked()
    let rank = Rank.between(board.orderedAreas.last?.rank, nil)
    let content = Area(number: number.value, title: title, status: status, rank: rank)
    let header = newHeader(marking: marking(in: form, at: 3))
    let act = ranks + decide(decision, for: [Record(id: id, header: header, content: content)])
    areas.list.filter = LineEditor()
    sortAreas()
    areas.list.select(id)
    area = id
    flash = "Added \(title)."
    return act
  }

  func changeForm(_ area: Record<Area>) -> Form {
    Form(
      title: "Change \(area.title)",
      fields: [
        Form.Field("Title", area.title, isRequired: true),
        Form.Field("Number", area.number.map(String.init) ?? "", hint: "if it has one"),
        Form.Field(
          choose: "Lead", area.lead?.text, among: partnerOptions(area.lead),
          hint: "the agency or unit that leads", adds: "partner"),
      ])
  }

  mutating func changeArea(_ id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id] else { return [] }
    let number = form.number(at: 1)
    guard !number.isWrong else { return nil }
    // Only what was changed here: somebody else may have changed the rest since the form opened.
    if form.fields[0].isChanged { area.title = form.fields[0].text }
    if form.fields[1].isChanged { area.number = number.value }
    var act: [Edit] = []
    if form.fields[2].isChanged { area.lead = partners(in: form, at: 2, adding: &act).first }
    guard let edit = put(area) else {
      flash = "Nothing was changed."
      return []
    }
    sortAreas()
    flash = "Changed \(area.title)."
    return act + [edit]
  }

  /// What a record made here says about itself.
  func newHeader(marking: Identifier<Marking>?) -> Header {
    Header(source: "entered by \(writer)", marking: marking, created: stamp)
  }

  /// What a record made here says about itself that tells of others: it is handled as the highest
  /// of them, and exempt where one of them is.
  func header(handledAs others: [Header]) -> Header {
    var header = board.header(handledAs: others, source: "entered by \(writer)")
    header.created = stamp
    return header
  }

  /// Lets a record that tells of others by now be handled as they are, and no lower than before.
  func raise(_ header: inout Header, toThatOf others: [Header]) {
    let handled = self.header(handledAs: [header] + others)
    header.marking = handled.marking
    header.exemptParagraph = handled.exemptParagraph
  }

  /// The field in which a person says how a new record may be handled.
  func markingField(_ marking: Identifier<Marking>?) -> Form.Field {
    let options = board.settings.markings.sorted { $0.value.level < $1.value.level }
      .map { Form.Option(value: $0.key.text, label: $0.value.title) }
    return Form.Field(choose: "Marking", marking?.text, among: options, isRequired: true)
  }

  func marking(in form: Form, at index: Int) -> Identifier<Marking>? {
    form.choice(index).flatMap { try? Identifier<Marking>($0) }
  }

  var lowestMarking: Identifier<Marking>? { board.lowestMarking }
}
