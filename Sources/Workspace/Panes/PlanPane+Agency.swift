import Domain
import Screen

extension WorkspaceState {
  /// Lists the actions of the agency whose login this is, or asks whose.
  mutating func showMine() {
    guard let agency = board.agency(ofLogin: writer) else {
      overlay = .form(agencyForm, .errand(.chooseAgency))
      return
    }
    showActions(of: agency)
  }

  var agencyForm: Form {
    let mine = plan.agency ?? board.agency(ofLogin: writer)
    let agencies = board.partners.standing.map { Form.Option(value: $0.id.text, label: $0.name) }
      .sorted { $0.label < $1.label }
    return Form(
      title: "Whose actions",
      fields: [
        Form.Field(choose: "Agency", mine?.text, among: agencies, hint: "everyone's")
      ])
  }

  /// Lists the actions of the agency that a filled-in form names; of everyone where it names none.
  mutating func chooseAgency(in form: Form) -> [Effect] {
    overlay = nil
    showActions(of: form.choice(0).flatMap { try? Identifier<Partner>($0) })
    return []
  }

  private mutating func showActions(of agency: Identifier<Partner>?) {
    show(.plan)
    plan.agency = agency
    showActions(plan.view == .list ? plan.selection : .all)
  }
}
