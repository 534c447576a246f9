import Domain
import Screen

extension WorkspaceState {
  func whyNotInPartners(_ command: Command) -> String? {
    switch command {
    case .addPartner, .addRequest, .addAgreement, .addPractice: return nil
    default: if pane != .partners { return "only in the Partners pane, 7." }
    }
    if command == .addHere {
      if partners.whole != nil { return whyGhost ?? whyNotAdded }
      return [.due, .uncovered].contains(partners.view) ? "this list follows from the others." : nil
    }
    guard let name = selectedInPartners else { return "nothing is selected." }
    if activeMarks == nil, let whyGhost { return whyGhost }
    switch command {
    case .changePartner where partners.whole != nil: return nil
    case .changePartner, .removePartner:
      if partners.whole != nil { return whyNotRemoved }
      return [.due, .uncovered].contains(partners.view)
        ? "this list follows from the others; Enter goes there." : nil
    case .decideRequest:
      return partners.whole == nil && name.kind == .request
        ? nil : "only a request is decided; > lists them."
    case .partnerDates:
      return [.partner, .request, .agreement].contains(name.kind) ? nil : "it has no dates."
    case .setMembers:
      return [.partner, .agreement].contains(name.kind)
        ? nil : "only a partner has an agency, and only an agreement members."
    case .handOver:
      guard let partner: Record<Partner> = selectedPartnersRecord() else {
        return "only a partner has roles."
      }
      return partner.roles.isEmpty ? "it has no role: Enter goes in, a on Roles adds one." : nil
    case .setImpact:
      return [.partner, .area].contains(name.kind) ? nil : "only partners have an impact."
    case .clearPartner: return whyNotCleared
    case .foldPartners, .unfoldPartners:
      if partners.whole != nil || partners.view != .partners || partners.order != .own {
        return "only in the list of partners, in its own order."
      }
      guard let partner: Record<Partner> = selectedPartnersRecord() else { return nil }
      return isUnit(partner) || !units(of: partner.id).isEmpty ? nil : "it has no units."
    default: return nil
    }
  }

  private var whyNotAdded: String? {
    switch partners.sheet.selected?.section {
    case .units?, .roles?, .impact?, .requests?, .agreements?: nil
    case .actions?: "actions are added in their plan, 2."
    case .answers?: "answers are given in Responses, 3."
    case let section?: "there is one \(section.rawValue.folded) only; i changes it."
    case nil: "nothing is selected."
    }
  }

  private var whyNotRemoved: String? {
    switch partners.sheet.selected {
    case .role?, .impact?, .agreement?: nil
    default:
      "only a role, an impact or a membership is removed here; Esc, then d removes the partner."
    }
  }

  private var whyNotCleared: String? {
    if let partner = wholePartner {
      let isEmpty: Bool
      switch partners.sheet.selected {
      case .kind?: isEmpty = partner.content.kind == nil
      case .parent?: isEmpty = partner.parent == nil
      case .joined?: isEmpty = partner.joined == nil
      case .left?: isEmpty = partner.left == nil
      case .notes?: isEmpty = partner.header.notes == nil
      case .source?: isEmpty = partner.header.source == nil
      case .role(let id)?: isEmpty = partner.roles[id]?.login == nil
      case .impact(let id)?: isEmpty = partner.impact[id]?.why == nil
      default: return "it cannot be empty."
      }
      return isEmpty ? "there is nothing to clear." : nil
    }
    switch partners.list.selected {
    case .due?: return activeMarks == nil ? nil : "one day at a time; Esc takes the marks away."
    case .record(let name)? where name.kind == .request:
      let request: Record<Request>? = selectedPartnersRecord()
      return request?.decision == nil ? "nothing has been decided." : nil
    default: return "there is nothing to clear."
    }
  }

  mutating func performInPartners(_ command: Command) -> [Effect] {
    switch command {
    case .addHere: return addHere()
    case .addPartner: ask(addPartnerForm(under: nil), .addPartner, in: .partners)
    case .addRequest: ask(addRequestForm(from: nil), .addRequest, in: .requests)
    case .addAgreement: ask(agreementForm(nil), .addAgreement, in: .agreements)
    case .addPractice: ask(practiceForm(nil), .addPractice, in: .practice)
    case .removePartner: return partners.whole == nil ? removeTargets() : removeEntry()
    case .clearPartner: return clear()
    case .foldPartners: foldPartners(true)
    case .unfoldPartners: foldPartners(false)
    case .changePartner where partners.whole != nil: return changePartnerEntry()
    default: askInPartners(command)
    }
    return []
  }

  private mutating func ask(_ form: Form, _ purpose: PartnersForm) {
    overlay = .form(form, .partners(purpose))
  }

  private mutating func ask(_ form: Form, _ purpose: PartnersForm, in view: PartnersPane.View) {
    if pane != .partners { show(.partners) }
    if partners.whole != nil || partners.view != view { showPartners(view) }
    ask(form, purpose)
  }

