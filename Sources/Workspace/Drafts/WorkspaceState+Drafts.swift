import Domain
import JSON
import Screen

extension WorkspaceState {
  /// Everything typed that is not on the board, for a file outside it; usually nothing.
  package var drafts: [Draft] {
    if let whole { return whole.drafts }
    let current = typed ?? editing.map { draft(of: $0) } ?? shelf.restored
    return shelf.setAside + shelf.waiting.map(\.draft) + [unsavedActs, current].compactMap(\.self)
  }

  /// What is being typed in the open form; `nil` when no form is open or nothing in it is changed.
  package var typed: Draft? {
    guard let (form, purpose) = openForm, !purpose.isErrand,
      form.fields.contains(where: \.isChanged)
    else { return nil }
    return Draft(
      at: shelf.typedAt, title: form.title, command: purpose.command, record: purpose.record,
      entry: purpose.entryName,
      fields: form.fields.map {
        Draft.Field(label: $0.label, before: $0.initial, text: $0.editor.text)
      })
  }

  /// The acts of single keys that wait for the disk; `nil` when there are none.
  private var unsavedActs: Draft? {
    let places = Set(shelf.waiting.map(\.place))
    let acts = saves.waiting.enumerated().filter { !places.contains($0.offset + 1) }
      .compactMap(\.element)
    guard let first = acts.first else { return nil }
    let fields = acts.flatMap(\.edits).flatMap { edit in
      edit.changes.filter { !$0.isStamp }.map { change in
        Draft.Field(
          label: "\(edit.record) \(change.field)", before: change.old?.plainText ?? "",
          text: change.new?.plainText ?? "")
      }
    }
    return Draft(
      at: first.stamp.at, title: "Changes that were not saved", command: nil, record: nil,
      fields: fields)
  }

  /// Why there is nothing to offer; `nil` when there is.
  var whyNoDrafts: String? {
    shelf.setAside.isEmpty ? "nothing typed was left unsaved." : nil
  }
}

extension WorkspaceState {
  /// Takes what ended sessions left, and offers it where nobody is in the middle of something.
  mutating func take(_ drafts: [Draft], problems: [String]) -> [Effect] {
    shelf.setAside(drafts)
    if let problem = problems.first { flash = problem }
    guard !drafts.isEmpty else { return [] }
    if overlay == nil, !isNarrowing, pendingKeys.isEmpty, risk.scoring == nil {
      offerDraft()
    } else {
      flash = "Something typed earlier is not on the board: :drafts offers it."
    }
    return []
  }

  /// Tells once that what is typed would not survive the program.
  mutating func draftsNotKept(_ sentence: String) -> [Effect] {
    if shelf.failure != sentence { flash = sentence }
    shelf.failure = sentence
    return []
  }

  /// Asks what to do with a draft; closes the question when there is none.
  mutating func offerDraft(place: Int = 1) {
    guard shelf.setAside.indices.contains(place - 1) else {
      overlay = nil
      return
    }
    let draft = shelf.setAside[place - 1]
    overlay = .offer(
      DraftOffer(
        draft: draft, heading: "Unsaved text from \(moment(draft.at)): \(draft.title)",
        place: place, count: shelf.setAside.count))
  }

  /// A moment as short as it is clear: the time today, else the day, too.
  private func moment(_ time: Timestamp) -> String {
    let day = local(time).date
    return (day == local(now).date ? "" : day.map { "\($0.words), " } ?? "") + clock(time)
  }

  mutating func press(_ key: Key, at offer: DraftOffer) -> [Effect] {
    var offer = offer
    switch (offer.stage, key) {
    case (.looking(var reader), _):
      offer.stage = scroll(&reader, by: key) ? .looking(reader) : .asking
    case (.discarding, .character("y")):
      shelf.remove(offer.draft)
      offerDraft(place: min(offer.place, shelf.setAside.count))
      return []
    case (.discarding, _): offer.stage = .asking
    case (.asking, .character("r")): return restore(offer)
    case (.asking, .character("l")): offer.stage = .looking(comparison(of: offer.draft))
    case (.asking, .character("x")): offer.stage = .discarding
    case (.asking, .character("n")):
      offerDraft(place: offer.place % max(1, shelf.setAside.count) + 1)
      return []
    case (.asking, .escape), (.asking, .character("q")), (.asking, .control("g")),
      (.asking, .control("c")):
      overlay = nil
      flash = "Kept, and offered at the next start; :drafts offers it before."
      return []
    case (.asking, _): break
    }
    overlay = .offer(offer)
    return []
  }

  /// Leaves a form as it was; what was restored into it is offered again, as it was left.
  mutating func leaveForm(_ typed: Draft?) {
    overlay = nil
    guard let restored = shelf.restored else { return }
    shelf.restored = nil
    let draft = typed ?? restored
    shelf.setAside([draft])
    offerDraft(place: (shelf.setAside.firstIndex(of: draft) ?? 0) + 1)
  }
}

extension FieldChange {
  /// Whether it only says who made the change, and when.
  fileprivate var isStamp: Bool { path == ["updated"] || path.first == "created" }
}

extension Value {
  /// A text as it is, everything else as JSON.
  fileprivate var plainText: String { stringValue ?? compactText }
}
