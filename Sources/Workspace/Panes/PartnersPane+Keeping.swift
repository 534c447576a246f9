import Domain
import Screen

/// What forms of the Partners pane change when they are kept.
extension WorkspaceState {
  mutating func edits(of form: inout Form, for purpose: PartnersForm) -> [Edit]? {
    switch purpose {
    case .addPartner: return add(Partner(name: ""), form: &form)
    case .addRequest: return add(Request(about: ""), form: &form)
    case .addAgreement: return add(Agreement(title: ""), form: &form)
    case .addPractice: return add(Practice(title: ""), form: &form)
    case .changePartner(let id), .partnerDates(let id), .setParent(let id):
      return change(board[id], form: &form)
    case .changeRequest(let id), .requestDates(let id), .decideRequest(let id):
      return change(board[id], form: &form)
    case .changeAgreement(let id), .agreementDates(let id), .setMembers(let id):
      return change(board[id], form: &form)
    case .changePractice(let id): return change(board[id], form: &form)
    case .impact(let id):
      guard let area: Identifier<Area> = form.chosen(.area) else { return [] }
      return keepImpact(of: id, on: area, form)
    case .impactOn(let area):
      var act: [Edit] = []
      guard let place = form.place(for: .partner),
        let partner = partners(in: form, at: place, adding: &act).first
      else { return [] }
      return act + (keepImpact(of: partner, on: area, form) ?? [])
    case .handOver(let id): return handOver(id, &form)
    case .entry(let id, let entry): return keep(entry, of: id, &form)
    }
  }

  private mutating func add<Content: RecordContent>(
    _ content: Content, form: inout Form
  ) -> [Edit]? {
    var record = Record(id: identifiers.next(), header: newHeader(marking: nil), content: content)
    var act: [Edit] = []
    guard take(&form, into: &record, adding: &act, isNew: true) else { return nil }
    act += [putAndFollow(record)].compactMap(\.self)
    if partners.whole == nil { _ = selectInPartners(record.recordName) }
    flash = "Added \(record.content.label.cut(to: 40))\(warning(about: record.recordName))."
    return act
  }

  private mutating func change<Content: RecordContent>(
    _ record: Record<Content>?, form: inout Form
  ) -> [Edit]? {
    guard var record else { return [] }
    var act: [Edit] = []
    guard take(&form, into: &record, adding: &act, isNew: false) else { return nil }
    guard let edit = putAndFollow(record) else {
      flash = "Nothing was changed."
      return act
    }
    flash = "Changed \(record.content.label.cut(to: 40))\(warning(about: record.recordName))."
    return act + [edit]
  }

  /// What does not fit together in a request, to follow the sentence of what was done to it.
  private func warning(about name: RecordName) -> String {
    guard let id: Identifier<Request> = name.identifier(), let request = board[id] else {
      return ""
    }
    let warnings = request.warnings(on: today).map(\.what)
    return warnings.isEmpty ? "" : ", but: \(warnings.joined(separator: ", "))"
  }

  // MARK: From the fields

  /// Gives a record what was typed for it.
  ///
  /// - Returns: Whether it fits; the form complains where it does not.
  private mutating func take<Content: RecordContent>(
    _ form: inout Form, into record: inout Record<Content>, adding act: inout [Edit], isNew: Bool
  ) -> Bool {
    form.take(.marking, into: &record.header.marking, isNew: isNew)
    // The kinds of record that the pane shows are told apart here, once for all its forms.
    switch record.content {
    case var partner as Partner:
      guard take(&form, into: &partner, record.recordName.identifier(), isNew: isNew) else {
        return false
      }
      if let content = partner as? Content { record.content = content }
    case var request as Request:
      take(form, into: &request, adding: &act, isNew: isNew)
      if let content = request as? Content { record.content = content }
    case var agreement as Agreement:
      form.take(.title, into: &agreement.title, isNew: isNew)
      form.take(.signed, into: &agreement.signed, isNew: isNew)
      form.take(.review, into: &agreement.review, isNew: isNew)
      if let place = form.typed(.members, isNew: isNew) {
        agreement.members = members(of: agreement, in: form, at: place, adding: &act)
      }
      if let content = agreement as? Content { record.content = content }
    case var practice as Practice:
      take(form, into: &practice, isNew: isNew)
      if let content = practice as? Content { record.content = content }
    default: break
    }
    return true
  }

