/// When drafts are to be written: nobody loses more than 4 seconds or 200 characters of typing.
package struct DraftPace: Sendable {
  /// How long a change may be unwritten.
  package static let longest = Duration.seconds(4)

  /// How many characters may be unwritten.
  package static let most = 200

  /// What was written last; `nil` when that is not known.
  private var written: [Draft]? = []

  /// When what has changed must be written; `nil` while nothing has.
  private var due: ContinuousClock.Instant?

  package init() {}

  /// Whether drafts are to be written at this moment; they then count as written.
  ///
  /// A draft that is gone is due at once: it must not be offered again.
  package mutating func isDue(
    _ drafts: [Draft], at now: ContinuousClock.Instant, isUrgent: Bool = false
  ) -> Bool {
    guard drafts != written else {
      due = nil
      return false
    }
    let due = self.due ?? now + DraftPace.longest
    self.due = due
    guard isUrgent || now >= due || written.map({ isFar(drafts, from: $0) }) == true else {
      return false
    }
    written = drafts
    self.due = nil
    return true
  }

  private func isFar(_ drafts: [Draft], from written: [Draft]) -> Bool {
    drafts.count < written.count
      || Draft.difference(from: written, to: drafts) >= DraftPace.most
  }

  /// Takes note that what was written last may not be on the disk: it is tried again in time.
  package mutating func failed() {
    written = nil
    due = nil
  }

  /// Whether drafts count as written.
  package func holds(_ drafts: [Draft]) -> Bool { drafts == written }

  /// How long one may wait for something else; `nil` for ever.
  package func patience(at now: ContinuousClock.Instant) -> Duration? {
    due.map { max(.zero, $0 - now) }
  }
}