  /// Opens the form of a command for the first record that it changes.
  private mutating func askInPartners(_ command: Command) {
    guard let name = targets.first else { return }
    if let id: Identifier<Partner> = name.identifier(), let partner = board[id] {
      switch command {
      case .changePartner: ask(changeForm(partner), .changePartner(id))
      case .partnerDates: ask(datesForm(partner), .partnerDates(id))
      case .setMembers: ask(parentForm(partner), .setParent(id))
      case .setImpact: ask(impactForm(partner), .impact(id))
      case .handOver:
        let role: Identifier<Partner.Role>? =
          if partners.whole != nil, case .role(let role)? = partners.sheet.selected { role } else {
            nil
          }
        ask(handOverForm(partner, role), .handOver(id))
      default: break
      }
    } else if let id: Identifier<Area> = name.identifier(), let area = board[id] {
      ask(impactForm(on: area), .impactOn(id))
    } else if let id: Identifier<Request> = name.identifier(), let request = board[id] {
      switch command {
      case .changePartner: ask(changeForm(request), .changeRequest(id))
      case .decideRequest: ask(decisionForm(request), .decideRequest(id))
      default: ask(datesForm(request), .requestDates(id))
      }
    } else if let id: Identifier<Agreement> = name.identifier(), let agreement = board[id] {
      switch command {
      case .changePartner: ask(agreementForm(agreement), .changeAgreement(id))
      case .setMembers: ask(membersForm(agreement), .setMembers(id))
      default: ask(datesForm(agreement), .agreementDates(id))
      }
    } else if let id: Identifier<Practice> = name.identifier(), let practice = board[id] {
      ask(practiceForm(practice), .changePractice(id))
    }
  }

  private mutating func addHere() -> [Effect] {
    if let partner = wholePartner {
      switch partners.sheet.selected?.section {
      case .units?: ask(addPartnerForm(under: partner.id), .addPartner)
      case .requests?: ask(addRequestForm(from: partner.id), .addRequest)
      case .impact?: ask(impactForm(partner), .impact(partner.id))
      case .roles?: ask(.noRole, of: partner)
      case .agreements?: ask(.noAgreement, of: partner)
      default: break
      }
      return []
    }
    switch partners.view {
    case .partners: ask(addPartnerForm(under: nil), .addPartner)
    case .requests: ask(addRequestForm(from: nil), .addRequest)
    case .agreements: ask(agreementForm(nil), .addAgreement)
    case .practice: ask(practiceForm(nil), .addPractice)
    case .uncovered, .due: break
    }
    return []
  }

  private mutating func ask(_ entry: PartnerEntry, of partner: Record<Partner>) {
    if let form = entryForm(entry, of: partner) { ask(form, .entry(partner.id, entry)) }
  }

  // MARK: Going in

  /// What Enter does: goes into what is selected.
  mutating func openInPartners() -> [Effect] {
    if partners.whole != nil { return changePartnerEntry() }
    guard let row = partners.list.selected, let name = row.name else { return [] }
    if case .due = row {
      go(to: name)
      return []
    }
    if let id: Identifier<Partner> = name.identifier() {
      openPartner(id)
    } else if name.kind == .area {
      go(to: name)
    } else {
      return read(name)
    }
    return []
  }

  /// Why Enter does nothing on what is selected.
  var whyNotOpenedInPartners: String? {
    if partners.whole == nil {
      return selectedInPartners == nil ? "nothing is selected." : whyGhost
    }
    // What is only gone to is read at any time.
    switch partners.sheet.selected?.target {
    case nil: return whyReadOnly ?? whyGhost
    case _?: return nil
    }
  }

  /// Goes to the record that an entry stands for, or opens the form of the entry.
  private mutating func changePartnerEntry() -> [Effect] {
    guard let partner = wholePartner, let entry = partners.sheet.selected else { return [] }
    switch entry {
    case .unit(let id): openPartner(id)
    case .parent: ask(parentForm(partner), .setParent(partner.id))
    case .noUnit: ask(addPartnerForm(under: partner.id), .addPartner)
    case .noRequest: ask(addRequestForm(from: partner.id), .addRequest)
    case .noImpact: ask(impactForm(partner), .impact(partner.id))
    case .action, .answer, .request, .agreement: entry.target.map { go(to: $0) }
    case .notes where partner.header.notes?.contains(where: \.isNewline) == true:
      flash = "They have several lines, which a field cannot hold: socboard set changes them."
    default: ask(entry, of: partner)
    }
    return []
  }

  // MARK: Taking away

  private mutating func keepSingle(_ edits: [Edit], _ sentence: String) -> [Effect] {
    lastChange = .single("your last change took something away; that stays there.")
    flash = edits.isEmpty ? "Nothing was changed." : sentence
    return save(edits)
  }

