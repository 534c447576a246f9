import Domain
import Screen

extension WorkspaceState {
  /// Asks which sheet is read, and what holds for rows that do not say it.
  var importIssuesForm: Form {
    let markings = board.settings.markings.sorted { $0.value.level < $1.value.level }
    return Form(
      title: "Import issues",
      fields: [
        Form.Field("Path", isRequired: true, hint: "of a CSV file"),
        Form.Field(
          choose: "Stage", Issue.Stage.emerging.rawValue,
          among: IssueIntake.stages.map { Form.Option(value: $0.rawValue, label: $0.rawValue) },
          isRequired: true),
        Form.Field(
          choose: "Unknown themes", Unknown.refused.rawValue,
          among: Unknown.allCases.map { Form.Option(value: $0.rawValue, label: $0.rawValue) },
          isRequired: true),
        Form.Field(
          choose: "Marking", nil,
          among: markings.map { Form.Option(value: $0.key.text, label: $0.value.title) },
          hint: "of issues that are added: as their area"),
        Form.Field("Baseline", hint: "what the sheet calls it among places and periods"),
        Form.Field("Columns", hint: "where headings do not tell: Threat=title; Ref=notes; No=-"),
      ])
  }

  /// What is done with themes that the board does not have.
  private enum Unknown: String, CaseIterable { case refused, added }

  /// Asks for the sheet to be read; the form stays until it is.
  mutating func importIssues(_ form: Form) -> [Effect] {
    guard let intake = issueIntake(form) else {
      var form = form
      form.complain("Say it as Heading=field, with ; between: Threat=title; Ref=notes.", at: 5)
      overlay = .form(form, .errand(.importIssues))
      return []
    }
    return [.readIssues(form.fields[0].text, intake, identifiers.split())]
  }

  /// What the form says; `nil` where what it says of columns cannot be read.
  func issueIntake(_ form: Form) -> IssueIntake? {
    var columns: [String: String] = [:]
    for part in form.fields[5].text.split(separator: ";") {
      guard let (heading, field) = IssueIntake.column(String(part).trimmed),
        columns.updateValue(field, forKey: heading) == nil
      else { return nil }
    }
    let baseline = form.fields[4].text
    return IssueIntake(
      stage: form.choice(1).flatMap(Issue.Stage.init) ?? .emerging,
      marking: form.choice(3).flatMap { try? Identifier($0) },
      baseline: baseline.isEmpty ? nil : baseline,
      addsThemes: form.choice(2) == Unknown.added.rawValue, columns: columns)
  }

  /// Shows what a sheet of issues would do.
  mutating func previewed(_ preview: IssuePreview) -> [Effect] {
    switch overlay {
    case .form(let form, .errand(.importIssues))?:
      guard let intake = issueIntake(form) else { break }
      show(IntakeBox(content(preview, intake), path: form.fields[0].text))
    case .intake(var box)?:
      guard case .issues(_, let intake, _) = box.content else { break }
      box.content = content(preview, intake)
      box.isOutdated = false
      show(box)
    default: break
    }
    return []
  }

  /// The preview with the edits of one act; none where one act cannot hold them.
  private func content(_ preview: IssuePreview, _ intake: IssueIntake) -> IntakeBox.Content {
    let acts = preview.acts(on: board, stamp: stamp)
    return .issues(preview, intake, edits: acts.count == 1 ? acts[0] : [])
  }
}
