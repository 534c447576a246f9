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
    var context = former
    // A field that nobody touched may have joined the lines of its text, or be another one by now.
    func take(_ index: Int, into text: inout String?) {
      let field = form.fields[index]
      if field.isChanged { text = field.text.isEmpty ? nil : field.text }
    }
    if form.fields[0].isChanged { context.title = form.fields[0].text }
    take(1, into: &context.place)
    take(2, into: &context.period)
    take(3, into: &context.notes)
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
