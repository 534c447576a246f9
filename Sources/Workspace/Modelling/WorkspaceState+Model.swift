import Domain
import Screen

/// The scoring model in front: read, and changed as a proposal that a decision agrees.
extension WorkspaceState {
  /// Shows the model in use, or another one.
  mutating func showModel(_ id: Identifier<ScoringModel>? = nil) {
    guard
      let id = id ?? board.settings.model
        ?? board.models.standing.first(where: { $0.formerOf == nil })?.id,
      let model = board[id]
    else {
      flash = "The board has no scoring model."
      return
    }
    let isInUse = id == board.settings.model
    show(ModelBox(model, isInUse: isInUse, earlier: isInUse ? earlierScores : 0))
  }

  /// How many issues count a score that was agreed under another version of the model in use.
  private var earlierScores: Int {
    guard let assessment else { return 0 }
    return (0..<Table<Issue>.Slot(board.issues.count)).count { slot in
      assessment.score(of: slot) != nil && assessment.isOfFormerVersion(slot, in: board)
    }
  }

  /// Whether the score shown for an issue was agreed under another version of the model.
  func isOfFormerVersion(_ slot: Table<Issue>.Slot) -> Bool {
    shownAssessment?.isOfFormerVersion(slot, in: board) ?? false
  }

  /// Puts a model in front, with what its proposal would move.
  private mutating func show(_ box: ModelBox) {
    var box = box
    box.outcome = box.isProposal ? box.revision.outcome(on: board, from: assessment) : nil
    putInFront(box)
  }

  /// Puts a model in front as it is, with its cursor in sight.
  func inSight(_ box: ModelBox) -> ModelBox {
    var box = box
    box.list.keepInSight(height: box.boxes(in: body).list.height - 2)
    return box
  }

  mutating func putInFront(_ box: ModelBox) { overlay = .model(inSight(box)) }

  /// Takes a key while a model is in front.
  mutating func press(_ key: Key, at box: ModelBox) -> [Effect] {
    var box = box
    if var whole = box.whole {
      box.whole = scroll(&whole, by: key) ? whole : nil
      putInFront(box)
      return []
    }
    switch key {
    case .character("j"), .down: box.list.move(by: 1)
    case .character("k"), .up: box.list.move(by: -1)
    case .control("d"), .pageDown: box.list.move(by: body.height / 2)
    case .control("u"), .pageUp: box.list.move(by: -body.height / 2)
    case .character("g"), .home: box.list.goFirst()
    case .character("G"), .end: box.list.goLast()
    case .enter: box.fold()
    case .character("r"): box.whole = Reader(title: "Model", lines: details(of: box))
    case .character("<"): return showOtherModel(than: box, by: -1)
    case .character(">"): return showOtherModel(than: box, by: 1)
    case .escape, .character("q"), .control("g"), .control("c"):
      leave(box)
      return []
    default: return change(by: key, box)
    }
    putInFront(box)
    return []
  }

  /// Takes a key that changes what is proposed.
  private mutating func change(by key: Key, _ box: ModelBox) -> [Effect] {
    guard case .character(let letter) = key, "iadxuA".contains(letter) else {
      flash = "\(key) means nothing here."
      return []
    }
    if let whyReadOnly {
      flash = "Nothing is changed: \(whyReadOnly)"
      return []
    }
    switch letter {
    case "i": ask(for: box.list.selected.map { .change($0) }, in: box)
    case "a": ask(for: box.list.selected?.addition(in: box.model), in: box)
    case "u": takeBack(in: box)
    case "A": askToAgree(box)
    default: remove(from: box)
    }
    return []
  }

  private mutating func ask(for request: ModelRequest?, in box: ModelBox) {
    guard let request else {
      flash = "a adds a criterion to a section, a point to a criterion, an entry to the table."
      return
    }
    overlay = .form(box.form(for: request), .errand(.revise(box, request)))
  }

  private mutating func takeBack(in box: ModelBox) {
    var box = box
    flash = box.revision.takeBack() ? "The last change is taken back." : "Nothing is proposed."
    box.listEntries()
    show(box)
  }

  private mutating func remove(from box: ModelBox) {
    guard let entry = box.list.selected, entry.isRemovable else {
      flash = "Only a criterion, a point of a scale and an entry of the table can be removed."
      return
    }
    var box = box
    box.revision.propose(box.model.removing(entry))
    box.listEntries()
    flash = "Removed from the proposal; u takes it back."
    show(box)
  }

  /// Takes what was typed about a part of the model into the proposal.
  mutating func revise(_ box: ModelBox, by request: ModelRequest, _ form: Form) -> [Effect] {
    var (box, form) = (box, form)
    guard let (model, entry) = box.model.revised(by: request, &form) else {
      overlay = .form(form, .errand(.revise(box, request)))
      return []
    }
    box.revision.propose(model)
    box.select(entry)
    show(box)
    flash =
      box.revision.isChanged
      ? "Proposed only: A agrees it by a decision." : "The model stays as it is."
    return []
  }

  // MARK: Other models, and leaving

  private mutating func showOtherModel(than box: ModelBox, by step: Int) -> [Effect] {
    let models = board.models.standing.filter { $0.formerOf == nil }.map(\.id).sorted()
    guard models.count > 1, let now = models.firstIndex(of: box.revision.base.id) else {
      flash = "The board has one model only."
      return []
    }
    guard !box.revision.isChanged else {
      flash = "Something is proposed here: A agrees it, Esc leaves it."
      return []
    }
    showModel(models[(now + step + models.count) % models.count])
    return []
  }

  /// Leaves a model; what is proposed is not given up without a question.
  private mutating func leave(_ box: ModelBox) {
    guard box.revision.isChanged else {
      overlay = nil
      return
    }
    overlay = .confirmation(
      Confirmation("Leave the model as it is, and drop what is proposed?", to: .leaveModel(box)))
  }

  /// Leaves a model as it is.
  mutating func leftModel() -> [Effect] {
    overlay = nil
    flash = "The model stays as it is."
    return []
  }
}
