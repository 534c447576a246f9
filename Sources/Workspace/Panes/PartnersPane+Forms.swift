import Domain
import Screen

extension WorkspaceState {
  // MARK: Fields

  private func line(
    _ field: PartnersField, _ text: String?, isRequired: Bool = false, hint: String = ""
  ) -> Form.Field {
    Form.Field(field.rawValue, text ?? "", isRequired: isRequired, hint: hint)
  }

  private func day(
    _ field: PartnersField, _ date: CalendarDate?, hint: String = "14 feb 2018, feb 2018, +3m"
  ) -> Form.Field {
    Form.Field(date: field.rawValue, date, today: today, hint: hint)
  }

  private func partnerField(
    _ field: PartnersField, _ chosen: Identifier<Partner>?, isRequired: Bool = false,
    hint: String = "", adds: String? = "partner"
  ) -> Form.Field {
    Form.Field(
      choose: field.rawValue, chosen?.text, among: partnerOptions(chosen), isRequired: isRequired,
      hint: hint, adds: adds)
  }

  private func areaOptions() -> [Form.Option] {
    board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) }
  }

  private func kindField(_ kind: String?, among known: [String?], hint: String) -> Form.Field {
    let words = Set(known.compactMap(\.self)).sorted()
    return Form.Field(PartnersField.kind.rawValue, kind ?? "", kind: .words(words), hint: hint)
  }

  /// The agencies that a partner can be a unit of.
  private func parentField(_ partner: Record<Partner>?, _ parent: Identifier<Partner>?)
    -> Form.Field
  {
    let agencies = board.partners.standing
      .filter { ($0.parent == nil && $0.id != partner?.id) || $0.id == parent }
      .sorted { $0.name < $1.name }
    return Form.Field(
      choose: PartnersField.parent.rawValue, parent?.text,
      among: agencies.map { Form.Option(value: $0.id.text, label: $0.name) },
      hint: "an agency; empty: it is one itself")
  }

  // MARK: Partners

  func addPartnerForm(under parent: Identifier<Partner>?) -> Form {
    Form(title: "Add an agency or unit", fields: partnerFields(nil, parent: parent))
  }

  func changeForm(_ partner: Record<Partner>) -> Form {
    Form(title: "Change \(partner.name)", fields: partnerFields(partner, parent: partner.parent))
  }

  private func partnerFields(
    _ partner: Record<Partner>?, parent: Identifier<Partner>?
  ) -> [Form.Field] {
    [
      line(
        .name, partner?.name, isRequired: true, hint: "of the agency or unit, never of a person"),
      parentField(partner, parent),
      kindField(
        partner?.content.kind ?? (partner == nil ? (parent == nil ? "agency" : "unit") : nil),
        among: board.partners.standing.map(\.content.kind), hint: "agency, unit, council department"
      ),
      day(.joined, partner?.joined),
    ] + (partner.map { [day(.left, $0.left)] } ?? [])
      + [markingField(partner == nil ? lowestMarking : partner?.header.marking)]
  }

  func datesForm(_ partner: Record<Partner>) -> Form {
    Form(
      title: "When \(partner.name) joined and left",
      fields: [
        day(.joined, partner.joined), day(.left, partner.left, hint: "empty: it is with us"),
      ])
  }

  func parentForm(_ partner: Record<Partner>) -> Form {
    Form(
      title: "The agency that \(partner.name) is a unit of",
      fields: [parentField(partner, partner.parent)])
  }

  func impactForm(_ partner: Record<Partner>) -> Form {
    let context = partners.whole == nil ? area : nil
    return Form(
      title: "\(partner.name) has an impact on",
      fields: [
        Form.Field(
          choose: PartnersField.area.rawValue, context?.text, among: areaOptions(),
          isRequired: true),
        line(.why, context.flatMap { partner.impact[$0]?.why }, hint: "as the partner says it"),
      ])
  }

  func impactForm(on area: Record<Area>) -> Form {
    Form(
      title: "Who has an impact on \(area.title)",
      fields: [
        partnerField(.partner, nil, isRequired: true, hint: "an agency or unit", adds: nil),
        line(.why, nil, hint: "as the partner says it"),
      ])
  }

  /// Asks which role is handed over, to whom, and when; a reason makes it a decision.
  func handOverForm(_ partner: Record<Partner>, _ role: Identifier<Partner.Role>?) -> Form {
    let roles = partner.roles.sorted { $0.value.role.folded < $1.value.role.folded }
    let chosen = role ?? roles.first { $0.value.login == nil }?.key ?? roles.first?.key
    let meetings = board.meetings.standing.sorted { $0.date > $1.date }
      .map { Form.Option(value: $0.id.text, label: $0.label) }
    return Form(
      title: "Hand over a role at \(partner.name)",
      fields: [
        Form.Field(
          choose: PartnersField.role.rawValue, chosen?.text,
          among: roles.map { Form.Option(value: $0.key.text, label: $0.value.role) },
          isRequired: true),
        line(.login, nil, hint: "of the new holder; empty: vacant"),
        day(.on, nil, hint: "since when; empty: today"),
        line(.reason, nil, hint: "empty: no decision is written down"),
        Form.Field(choose: "Meeting", nil, among: meetings, hint: "that decided it, if one did"),
      ])
  }

  /// The form that changes an entry of a partner, or adds one to a list without; `nil` where none
  /// does.
  func entryForm(_ entry: PartnerEntry, of partner: Record<Partner>) -> Form? {
    let fields: [Form.Field] =
      switch entry {
      case .name: [line(.name, partner.name, isRequired: true)]
      case .kind:
        [
          kindField(
            partner.content.kind, among: board.partners.standing.map(\.content.kind),
            hint: "agency, unit, council department")
        ]
      case .role(let id): partner.roles[id].map(roleFields) ?? []
      case .noRole: roleFields(nil)
      case .impact(let id): [line(.why, partner.impact[id]?.why, hint: "as the partner says it")]
      case .joined: [day(.joined, partner.joined)]
      case .left: [day(.left, partner.left, hint: "empty: it is with us")]
      case .notes: [line(.notes, partner.header.notes, hint: "never names")]
      case .source: [line(.source, partner.header.source, hint: "roles, never names")]
      case .marking: [markingField(partner.header.marking)]
      case .noAgreement: [agreementField(nil, besides: partner.id)]
      default: []
      }
    return fields.isEmpty
      ? nil : Form(title: "\(entry.section.rawValue) · \(partner.name)", fields: fields)
  }

  private func roleFields(_ role: Partner.Role?) -> [Form.Field] {
    [
      line(.role, role?.role, isRequired: true, hint: "what the duty is called, never who has it"),
      line(.login, role?.login, hint: "of the holder; empty: vacant"),
      line(
        .permissions, role?.permissions.joined(separator: "; "),
        hint: "what the holder may do, with ; between"),
    ]
  }

  private func agreementField(
    _ chosen: Identifier<Agreement>?, besides member: Identifier<Partner>? = nil
  ) -> Form.Field {
    let options = board.agreements.standing
      .filter { agreement in member.map { !agreement.members.contains($0) } ?? true }
      .map { Form.Option(value: $0.id.text, label: $0.title) }.sorted { $0.label < $1.label }
    return Form.Field(
      choose: PartnersField.agreement.rawValue, chosen?.text, among: options,
      isRequired: member != nil, hint: options.isEmpty ? "the board has none" : "under which")
  }

  // MARK: Requests

  func addRequestForm(from partner: Identifier<Partner>?) -> Form {
    Form(title: "Add an information request", fields: requestFields(nil, from: partner))
  }

  func changeForm(_ request: Record<Request>) -> Form {
    Form(
      title: "Change “\(request.about.cut(to: 40))”",
      fields: requestFields(request, from: request.from))
  }

  private func requestFields(
    _ request: Record<Request>?, from: Identifier<Partner>?
  ) -> [Form.Field] {
    [
      line(.about, request?.about, isRequired: true, hint: "what is asked for; never names"),
      partnerField(.from, from, hint: "who asks"), partnerField(.to, request?.to, hint: "whom"),
      line(.purpose, request?.purpose, hint: "what it is needed for"),
      line(.basis, request?.lawfulBasis, hint: "the law or gateway that allows it"),
      agreementField(request?.agreement),
      day(.asked, request == nil ? today : request?.asked),
      markingField(request == nil ? lowestMarking : request?.header.marking),
    ]
  }

  func datesForm(_ request: Record<Request>) -> Form {
    Form(
      title: "Dates of “\(request.about.cut(to: 40))”",
      fields: [
        day(.review, request.review, hint: "when to look at it again"),
        day(.disposal, request.disposal, hint: "when what was shared is destroyed"),
        day(.asked, request.asked), day(.decided, request.decided),
      ])
  }

  /// Asks for the decision by its letter, with the reason and the role that decided.
  func decisionForm(_ request: Record<Request>) -> Form {
    let options = Request.Outcome.allCases.map {
      Form.Option(value: $0.rawValue, label: $0.words)
    }
    let roles = Set(board.requests.standing.compactMap(\.decidedByRole)).sorted()
    return Form(
      title: "“\(request.about.cut(to: 40))”: what was decided",
      fields: [
        Form.Field(
          PartnersField.decision.rawValue, request.decision?.words ?? "", kind: .letter(options),
          isRequired: true, hint: "a agreed, p part, r refused, w withdrawn, n no reply"),
        line(.reason, request.reason, hint: "as it was given"),
        Form.Field(
          PartnersField.byRole.rawValue, request.decidedByRole ?? "", kind: .words(roles),
          hint: "who decided: a role, never a name"),
        day(.decided, request.decided ?? today),
      ])
  }

  // MARK: Agreements and examples

  func agreementForm(_ agreement: Record<Agreement>?) -> Form {
    Form(
      title: agreement.map { "Change “\($0.title.cut(to: 40))”" } ?? "Add a sharing agreement",
      fields: [
        line(.title, agreement?.title, isRequired: true),
        membersField(agreement?.members ?? []),
      ] + agreementDates(agreement)
        + [markingField(agreement == nil ? lowestMarking : agreement?.header.marking)])
  }

  func membersForm(_ agreement: Record<Agreement>) -> Form {
    Form(
      title: "Members of “\(agreement.title.cut(to: 40))”",
      fields: [membersField(agreement.members)])
  }

  private func membersField(_ members: [Identifier<Partner>]) -> Form.Field {
    Form.Field(
      chooseAny: PartnersField.members.rawValue, members.map(\.text),
      among: partnerOptions(members), hint: "any number, with ; between them", adds: "partner")
  }

  func datesForm(_ agreement: Record<Agreement>) -> Form {
    Form(
      title: "Dates of “\(agreement.title.cut(to: 40))”", fields: agreementDates(agreement))
  }

  private func agreementDates(_ agreement: Record<Agreement>?) -> [Form.Field] {
    [
      day(.signed, agreement?.signed),
      day(.review, agreement?.review, hint: "when to look at it again"),
    ]
  }

  func practiceForm(_ practice: Record<Practice>?) -> Form {
    let ps = board.ps.map { Form.Option(value: $0.id.text, label: $0.title) }
    return Form(
      title: practice.map { "Change “\($0.title.cut(to: 40))”" }
        ?? "Add an example of good practice",
      fields: [
        line(.title, practice?.title, isRequired: true),
        kindField(
          practice?.content.kind, among: board.practice.standing.map(\.content.kind),
          hint: "as the bulletins sort it"),
        Form.Field(choose: PartnersField.p.rawValue, practice?.p?.text, among: ps),
        Form.Field(
          chooseAny: PartnersField.areas.rawValue, practice?.areas.map(\.text) ?? [],
          among: areaOptions()),
        line(.worked, practice?.worked), line(.figures, practice?.figures),
        line(.more, practice?.more, hint: "where to read more"),
        markingField(practice == nil ? lowestMarking : practice?.header.marking),
      ])
  }
}

extension Request.Outcome {
  /// The outcome as it is chosen by its first letter.
  var words: String {
    switch self {
    case .agreed: "agreed"
    case .part: "part"
    case .refused: "refused"
    case .withdrawn: "withdrawn"
    case .noReply: "no reply"
    }
  }
}