  private func take(
    _ form: inout Form, into partner: inout Partner, _ id: Identifier<Partner>?, isNew: Bool
  ) -> Bool {
    form.take(.name, into: &partner.name, isNew: isNew)
    form.take(.kind, into: &partner.kind, isNew: isNew)
    form.take(.joined, into: &partner.joined, isNew: isNew)
    form.take(.left, into: &partner.left, isNew: isNew)
    form.take(.parent, into: &partner.parent, isNew: isNew)
    let name = partner.name
    if let place = form.typed(.name, isNew: isNew),
      let other = board.partners.standing.first(where: {
        $0.id != id && $0.name.folded == name.folded
      })
    {
      form.complain("\(other.name) is on the board already.", at: place)
      return false
    }
    if let place = form.typed(.parent, isNew: isNew), let parent = partner.parent,
      let reason = board.whyNotParent(parent, of: id)
    {
      form.complain(reason, at: place)
      return false
    }
    if let joined = partner.joined, let left = partner.left,
      left.lastDayNumber < joined.firstDayNumber,
      let place = form.typed(.left, isNew: isNew) ?? form.typed(.joined, isNew: isNew)
    {
      form.complain("It cannot leave, \(left.words), before it joins, \(joined.words).", at: place)
      return false
    }
    return true
  }

  private mutating func take(
    _ form: Form, into request: inout Request, adding act: inout [Edit], isNew: Bool
  ) {
    form.take(.about, into: &request.about, isNew: isNew)
    if let place = form.typed(.from, isNew: isNew) {
      request.from = partners(in: form, at: place, adding: &act).first
    }
    if let place = form.typed(.to, isNew: isNew) {
      request.to = partners(in: form, at: place, adding: &act).first
    }
    form.take(.purpose, into: &request.purpose, isNew: isNew)
    form.take(.basis, into: &request.lawfulBasis, isNew: isNew)
    form.take(.agreement, into: &request.agreement, isNew: isNew)
    form.take(.asked, into: &request.asked, isNew: isNew)
    form.take(.reason, into: &request.reason, isNew: isNew)
    form.take(.byRole, into: &request.decidedByRole, isNew: isNew)
    form.take(.review, into: &request.review, isNew: isNew)
    form.take(.disposal, into: &request.disposal, isNew: isNew)
    let decides = form.typed(.decision, isNew: isNew)
    if let outcome = decides.flatMap({ form.choice($0) }).flatMap(Request.Outcome.init) {
      request.decision = outcome
    }
    // The day that stands there goes with the decision.
    form.take(.decided, into: &request.decided, isNew: isNew || decides != nil)
  }

  private func take(_ form: Form, into practice: inout Practice, isNew: Bool) {
    form.take(.title, into: &practice.title, isNew: isNew)
    form.take(.kind, into: &practice.kind, isNew: isNew)
    form.take(.p, into: &practice.p, isNew: isNew)
    form.take(.worked, into: &practice.worked, isNew: isNew)
    form.take(.figures, into: &practice.figures, isNew: isNew)
    form.take(.more, into: &practice.more, isNew: isNew)
    if let place = form.typed(.areas, isNew: isNew) {
      practice.areas = form.named(at: place).compactMap { named in
        if case .option(let id) = named { try? Identifier(id) } else { nil }
      }
    }
  }

  /// The members of an agreement: those that the field names more or less than when it was opened.
  private mutating func members(
    of agreement: Agreement, in form: Form, at place: Int, adding act: inout [Edit]
  ) -> [Identifier<Partner>] {
    let former = Set(form.formerChoices(place))
    let named = partners(in: form, at: place, adding: &act)
    let removed = former.subtracting(named.map(\.text))
    let kept = agreement.members.filter { !removed.contains($0.text) }
    return kept + named.filter { !former.contains($0.text) && !kept.contains($0) }
  }

  private mutating func keepImpact(
    of id: Identifier<Partner>, on area: Identifier<Area>, _ form: Form
  ) -> [Edit]? {
    guard var partner = board[id] else { return [] }
    var why = partner.impact[area]?.why
    form.take(.why, into: &why, isNew: false)
    partner.impact[area] = Partner.Impact(why: why)
    let edit = putAndFollow(partner)
    flash =
      edit == nil
      ? "Nothing was changed."
      : "\(partner.name) has an impact on \(board[area]?.title ?? area.text)"
        + (why.map { ": \($0.cut(to: 40))" } ?? "") + "."
    showEntry(.impact(area))
    return [edit].compactMap(\.self)
  }

  // MARK: Roles

