import Domain
import Screen

extension WorkspaceState {
  /// Asks which sheet is read, and what holds for rows that do not say it.
  var importForm: Form {
    let areas = board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) }
    let ps = board.ps.map { Form.Option(value: $0.id.text, label: $0.title) }
    return Form(
      title: "Import a plan",
      fields: [
        Form.Field("Path", isRequired: true, hint: "of a CSV file"),
        Form.Field(
          choose: "Unknown partners", Newcomers.refused.rawValue,
          among: Newcomers.allCases.map { Form.Option(value: $0.rawValue, label: $0.rawValue) },
          isRequired: true),
        Form.Field(choose: "Area", nil, among: areas, hint: "of rows that name none"),
        Form.Field(choose: "P", nil, among: ps, hint: "of rows that name none"),
      ])
  }

  /// What is done with partners that the board does not have.
  private enum Newcomers: String, CaseIterable { case refused, added }

  /// Asks for the sheet to be read; the form stays until it is.
  mutating func importPlan(_ form: Form) -> [Effect] {
    [.readPlan(form.fields[0].text, planIntake(form), identifiers.split())]
  }

  func planIntake(_ form: Form) -> PlanIntake {
    PlanIntake(
      area: form.choice(2).flatMap { try? Identifier($0) },
      p: form.choice(3).flatMap { try? Identifier($0) },
      addsPartners: form.choice(1) == Newcomers.added.rawValue)
  }
}