  /// Removes the marked records, or the selected one, and says what still names them.
  private mutating func removeTargets() -> [Effect] {
    let names = targets
    if let reason = ghostAmong(names) {
      flash = reason
      return []
    }
    var mentions: [String] = []
    if names.count == 1, let id: Identifier<Partner> = names[0].identifier(),
      let accounts = partners.derived?.accounts
    {
      mentions = board.mentions(of: id, accounts)
    } else if names.count == 1, let id: Identifier<Request> = names[0].identifier() {
      let count = blocked(by: id).count
      if count > 0 { mentions = [count.of("action")] }
    }
    let title = names.count == 1 ? board.title(of: names[0]) ?? "" : names.count.of("record")
    let edits = names.compactMap { remove($0) }
    rowMarks[.partners] = nil
    sortPartnersList()
    let still =
      mentions.isEmpty
      ? "" : "; \(mentions.list) still \(mentions == ["1 action"] ? "names" : "name") it"
    return keepSingle(edits, "Removed \(title.cut(to: 40))\(still).")
  }

  private mutating func remove(_ name: RecordName) -> Edit? {
    func remove<Content: RecordContent>(_ content: Content.Type) -> Edit? {
      guard let id: Identifier<Content> = name.identifier(), var record = board[id] else {
        return nil
      }
      record.header.deleted = stamp
      return putAndFollow(record)
    }
    return remove(name.kind.content)
  }

  private mutating func removeEntry() -> [Effect] {
    guard var partner = wholePartner, let entry = partners.sheet.selected else { return [] }
    let text = text(of: entry, in: partner).text.cut(to: 40)
    var edits: [Edit] = []
    switch entry {
    case .role(let id): partner.roles[id] = nil
    case .impact(let id): partner.impact[id] = nil
    case .agreement(let id):
      guard var agreement = board[id] else { return [] }
      agreement.members.removeAll { $0 == partner.id }
      edits = [putAndFollow(agreement)].compactMap(\.self)
    default: return []
    }
    edits += [putAndFollow(partner)].compactMap(\.self)
    return keepSingle(edits, "Removed: \(text).")
  }

  private mutating func clear() -> [Effect] {
    if var partner = wholePartner, let entry = partners.sheet.selected {
      switch entry {
      case .kind: partner.content.kind = nil
      case .parent: partner.parent = nil
      case .joined: partner.joined = nil
      case .left: partner.left = nil
      case .notes: partner.header.notes = nil
      case .source: partner.header.source = nil
      case .role(let id): partner.roles[id]?.login = nil
      case .impact(let id): partner.impact[id]?.why = nil
      default: return []
      }
      let edits = [putAndFollow(partner)].compactMap(\.self)
      return keepSingle(edits, "Cleared: \(entry.section.rawValue.folded).")
    }
    if case .due(let due)? = partners.list.selected { return clear(due) }
    guard var request: Record<Request> = selectedPartnersRecord() else { return [] }
    request.decision = nil
    request.decided = nil
    let edits = [putAndFollow(request)].compactMap(\.self)
    return keepSingle(edits, "Cleared the decision: “\(request.about.cut(to: 40))” waits again.")
  }

  private mutating func clear(_ due: Due) -> [Effect] {
    let title = (board.title(of: due.record) ?? "").cut(to: 40)
    var edit: Edit?
    if let id: Identifier<Request> = due.record.identifier(), var request = board[id] {
      if due.kind == .review { request.review = nil } else { request.disposal = nil }
      edit = putAndFollow(request)
    } else if let id: Identifier<Agreement> = due.record.identifier(), var agreement = board[id] {
      agreement.review = nil
      edit = putAndFollow(agreement)
    }
    return keepSingle(
      [edit].compactMap(\.self), "No \(due.kind.rawValue) is due any more: \(title).")
  }
}

// MARK: Views and orders

extension WorkspaceState {
  /// Whether there is a level to go back to.
  var isInsidePartners: Bool {
    pane == .partners && (partners.whole != nil || partners.view != .partners)
  }

  mutating func changePartnersView(by step: Int) {
    let views = PartnersPane.View.allCases
    let now = views.firstIndex(of: partners.view) ?? 0
    showPartners(views[min(max(now + step, 0), views.count - 1)])
  }

  mutating func changePartnersOrder() {
    guard partners.whole == nil else {
      flash = "The sections keep their order; Tab goes to the next."
      return
    }
    partners.orders[partners.view] = partners.order.next
    sortPartnersList()
    flash = "Ordered by \(partners.order.rawValue)."
  }

  mutating func reversePartnersOrder() {
    if partners.reversed.remove(partners.view) == nil { partners.reversed.insert(partners.view) }
    sortPartnersList()
  }

  /// What Enter does here.
  var partnersOpenTitle: String {
    guard partners.whole != nil else {
      return [.uncovered, .due].contains(partners.view)
        ? "go there" : partners.view == .partners ? "whole" : "read"
    }
    return partners.sheet.selected?.target == nil ? "change" : "go there"
  }
}
