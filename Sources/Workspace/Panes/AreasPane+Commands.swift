import Domain
import Screen

extension WorkspaceState {
  func whyNotInAreas(_ command: Command) -> String? {
    if command == .addArea { return nil }
    if selectedArea == nil { return "no area is selected." }
    switch command {
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
    guard let area = selectedArea else { return [] }
    switch command {
    case .changeArea: overlay = .form(changeForm(area), .changeArea(area.id))
    case .setStatus: overlay = .form(statusForm(area), .setStatus(area.id))
    case .reviewArea: overlay = .form(reviewForm(area), .reviewArea(area.id))
    case .editProfile:
      editing = area.id
      return [.edit(ProfileText.text(of: area.profile, title: area.title))]
    case .raiseArea: return move(area, by: -1)
    case .lowerArea: return move(area, by: 1)
    default: break
    }
    return []
  }

  // MARK: Adding and changing

  private var addForm: Form {
    Form(
      title: "Add a priority area",
      fields: [
        Form.Field("Title", isRequired: true), Form.Field("Number", hint: "if it has one"),
        Form.Field("Status", "monitored", kind: .choice(statusOptions), isRequired: true),
      ] + DecisionPrompt.fields(board, today: today))
  }

  mutating func addArea(_ form: inout Form) -> [Edit]? {
    let number = form.number(at: 1)
    guard !number.isWrong, let status = form.choice(2).flatMap(Area.Status.init(rawValue:))
    else { return nil }
    let title = form.fields[0].text
    let what = "\(title) becomes a priority area, \(status.rawValue)."
    guard
      var decision = DecisionPrompt.decision(in: &form, board, today: today, what: what)
    else { return nil }
    let id: Identifier<Area> = identifiers.next()
    decision.subject = RecordName(id)
    decision.to = status.rawValue
    let ranks = rankUnranked()
    let rank = Rank.between(board.orderedAreas.last?.rank, nil)
    let content = Area(number: number.value, title: title, status: status, rank: rank)
    let act = ranks + decide(decision, for: Record(id: id, header: newHeader, content: content))
    areas.list.filter = LineEditor()
    sortAreas()
    areas.list.select(id)
    area = id
    flash = "Added \(title)."
    return act
  }

  private func changeForm(_ area: Record<Area>) -> Form {
    let partners = board.partners.standing.filter { $0.left == nil }
      .map { Form.Option(value: $0.id.text, label: $0.name) }
      .sorted { $0.label < $1.label }
    return Form(
      title: "Change \(area.title)",
      fields: [
        Form.Field("Title", area.title, isRequired: true),
        Form.Field("Number", area.number.map(String.init) ?? "", hint: "if it has one"),
        Form.Field(
          "Lead", area.lead.flatMap { board[$0]?.name } ?? "", kind: .choice(partners),
          hint: "the agency or unit that leads"),
      ])
  }

  mutating func changeArea(_ id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id] else { return [] }
    let number = form.number(at: 1)
    guard !number.isWrong else { return nil }
    area.title = form.fields[0].text
    area.number = number.value
    area.lead = form.choice(2).flatMap { try? Identifier<Partner>($0) }
    guard let edit = put(area) else {
      flash = "Nothing was changed."
      return []
    }
    sortAreas()
    flash = "Changed \(area.title)."
    return [edit]
  }

  /// What a record made here says about itself.
  var newHeader: Header {
    Header(source: "entered by \(writer)", marking: lowestMarking, created: stamp)
  }

  private var lowestMarking: Identifier<Marking>? {
    board.settings.markings.min { ($0.value.level, $0.key) < ($1.value.level, $1.key) }?.key
  }

  // MARK: Status

  private var statusOptions: [Form.Option] {
    Area.Status.allCases.map { Form.Option(value: $0.rawValue, label: $0.rawValue) }
  }

  private func statusForm(_ area: Record<Area>) -> Form {
    let next: Area.Status = area.status == .focus ? .monitored : .focus
    return Form(
      title: "\(area.title) is \(area.status.rawValue): change its status",
      fields: [
        Form.Field("Status", next.rawValue, kind: .choice(statusOptions), isRequired: true)
      ] + DecisionPrompt.fields(board, today: today))
  }

