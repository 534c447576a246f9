package import Domain

/// What a form of the Partners pane is for.
package enum PartnersForm: Equatable, Sendable {
  case addPartner, addRequest, addAgreement, addPractice
  case changePartner(Identifier<Partner>)
  case partnerDates(Identifier<Partner>)
  case setParent(Identifier<Partner>)
  /// To say on which area a partner has an impact, and why.
  case impact(Identifier<Partner>)
  /// To say who has an impact on an area, and why.
  case impactOn(Identifier<Area>)
  case handOver(Identifier<Partner>)
  case entry(Identifier<Partner>, PartnerEntry)
  case changeRequest(Identifier<Request>)
  case requestDates(Identifier<Request>)
  case decideRequest(Identifier<Request>)
  case changeAgreement(Identifier<Agreement>)
  case agreementDates(Identifier<Agreement>)
  case setMembers(Identifier<Agreement>)
  case changePractice(Identifier<Practice>)

  /// The record the form is about; `nil` when it makes one.
  var record: RecordName? {
    switch self {
    case .addPartner, .addRequest, .addAgreement, .addPractice: nil
    case .changePartner(let id), .partnerDates(let id), .setParent(let id), .impact(let id),
      .handOver(let id), .entry(let id, _):
      RecordName(id)
    case .impactOn(let id): RecordName(id)
    case .changeRequest(let id), .requestDates(let id), .decideRequest(let id): RecordName(id)
    case .changeAgreement(let id), .agreementDates(let id), .setMembers(let id): RecordName(id)
    case .changePractice(let id): RecordName(id)
    }
  }

  /// The same said of another record; `nil` where it cannot be.
  func on(_ name: RecordName) -> PartnersForm? {
    switch self {
    case .changePartner: name.identifier().map { .changePartner($0) }
    case .partnerDates: name.identifier().map { .partnerDates($0) }
    case .setParent: name.identifier().map { .setParent($0) }
    case .impact: name.identifier().map { .impact($0) }
    case .impactOn: name.identifier().map { .impactOn($0) }
    case .changeRequest: name.identifier().map { .changeRequest($0) }
    case .requestDates: name.identifier().map { .requestDates($0) }
    case .decideRequest: name.identifier().map { .decideRequest($0) }
    case .changeAgreement: name.identifier().map { .changeAgreement($0) }
    case .agreementDates: name.identifier().map { .agreementDates($0) }
    case .setMembers: name.identifier().map { .setMembers($0) }
    case .changePractice: name.identifier().map { .changePractice($0) }
    case .addPartner, .addRequest, .addAgreement, .addPractice, .handOver, .entry: nil
    }
  }

  /// The command that opens the form.
  var command: Command {
    switch self {
    case .addPartner: .addPartner
    case .addRequest: .addRequest
    case .addAgreement: .addAgreement
    case .addPractice: .addPractice
    case .changePartner, .changeRequest, .changeAgreement, .changePractice, .entry: .changePartner
    case .partnerDates, .requestDates, .agreementDates: .partnerDates
    case .setParent, .setMembers: .setMembers
    case .impact, .impactOn: .setImpact
    case .handOver: .handOver
    case .decideRequest: .decideRequest
    }
  }

  /// The fields of the record that the form shows, by their outermost names.
  var fields: Set<String> {
    switch self {
    case .addPartner, .addRequest, .addAgreement, .addPractice, .impactOn: []
    case .changePartner: ["name", "kind", "parent", "joined", "left", "marking"]
    case .partnerDates: ["joined", "left"]
    case .setParent: ["parent"]
    case .impact: ["impact"]
    case .handOver: ["roles"]
    case .entry(_, .role), .entry(_, .noRole): ["roles"]
    case .entry(_, .impact): ["impact"]
    case .entry(_, let entry): [entry.section.rawValue.folded]
    case .changeRequest:
      ["about", "from", "to", "purpose", "lawfulBasis", "agreement", "asked", "marking"]
    case .requestDates: ["asked", "decided", "review", "disposal"]
    case .decideRequest: ["decision", "reason", "decidedByRole", "decided"]
    case .changeAgreement: ["title", "members", "signed", "review", "marking"]
    case .agreementDates: ["signed", "review"]
    case .setMembers: ["members"]
    case .changePractice: ["title", "kind", "p", "areas", "worked", "figures", "more", "marking"]
    }
  }

  /// Why the last change, which the form made, cannot be repeated elsewhere; `nil` where it can.
  var whySingle: String? {
    switch self {
    case .addPartner, .addRequest, .addAgreement, .addPractice:
      "your last change added something; a adds more."
    case .handOver: "your last change handed a role over; H hands over another one."
    case .entry: "your last change was made in the whole of a partner; it stays there."
    default: nil
    }
  }
}

/// What the forms of the Partners pane ask for.
enum PartnersField: String {
  case name = "Name"
  case kind = "Kind"
  case parent = "Unit of"
  case joined = "Joined"
  case left = "Left"
  case marking = "Marking"
  case role = "Role"
  case login = "Login"
  case permissions = "Permissions"
  case on = "On"
  case area = "Area"
  case partner = "Partner"
  case why = "Why"
  case about = "About"
  case from = "From"
  case to = "To"
  case purpose = "Purpose"
  case basis = "Lawful basis"
  case agreement = "Agreement"
  case asked = "Asked"
  case decision = "Decision"
  case reason = "Reason"
  case byRole = "By role"
  case decided = "Decided"
  case review = "Review"
  case disposal = "Disposal"
  case title = "Title"
  case members = "Members"
  case signed = "Signed"
  case p = "P"
  case areas = "Areas"
  case worked = "What worked"
  case figures = "Figures"
  case more = "Read more"
  case notes = "Notes"
  case source = "Source"
}

extension Form {
  /// The place of a field; `nil` where the form does not ask for it.
  func place(for field: PartnersField) -> Int? {
    fields.firstIndex { $0.label == field.rawValue }
  }

  /// The place of a field in which something was changed, or that a new record takes as it stands.
  func typed(_ field: PartnersField, isNew: Bool) -> Int? {
    place(for: field).flatMap { isNew || fields[$0].isChanged ? $0 : nil }
  }

  /// Gives a text what was typed for it.
  func take(_ field: PartnersField, into text: inout String?, isNew: Bool) {
    guard let place = typed(field, isNew: isNew) else { return }
    text = fields[place].text.isEmpty ? nil : fields[place].text
  }

  /// Gives a text that cannot be empty what was typed for it.
  func take(_ field: PartnersField, into text: inout String, isNew: Bool) {
    guard let place = typed(field, isNew: isNew), !fields[place].text.isEmpty else { return }
    text = fields[place].text
  }

  /// Gives a date what was typed for it.
  func take(_ field: PartnersField, into date: inout CalendarDate?, isNew: Bool) {
    if let place = typed(field, isNew: isNew) { date = self.date(at: place) }
  }

  /// Gives a link what was chosen for it.
  func take<Subject>(
    _ field: PartnersField, into id: inout Identifier<Subject>?, isNew: Bool
  ) {
    if let place = typed(field, isNew: isNew) {
      id = choice(place).flatMap { try? Identifier($0) }
    }
  }
}
