package import Domain

/// A part of the whole partner, with its entries.
enum PartnerSection: String, CaseIterable, Sendable {
  case name = "Name"
  case kind = "Kind"
  case parent = "Unit of"
  case units = "Units"
  case roles = "Roles"
  case impact = "Impact"
  case actions = "Actions"
  case answers = "Answers"
  case requests = "Requests"
  case agreements = "Agreements"
  case joined = "Joined"
  case left = "Left"
  case notes = "Notes"
  case source = "Source"
  case marking = "Marking"
}

/// An entry of the whole partner, by the name it has in the record or on the board.
package enum PartnerEntry: Hashable, Sendable {
  case name, kind, parent, joined, left, notes, source, marking
  case unit(Identifier<Partner>)
  case role(Identifier<Partner.Role>)
  case impact(Identifier<Area>)
  case action(Identifier<Action>)
  case answer(Identifier<Response>)
  case request(Identifier<Request>)
  case agreement(Identifier<Agreement>)

  // Lists without an entry, to most of which one can be added.
  case noUnit, noRole, noImpact, noAction, noAnswer, noRequest, noAgreement

  var section: PartnerSection {
    switch self {
    case .name: .name
    case .kind: .kind
    case .parent: .parent
    case .unit, .noUnit: .units
    case .role, .noRole: .roles
    case .impact, .noImpact: .impact
    case .action, .noAction: .actions
    case .answer, .noAnswer: .answers
    case .request, .noRequest: .requests
    case .agreement, .noAgreement: .agreements
    case .joined: .joined
    case .left: .left
    case .notes: .notes
    case .source: .source
    case .marking: .marking
    }
  }

  /// The record that the entry stands for, beside the partner; `nil` for what the partner says.
  var target: RecordName? {
    switch self {
    case .unit(let id): RecordName(id)
    case .impact(let id): RecordName(id)
    case .action(let id): RecordName(id)
    case .answer(let id): RecordName(id)
    case .request(let id): RecordName(id)
    case .agreement(let id): RecordName(id)
    default: nil
    }
  }
}

extension PartnerEntry {
  /// The entries of which there is one in each partner, and those that one can be added to.
  private static let plain: [String: PartnerEntry] = [
    "name": .name, "kind": .kind, "joined": .joined, "left": .left, "notes": .notes,
    "source": .source, "marking": .marking, "role": .noRole, "agreement": .noAgreement,
  ]

  /// What an entry with a form of its own is called outside the program: `role/liaison`.
  var name: String? {
    switch self {
    case .role(let id): "role/\(id)"
    case .impact(let id): "impact/\(id)"
    default: PartnerEntry.plain.first { $0.value == self }?.key
    }
  }

  init?(named name: String) {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    if let plain = PartnerEntry.plain[name] {
      self = plain
    } else if parts.first == "role",
      let id = parts.last.flatMap({ try? Identifier<Partner.Role>($0) })
    {
      self = .role(id)
    } else if parts.first == "impact", let id = parts.last.flatMap({ try? Identifier<Area>($0) }) {
      self = .impact(id)
    } else {
      return nil
    }
  }
}

extension WorkspaceState {
  /// Opens the whole of a partner.
  mutating func openPartner(_ id: Identifier<Partner>) {
    partners.whole = id
    partners.box = 0
    partners.sheet = ListState()
    partners.isSheetStale = true
    sortPartnerSheet()
  }

  /// Goes back to the list, with the cursor on the partner.
  mutating func closePartner() {
    guard let id = partners.whole else { return }
    partners.whole = nil
    if partners.list.row(of: .record(RecordName(id))) == nil, board[id]?.isDeleted == false {
      _ = selectInPartners(RecordName(id))
    }
    partners.list.select(.record(RecordName(id)))
  }

