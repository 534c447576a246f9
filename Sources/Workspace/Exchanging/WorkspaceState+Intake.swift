import Domain
import JSON
import Screen

/// A preview of what files would do: it is read, left, or written as one act.
extension WorkspaceState {
  /// Shows what a plan's sheet would do.
  mutating func previewed(_ preview: PlanPreview) -> [Effect] {
    switch overlay {
    case .form(let form, .errand(.importPlan))?:
      show(IntakeBox(.plan(preview, planIntake(form)), path: form.fields[0].text))
    case .intake(var box)?:
      guard case .plan(_, let intake) = box.content else { break }
      box.content = .plan(preview, intake)
      box.isOutdated = false
      show(box)
    default: break
    }
    return []
  }

  /// Shows what replies would do.
  mutating func previewed(_ preview: ReplyPreview) -> [Effect] {
    switch overlay {
    case .form(let form, .errand(.importReplies))?:
      show(
        IntakeBox(
          .replies(ReplySorting(preview, replyIntake(form))), path: form.fields[0].text))
    case .intake(var box)?:
      guard let sorting = box.sorting else { break }
      box.sorting = ReplySorting(preview, after: sorting)
      box.isKeeping = false
      show(box)
    default: break
    }
    return []
  }

  /// Puts a preview in front, with what is under its cursor in sight.
  mutating func show(_ box: IntakeBox) {
    var box = box
    box.show(on: board, in: Size(width: body.width, height: body.height))
    overlay = .intake(box)
  }

  /// Says in the form, or where the preview stood, why a file was not read.
  mutating func notPreviewed(_ reason: String) -> [Effect] {
    let lines = reason.split(separator: "\n").map(String.init)
    let more = lines.count > 1 ? " And \(lines.count - 1) more." : ""
    let sentence = (lines.first ?? reason) + more
    if case .form(var form, .errand(let errand))? = overlay, errand.readsFile {
      form.complain(sentence, at: 0)
      overlay = .form(form, .errand(errand))
    } else {
      overlay = nil
      flash = sentence
    }
    return []
  }

  /// Takes a key while a preview is read.
  mutating func press(_ key: Key, at box: IntakeBox) -> [Effect] {
    var box = box
    if var whole = box.whole {
      box.whole = scroll(&whole, by: key) ? whole : nil
      overlay = .intake(box)
      return []
    }
    switch key {
    case .character("y") where box.leavesOut && !box.isEmpty:
      flash = "Some issues are refused: w writes the others without them."
    case .character("y"): return write(box)
    case .character("w") where box.leavesOut: return write(box)
    case .character("n"), .character("q"), .escape, .control("g"), .control("c"): leave(box)
    default:
      if box.sorting != nil, let effects = sort(key, in: box) { return effects }
      if key != .enter, key != .tab, scroll(&box.reader, by: key) { overlay = .intake(box) }
    }
    return []
  }

  /// Leaves a preview; what was placed in it by hand is not given up without a question.
  private mutating func leave(_ box: IntakeBox) {
    guard box.placed.isEmpty else {
      let count = box.placed.count
      overlay = .confirmation(
        Confirmation(
          "Leave without filing the \(count == 1 ? "one" : "\(count)") placed by hand?",
          to: .leaveIntake(box)))
      return
    }
    _ = leftIntake()
  }

  /// Leaves everything as it was.
  mutating func leftIntake() -> [Effect] {
    overlay = nil
    flash = "Nothing was written."
    return []
  }

  // MARK: Writing

  /// Puts all that the preview shows onto the board, as one act.
  private mutating func write(_ box: IntakeBox) -> [Effect] {
    guard !box.isEmpty else {
      flash = "There is nothing to write."
      return []
    }
    guard let sorting = box.sorting else { return file(box) }
    guard !box.isKeeping else { return [] }
    var box = box
    box.isKeeping = true
    overlay = .intake(box)
    // What the responses came from is on disk before they are.
    return [.keepOriginals(sorting.originals)]
  }

  /// Files what came from messages that are kept.
  mutating func originalsKept() -> [Effect] {
    guard case .intake(let box)? = overlay, box.isKeeping else { return [] }
    return file(box)
  }

  /// Says why messages were not kept; nothing is filed from them then.
  mutating func originalsNotKept(_ reason: String) -> [Effect] {
    flash = "Nothing was filed: \(reason)"
    if case .intake(var box)? = overlay {
      box.isKeeping = false
      overlay = .intake(box)
    }
    return []
  }

  /// Reads the files again where somebody has changed the board since.
  private mutating func file(_ box: IntakeBox) -> [Effect] {
    var next = self
    guard !box.isOutdated, let documents = documents(after: box.edits),
      let act = next.put(documents, box.edits, box.placed)
    else {
      flash = "Somebody has changed the board since: this is what would be done to it."
      return [again(box)]
    }
    self = next
    overlay = nil
    flash = told(of: box)
    lastChange = .single(
      box.sorting == nil
        ? "your last change took in a sheet." : "your last change filed replies.")
    settleResponses(isOwn: true)
    return save(act)
  }

  private mutating func again(_ box: IntakeBox) -> Effect {
    switch box.content {
    case .plan(_, let intake): .readPlan(box.path, intake, identifiers.split())
    case .issues(_, let intake, _): .readIssues(box.path, intake, identifiers.split())
    case .replies(let sorting): .readReplies(box.path, sorting.intake, identifiers.split())
    }
  }

  private func told(of box: IntakeBox) -> String {
    guard let sorting = box.sorting else { return "Took in \(box.file): \(box.summary)." }
    let filed = sorting.count(of: .placed)
    let left = sorting.count(of: .offered)
    let rest =
      left == 0
      ? ""
      : "; \(left) offered \(left == 1 ? "is" : "are") left: :import-replies offers "
        + "\(left == 1 ? "it" : "them") again"
    return "Filed \(filed)\(rest)."
  }

  /// The records as edits lead to them; `nil` where one of them no longer fits the board.
  private func documents(after edits: [Edit]) -> [Value]? {
    var documents: [Value] = []
    // A later mail changes what an earlier one has made.
    var made: [RecordName: Value] = [:]
    for edit in edits {
      let before = made[edit.record] ?? board.value(of: edit.record)
      guard edit.isNew == (before == nil),
        let after = try? edit.apply(to: before ?? .object(Object()))
      else { return nil }
      made[edit.record] = after
      documents.append(after)
    }
    return documents
  }

  /// Puts documents and what was placed by hand onto the board; `nil` where something no longer
  /// fits it.
  private mutating func put(
    _ documents: [Value], _ edits: [Edit], _ placed: [Placing]
  ) -> [Edit]? {
    var act = zip(edits, documents).compactMap { edit, document in
      switch edit.record.kind {
      case .partner: put(document, as: Partner.self, edit.record)
      case .action: put(document, as: Action.self, edit.record)
      case .response: put(document, as: Response.self, edit.record)
      case .board: put(document, as: BoardSettings.self, edit.record)
      case .issue: put(document, as: Issue.self, edit.record)
      case .scorecard: put(document, as: Scorecard.self, edit.record)
      default: nil
      }
    }
    for placing in placed {
      guard let edits = put(placing) else { return nil }
      act += edits
    }
    return act
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
