import Domain
import Screen

extension WorkspaceState {
  /// The form for a new issue, or for one that is changed.
  func issueForm(_ issue: Record<Issue>?) -> Form {
    let themes = board.settings.themes.ranked().map {
      Form.Option(value: $0.key.text, label: $0.value.title)
    }
    let areas = board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) }
    let context = issue == nil ? area : issue?.area
    return Form(
      title: issue.map { "Change \($0.title)" } ?? "Add an issue",
      fields: [
        Form.Field("Title", issue?.title ?? "", isRequired: true),
        Form.Field(
          choose: "Theme", issue?.theme?.text, among: themes,
          hint: themes.isEmpty ? "the board has none" : ""),
        Form.Field(choose: "Area", context?.text, among: areas),
      ] + (issue == nil ? [markingField(context.flatMap { board[$0]?.header.marking })] : []))
  }

  mutating func addIssue(_ form: inout Form) -> [Edit]? {
    let id: Identifier<Issue> = identifiers.next()
    var content = Issue(title: form.fields[0].text, stage: .registered)
    content.raised = today
    content.theme = form.choice(1).flatMap { try? Identifier($0) }
    content.area = form.choice(2).flatMap { try? Identifier($0) }
    let header = newHeader(marking: marking(in: form, at: 3))
    let edit = put(Record(id: id, header: header, content: content))
    if let slot = board.issues.slot(of: id) { assessment?.reassess(slot, in: board) }
    risk.list.filter = LineEditor()
    sortIssues()
    risk.list.select(id)
    flash = "Added \(content.title). Enter gives it values."
    return [edit].compactMap(\.self)
  }

  mutating func changeIssue(_ id: Identifier<Issue>, _ form: inout Form) -> [Edit]? {
    guard var issue = board[id] else { return [] }
    // Only what was changed here: somebody else may have changed the rest since the form opened.
    if form.fields[0].isChanged { issue.title = form.fields[0].text }
    if form.fields[1].isChanged { issue.theme = form.choice(1).flatMap { try? Identifier($0) } }
    if form.fields[2].isChanged { issue.area = form.choice(2).flatMap { try? Identifier($0) } }
    guard let edit = put(issue) else {
      flash = "Nothing was changed."
      return []
    }
    flash = "Changed \(issue.title)."
    return [edit]
  }
}