  /// Gives a role to somebody else; the role stays, and so does its history.
  private mutating func handOver(_ id: Identifier<Partner>, _ form: inout Form) -> [Edit]? {
    guard var partner = board[id], let roleID: Identifier<Partner.Role> = form.chosen(.role),
      let role = partner.roles[roleID], let onPlace = form.place(for: .on),
      let reasonPlace = form.place(for: .reason)
    else {
      form.complaint = "The role is gone: Esc leaves the form."
      return nil
    }
    let date = form.date(at: onPlace)
    if let date, date.firstDayNumber > today.lastDayNumber {
      form.complain("\(date.words) is still to come: hand it over when it is true.", at: onPlace)
      return nil
    }
    var login: String?
    form.take(.login, into: &login, isNew: true)
    if login == role.login {
      form.complain(
        login.map { "\($0) holds it already." } ?? "It is vacant already.",
        at: form.place(for: .login) ?? 0)
      return nil
    }
    partner.roles[roleID]?.login = login
    let reason = form.fields[reasonPlace].text
    let meeting: Identifier<Meeting>? = form.choice(form.fields.count - 1)
      .flatMap { try? Identifier($0) }
    var act: [Edit] = []
    if !reason.isEmpty || meeting != nil {
      // A decision names the role, never its holders.
      var decision = Decision(
        date: date ?? meeting.flatMap { board[$0]?.date } ?? today,
        what: "The role \(role.role) at \(partner.name) is handed over.")
      decision.meeting = meeting
      decision.subject = partner.recordName
      decision.rationale = reason.isEmpty ? nil : reason
      let record = Record(
        id: identifiers.next(), header: header(handledAs: [partner.header]), content: decision)
      act += [putAndFollow(record)].compactMap(\.self)
    }
    act += [putAndFollow(partner)].compactMap(\.self)
    showEntry(.role(roleID))
    let from = role.login.map { " from \($0)" } ?? ""
    flash =
      "\(role.role), \(partner.name):\(from) \(login.map { "to \($0)" } ?? "to nobody, vacant")."
    return act
  }

  // MARK: Entries

  /// What a kept form changes in an entry of a partner, or adds to it.
  private mutating func keep(
    _ entry: PartnerEntry, of id: Identifier<Partner>, _ form: inout Form
  ) -> [Edit]? {
    guard var partner = board[id] else { return [] }
    var kept = entry
    switch entry {
    case .role(let roleID):
      guard var role = partner.roles[roleID] else {
        form.complaint = "Somebody has removed it: Esc leaves the form."
        return nil
      }
      take(form, into: &role, isNew: false)
      partner.roles[roleID] = role
    case .noRole:
      let roleID: Identifier<Partner.Role> = identifiers.next()
      var role = Partner.Role(role: "")
      take(form, into: &role, isNew: true)
      partner.roles[roleID] = role
      kept = .role(roleID)
    case .impact(let area): return keepImpact(of: id, on: area, form)
    case .notes: form.take(.notes, into: &partner.header.notes, isNew: false)
    case .source: form.take(.source, into: &partner.header.source, isNew: false)
    case .marking: form.take(.marking, into: &partner.header.marking, isNew: false)
    case .noAgreement:
      guard let agreement: Identifier<Agreement> = form.chosen(.agreement),
        var record = board[agreement]
      else { return [] }
      if !record.members.contains(id) { record.members.append(id) }
      let edit = putAndFollow(record)
      showEntry(.agreement(agreement))
      flash = "\(partner.name) is a member of \(record.title.cut(to: 40))."
      return [edit].compactMap(\.self)
    default:
      guard take(&form, into: &partner.content, id, isNew: false) else { return nil }
    }
    guard let edit = putAndFollow(partner) else {
      flash = "Nothing was changed."
      return []
    }
    showEntry(kept)
    flash =
      "\(kept == entry ? "Changed" : "Added"): \(text(of: kept, in: partner).text.cut(to: 50))."
    return [edit]
  }

  private func take(_ form: Form, into role: inout Partner.Role, isNew: Bool) {
    form.take(.role, into: &role.role, isNew: isNew)
    form.take(.login, into: &role.login, isNew: isNew)
    if let place = form.typed(.permissions, isNew: isNew) {
      role.permissions = form.fields[place].text.split(separator: ";").map { String($0).trimmed }
        .filter { !$0.isEmpty }
    }
  }

  /// Puts the cursor of the whole partner on an entry.
  private mutating func showEntry(_ entry: PartnerEntry) {
    guard partners.whole != nil else { return }
    sortPartnerSheet()
    partners.sheet.select(entry)
  }
}

extension Form {
  /// What the field of a link names; `nil` where it names nothing.
  fileprivate func chosen<Subject>(_ field: PartnersField) -> Identifier<Subject>? {
    place(for: field).flatMap { choice($0) }.flatMap { try? Identifier($0) }
  }
}