  mutating func setStatus(of id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id], let status = form.choice(0).flatMap(Area.Status.init(rawValue:))
    else { return [] }
    guard status != area.status else {
      form.complain("\(area.title) is \(status.rawValue) already.", at: 0)
      return nil
    }
    let what = "\(area.title): from \(area.status.rawValue) to \(status.rawValue)."
    guard
      var decision = DecisionPrompt.decision(in: &form, board, today: today, what: what)
    else { return nil }
    decision.subject = area.recordName
    decision.from = area.status.rawValue
    decision.to = status.rawValue
    area.status = status
    let act = decide(decision, for: area)
    sortAreas()
    flash = "\(area.title) is \(status.rawValue), by a decision of \(decision.date.words)."
    return act
  }

  /// Writes a decision, and then the area whose status it sets: where one act writes two records
  /// the decision goes first.
  private mutating func decide(_ decision: Decision, for area: Record<Area>) -> [Edit] {
    let id: Identifier<Decision> = identifiers.next()
    var area = area
    area.statusHistory[identifiers.next()] = Area.StatusChange(
      status: area.status, on: decision.date, decision: id)
    let first = put(Record(id: id, header: newHeader, content: decision))
    return [first, put(area)].compactMap(\.self)
  }

  // MARK: Review

  private func reviewForm(_ area: Record<Area>) -> Form {
    let latest = area.reviews.values.max { $0.date < $1.date }
    let scale = board.settings.reviewScale.values.sorted { $0.value < $1.value }
    let options = scale.map { Form.Option(value: "\($0.value)", label: "\($0.value)") }
    var fields = [Form.Field("Date", today.description, isRequired: true)]
    for (id, criterion) in board.settings.reviewCriteria.ranked() {
      let rating = latest?.ratings[id]
      if !options.isEmpty {
        fields.append(
          Form.Field(
            "\(criterion.title): rating", rating?.rating.map(String.init) ?? "",
            kind: .choice(options)))
      }
      fields.append(Form.Field(criterion.title, rating?.sentence ?? "", hint: "in a sentence"))
    }
    let months = board.settings.reviewInterval?.toMonths
    let next = months.flatMap { today.adding(months: $0) }?.description ?? ""
    fields.append(Form.Field("Look again on", next, hint: "may stay empty"))
    return Form(title: "Review \(area.title)", fields: fields)
  }

  mutating func review(_ id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id] else { return [] }
    let next = form.date(at: form.fields.count - 1)
    guard !next.isWrong, let date = form.date(at: 0).value else { return nil }
    var review = Area.AreaReview(date: date, next: next.value)
    var index = 1
    for (criterion, _) in board.settings.reviewCriteria.ranked() {
      var rating: Int?
      if !board.settings.reviewScale.isEmpty {
        rating = form.choice(index).flatMap { Int($0) }
        index += 1
      }
      let sentence = form.fields[index].text
      index += 1
      if rating != nil || !sentence.isEmpty {
        review.ratings[criterion] = Area.Rating(rating: rating, sentence: sentence)
      }
    }
    guard !review.ratings.isEmpty else {
      form.complain("A review says something under at least one criterion.", at: 1)
      return nil
    }
    area.reviews[identifiers.next()] = review
    flash = "Reviewed \(area.title)."
    return [put(area)].compactMap(\.self)
  }

  // MARK: Order

  private mutating func move(_ area: Record<Area>, by step: Int) -> [Effect] {
    let ranks = rankUnranked()
    let ordered = board.orderedAreas
    guard let index = ordered.firstIndex(where: { $0.id == area.id }) else { return [] }
    let target = index + step
    guard ordered.indices.contains(target) else {
      flash = step < 0 ? "It is the first already." : "It is the last already."
      return saves.add(ranks)
    }
    let beyond = target + step
    let neighbour = ordered[target].rank
    let other = ordered.indices.contains(beyond) ? ordered[beyond].rank : nil
    guard var moved = board[area.id] else { return [] }
    moved.rank = step < 0 ? Rank.between(other, neighbour) : Rank.between(neighbour, other)
    let edit = put(moved)
    sortAreas()
    flash = "Moved \(area.title) \(step < 0 ? "up" : "down")."
    return saves.add(ranks + [edit].compactMap(\.self))
  }

  /// Gives every area a rank where some have none, so that one can be put between two others.
  private mutating func rankUnranked() -> [Edit] {
    let ordered = board.orderedAreas
    guard ordered.contains(where: { $0.rank == nil }) else { return [] }
    var last: String?
    return ordered.compactMap { area in
      var area = area
      area.rank = Rank.between(last, nil)
      last = area.rank
      return put(area)
    }
  }
}

extension WorkspaceState {
  /// Takes the text that came back from the person's editor.
  mutating func edited(_ text: String) -> [Effect] {
    guard let id = editing, var area = board[id] else { return [] }
    editing = nil
    area.profile = ProfileText.profile(from: text)
    guard let edit = put(area) else {
      flash = "Nothing was changed."
      return []
    }
    flash = "Changed the profile of \(area.title)."
    return saves.add([edit])
  }

  /// Tells why the person's editor brought nothing back.
  mutating func notEdited(_ reason: String) -> [Effect] {
    editing = nil
    flash = reason
    return []
  }
}
