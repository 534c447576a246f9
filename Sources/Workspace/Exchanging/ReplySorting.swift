package import Domain

/// Replies that were read, what of them a person has placed by hand, and where the cursor stands.
package struct ReplySorting: Equatable, Sendable {
  package let preview: ReplyPreview

  /// What holds for replies that do not say it, so that they can be read again.
  let intake: ReplyIntake

  /// What a person has placed, by the place of the entry among all.
  private(set) var placings: [Int: Placing] = [:]

  /// What a person has made of texts that wait to be placed, by the place of the entry.
  private var texts: [Int: String] = [:]

  /// The place of the entry under the cursor among all.
  private(set) var current = 0

  let entries: [ReplyPreview.Entry]

  init(_ preview: ReplyPreview, _ intake: ReplyIntake) {
    self.preview = preview
    self.intake = intake
    entries = preview.entries
    current = entries.firstIndex { $0.fate == .offered } ?? 0
  }

  /// The same replies read again, with what was placed by hand where they still say the same.
  init(_ preview: ReplyPreview, after former: ReplySorting) {
    self.init(preview, former.intake)
    guard entries.count == former.entries.count else { return }
    current = former.current
    for index in entries.indices
    where entries[index].fate == .offered && entries[index].answer == former.entries[index].answer {
      placings[index] = former.placings[index]
      texts[index] = former.texts[index]
    }
  }

  var entry: ReplyPreview.Entry? {
    entries.indices.contains(current) ? entries[current] : nil
  }

  /// What an entry says, as it was placed or mended by hand; `nil` where it says nothing.
  func answer(at index: Int) -> Answer? {
    if case .answer(let placed, _)? = placings[index] { return placed }
    var answer = entries[index].answer
    if let text = texts[index] { answer?.text = text }
    return answer
  }

  /// Whether the entry under the cursor can be placed.
  var isOffered: Bool { entry?.fate == .offered }

  /// What is to be filed, as the edits of what stood in marked places.
  var edits: [Edit] { preview.edits }

  /// What is filed by hand, in the order in which it was read.
  var placed: [Placing] { placings.sorted { $0.key < $1.key }.map(\.value) }

  func count(of fate: ReplyPreview.Fate) -> Int {
    let moved = fate == .placed ? placings.count : fate == .offered ? -placings.count : 0
    return preview.count(of: fate) + moved
  }

  /// How many entries have each fate, as in `12 placed, 1 offered, 4 nothing, 0 refused`.
  var summary: String {
    ReplyPreview.Fate.allCases.map { "\(count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// The messages that responses are filed from, once each.
  var originals: [Digest] {
    let filed = entries.indices.filter { index in
      if case .answer? = placings[index] { true } else { entries[index].edit != nil }
    }
    var seen: Set<Digest> = []
    return filed.compactMap { entries[$0].answer?.original }.filter { seen.insert($0).inserted }
  }

  // MARK: Changing

  /// Moves the cursor by so many entries, but never past an end.
  mutating func move(by step: Int) {
    current = min(max(current + step, 0), max(0, entries.count - 1))
  }

  /// Goes to the next entry that waits to be placed, or to the one before; round and round.
  mutating func goToOffered(by step: Int) {
    guard !entries.isEmpty else { return }
    var index = current
    repeat {
      index = (index + step + entries.count) % entries.count
      if entries[index].fate == .offered, placings[index] == nil {
        current = index
        return
      }
    } while index != current
  }

  /// Takes another text for the entry under the cursor, placed or not.
  mutating func take(_ text: String) {
    texts[current] = text
    guard case .answer(var answer, let former)? = placings[current] else { return }
    answer.text = text
    placings[current] = .answer(answer, former)
  }

  /// Places the entry under the cursor, or takes it back to those that wait for it.
  mutating func place(_ placing: Placing?) { placings[current] = placing }

  /// What else of the replies is filed on exactly what an answer is about.
  func others(on answer: Answer) -> [Answer] {
    entries.indices.filter { $0 != current }.compactMap { other in
      if case .answer(let placed, _)? = placings[other] { return placed }
      return entries[other].fate == .placed ? entries[other].answer : nil
    }.filter { $0.isAbout(theSameAs: answer) }
  }
}

/// What a person does with something that was only offered.
package enum Placing: Equatable, Sendable {
  /// It is an answer; what becomes of another one that stands there, `nil` where there was none.
  case answer(Answer, Former?)

  /// An invitation came back undelivered.
  case bounce(Identifier<Round>, Identifier<Partner>, on: CalendarDate)
}

/// What becomes of an answer that stands where another one is placed.
package enum Former: String, CaseIterable, Sendable {
  /// The text that is placed goes below its own.
  case added

  /// It says what is placed, instead.
  case replaced

  /// It stays, and what is placed stands beside it.
  case kept
}

extension Answer {
  fileprivate func isAbout(theSameAs other: Answer) -> Bool {
    round == other.round && respondent == other.respondent && question == other.question
      && area == other.area
  }
}
