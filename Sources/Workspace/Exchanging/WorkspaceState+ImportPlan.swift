import Domain
import JSON
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
    [.readPlan(form.fields[0].text, intake(form), identifiers.split())]
  }

  private func intake(_ form: Form) -> PlanIntake {
    PlanIntake(
      area: form.choice(2).flatMap { try? Identifier($0) },
      p: form.choice(3).flatMap { try? Identifier($0) },
      addsPartners: form.choice(1) == Newcomers.added.rawValue)
  }

  /// Shows what the sheet would do.
  mutating func previewed(_ preview: PlanPreview) -> [Effect] {
    switch overlay {
    case .form(let form, .errand(.importPlan))?:
      overlay = .intake(IntakeBox(preview, path: form.fields[0].text, intake(form)))
    case .intake(let box)?:
      overlay = .intake(IntakeBox(preview, path: box.path, box.intake))
    default: break
    }
    return []
  }

  /// Says in the form, or where the preview stood, why the sheet was not read.
  mutating func notPreviewed(_ reason: String) -> [Effect] {
    let lines = reason.split(separator: "\n").map(String.init)
    let more = lines.count > 1 ? " And \(lines.count - 1) more." : ""
    if case .form(var form, .errand(.importPlan))? = overlay {
      form.complain((lines.first ?? reason) + more, at: 0)
      overlay = .form(form, .errand(.importPlan))
    } else {
      overlay = nil
      flash = (lines.first ?? reason) + more
    }
    return []
  }

  /// Takes a key while a preview is read.
  mutating func press(_ key: Key, at box: IntakeBox) -> [Effect] {
    switch key {
    case .character("y"): return write(box)
    case .character("n"), .character("q"), .escape, .control("g"), .control("c"):
      overlay = nil
      flash = "Nothing was written."
    case .enter, .tab: break
    default:
      var box = box
      if scroll(&box.reader, by: key) { overlay = .intake(box) }
    }
    return []
  }

  /// Puts all that the preview shows onto the board, as one act; reads the sheet again where
  /// somebody has changed the board since.
  private mutating func write(_ box: IntakeBox) -> [Effect] {
    let edits = box.preview.edits
    guard !edits.isEmpty else {
      flash = "There is nothing to write."
      return []
    }
    guard let documents = documents(after: edits) else {
      flash = "Somebody has changed the board since: this is what the sheet would do to it."
      return [.readPlan(box.path, box.intake, identifiers.split())]
    }
    overlay = nil
    lastChange = .single("your last change took in a sheet.")
    let act = zip(edits, documents).compactMap { edit, document in
      switch edit.record.kind {
      case .partner: put(document, as: Partner.self, edit.record)
      case .action: put(document, as: Action.self, edit.record)
      default: nil
      }
    }
    flash = "Took in \(box.preview.file): \(box.preview.summary)."
    return save(act)
  }

  /// The records as edits lead to them; `nil` where one of them no longer fits the board.
  private func documents(after edits: [Edit]) -> [Value]? {
    var documents: [Value] = []
    for edit in edits {
      let before = board.value(of: edit.record)
      guard edit.isNew == (before == nil),
        let after = try? edit.apply(to: before ?? .object(Object()))
      else { return nil }
      documents.append(after)
    }
    return documents
  }

  private mutating func put<Content: RecordContent>(
    _ document: Value, as content: Content.Type, _ name: RecordName
  ) -> Edit? {
    guard let id: Identifier<Content> = name.identifier(),
      let record = try? Record<Content>(id: id, document: document)
    else { return nil }
    return putAndFollow(record)
  }
}