  /// Lists the entries again where something changed; the cursor stays on its entry.
  mutating func sortPartnerSheet() {
    guard partners.isSheetStale, let partner = wholePartner else { return }
    partners.isSheetStale = false
    let rows = partnerEntries(partner)
    if rows != partners.sheet.rows { partners.sheet.show(rows, of: rows.count) }
  }

  /// The entries of a partner, section by section, with so many of its actions at most.
  func partnerEntries(
    _ partner: Record<Partner>, mostActions: Int = .max
  ) -> [PartnerEntry] {
    PartnerSection.allCases.flatMap { entries(of: $0, in: partner, mostActions: mostActions) }
  }

  private func entries(
    of section: PartnerSection, in partner: Record<Partner>, mostActions: Int
  ) -> [PartnerEntry] {
    let id = partner.id
    func listed(_ entries: [PartnerEntry], _ absence: PartnerEntry) -> [PartnerEntry] {
      entries.isEmpty ? [absence] : entries
    }
    switch section {
    case .name: return [.name]
    case .kind: return [.kind]
    case .parent: return partner.parent == nil ? [] : [.parent]
    case .units:
      let units = units(of: id).map { PartnerEntry.unit($0) }
      return partner.parent == nil ? listed(units, .noUnit) : units
    case .roles:
      let roles = partner.roles.sorted {
        ($0.value.role.folded, $0.key) < ($1.value.role.folded, $1.key)
      }
      return listed(roles.map { .role($0.key) }, .noRole)
    case .impact:
      let known = board.orderedAreas.map(\.id).filter { partner.impact[$0] != nil }
      let others = partner.impact.keys.filter { !known.contains($0) }.sorted()
      return listed((known + others).map { .impact($0) }, .noImpact)
    case .actions:
      let actions = partners.derived?.accounts.actions(of: id, first: mostActions) ?? []
      return listed(actions.map { .action($0) }, .noAction)
    case .answers:
      let answers = ([id] + (partner.parent == nil ? units(of: id) : [])).flatMap { one in
        partners.derived?.answers?.responses(of: one, on: Matter()) ?? []
      }
      return listed(answers.map { .answer($0) }, .noAnswer)
    case .requests:
      let requests = partners.derived?.ties.requests(of: id) ?? []
      return listed(requests.map { .request($0) }, .noRequest)
    case .agreements:
      let agreements = partners.derived?.ties.agreements(of: id) ?? []
      return listed(agreements.map { .agreement($0) }, .noAgreement)
    case .joined: return [.joined]
    case .left: return [.left]
    case .notes: return [.notes]
    case .source: return [.source]
    case .marking: return [.marking]
    }
  }

  // MARK: Going

  /// Goes to the first entry of the next section, or of the one before.
  mutating func goToPartnerSection(by step: Int) {
    let rows = partners.sheet.rows
    let sections = PartnerSection.allCases.filter { section in
      rows.contains { $0.section == section }
    }
    guard let here = partners.sheet.selected?.section, let now = sections.firstIndex(of: here)
    else { return }
    let next = sections[(now + step + sections.count) % sections.count]
    if let entry = rows.first(where: { $0.section == next }) { partners.sheet.select(entry) }
  }

  /// Goes to the next entry that asks for attention: a vacant role, a late action, around.
  mutating func goToNextPartnerEntry() {
    let rows = partners.sheet.rows
    let start = (partners.sheet.selectedRow ?? -1) + 1
    let circle = rows.dropFirst(start) + rows.prefix(start)
    guard let next = circle.first(where: wantsAttention) else {
      flash = "Nothing here asks for attention."
      return
    }
    partners.sheet.select(next)
  }

  private func wantsAttention(_ entry: PartnerEntry) -> Bool {
    switch entry {
    case .role(let id): tellsAbsence && wholePartner?.roles[id]?.login == nil
    case .action(let id): board[id]?.isLate(on: today) ?? false
    case .request, .agreement:
      entry.target.map { !attention(of: .record($0)).isEmpty } ?? false
    default: false
    }
  }
}
