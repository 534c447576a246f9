import Domain
import Screen

/// Places and periods are the board's own: added and changed on the screen.
extension WorkspaceState {
  /// The form of a place or period; `nil` for one that is added.
  func contextForm(_ id: Identifier<ScoringContext>?) -> Form {
    let context = id.flatMap { board.settings.contexts[$0] }
    return Form(
      title: context.map { "Change \($0.title)" } ?? "Add a place or period",
      fields: [
        Form.Field(
          "Title", context?.title ?? "", isRequired: true,
          hint: "as it heads its scores: Spring 2018, or eastern wards"),
        Form.Field("Place", context?.place ?? "", hint: "where, as far as it is a place"),
        Form.Field("Period", context?.period ?? "", hint: "when, as far as it is a period"),
        Form.Field("Notes", context?.notes ?? ""),
      ])
  }

  /// Adds a place or period behind the others, and shows it: it scores as the baseline does.
  mutating func addContext(_ form: inout Form) -> [Edit]? {
    guard isContextTitleFree(&form, but: nil) else { return nil }
    let last = board.settings.contexts.values.compactMap(\.rank).max()
    let id: Identifier<ScoringContext> = identifiers.next()
    var settings = board.settings
    settings.contexts[id] = context(
      saying: form, ScoringContext(title: "", rank: Rank.between(last, nil)))
    let edit = put(settings)
    showRisk(.context(id))
    flash = "\(contextTitle(id)) scores as the baseline does, until you give it values of its own."
    return [edit].compactMap(\.self)
  }

  /// Changes what a place or period is called and what is said of it.
  mutating func changeContext(
    _ id: Identifier<ScoringContext>, _ form: inout Form
  ) -> [Edit]? {
    guard let former = board.settings.contexts[id] else {
      form.complain("The place or period is not on the board any more.", at: 0)
      return nil
    }
    guard isContextTitleFree(&form, but: id) else { return nil }
    var settings = board.settings
    settings.contexts[id] = context(saying: form, former)
    let edit = put(settings)
    flash = edit == nil ? "Nothing was changed." : "\(contextTitle(id)) is changed."
    return [edit].compactMap(\.self)
  }

  private func context(saying form: Form, _ former: ScoringContext) -> ScoringContext {
    let texts = form.fields.map { $0.text.isEmpty ? nil : $0.text }
    var context = former
    context.title = texts[0] ?? former.title
    (context.place, context.period, context.notes) = (texts[1], texts[2], texts[3])
    return context
  }

  /// Whether no other place or period has the title; else the form says so.
  private func isContextTitleFree(
    _ form: inout Form, but own: Identifier<ScoringContext>?
  ) -> Bool {
    let title = form.fields[0].text.folded
    let isTaken = board.settings.contexts.contains { id, context in
      id != own && context.title.folded == title
    }
    if isTaken { form.complain("Another place or period has this title.", at: 0) }
    return !isTaken
  }
}
