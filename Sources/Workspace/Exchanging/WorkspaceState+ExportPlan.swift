import Domain

extension WorkspaceState {
  /// Asks what of the plan is written, for whom, how, and where; the path comes first.
  var exportForm: Form {
    let areas = board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) }
    let area = isInsidePlan ? plannedArea : nil
    return Form(
      title: "Export the plan",
      fields: [
        Form.Field("Path", "plan", isRequired: true, hint: "of a file that is not there yet"),
        Form.Field(
          choose: "Format", PlanFormat.csv.rawValue,
          among: PlanFormat.allCases.map { Form.Option(value: $0.rawValue, label: $0.label) },
          isRequired: true),
        Form.Field(choose: "Area", area?.text, among: areas, hint: "all of them"),
        audienceField,
      ])
  }

  /// Asks for whom something is written.
  var audienceField: Form.Field {
    Form.Field(
      choose: "For", audience.rawValue,
      among: Audience.allCases.filter { audience == .board || $0 == .public }.map {
        Form.Option(value: $0.rawValue, label: $0.label)
      },
      isRequired: true)
  }

  /// Why nothing can be written for an audience, as a sentence; `nil` when it can.
  func whyNotWritten(for audience: Audience) -> String? {
    guard audience == .public else { return nil }
    // In the public view its own reason stands: the board there says nothing of markings.
    return self.audience == .public ? whyNothingIsShown : board.whyNothingIsPublic
  }

  /// Asks for the file to be written; the form stays until it is.
  mutating func exportPlan(_ form: Form) -> [Effect] {
    guard let format = form.choice(1).flatMap(PlanFormat.init(rawValue:)),
      let audience = form.choice(3).flatMap(Audience.init(rawValue:))
    else { return [] }
    if let reason = whyNotWritten(for: audience) { return notWritten(reason) }
    let path = form.fields[0].text
    let extract = PlanExtract(
      area: form.choice(2).flatMap { try? Identifier($0) }, audience: audience, format: format)
    return [.exportPlan(extract, to: path.hasEnding ? path : "\(path).\(format.ending)")]
  }
}

extension PlanFormat {
  fileprivate var label: String {
    switch self {
    case .csv: "CSV, a sheet that can be taken in again"
    case .markdown: "Markdown, a page to read"
    case .ics: "ICS, a calendar of milestones and reviews"
    }
  }
}

extension Audience {
  fileprivate var label: String {
    switch self {
    case .board: "board: everything"
    case .public: "public: without what is not public"
    }
  }
}

extension String {
  /// Whether the last part of a path has an ending, such as `.csv`.
  var hasEnding: Bool {
    (split(separator: "/").last ?? "").dropFirst().contains(".")
  }
}
