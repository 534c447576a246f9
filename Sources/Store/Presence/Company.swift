import Domain

/// Those who have the board open: what we show them, and what we know of them.
struct Company: ~Copyable {
  private let board: BoardFolder
  private var presence: Presence?

  /// The others as last told.
  private var others: [Visitor] = []

  init(at board: BoardFolder) { self.board = board }

  /// Does what is due.
  ///
  /// - Returns: The others, where they are not as last told.
  mutating func attend(to errand: Errand) -> [Visitor]? {
    guard let folder = try? board.open() else { return nil }
    if let record = errand.record {
      // Who tidied up may have taken our sign away, or put another folder in the board's place.
      if let sign = presence, !sign.stands(at: folder) { presence = nil }
      presence = presence ?? Presence(of: board.writer, at: folder)
      presence?.show(record)
    }
    guard errand.asksForOthers else { return nil }
    let now = Visitor.all(at: folder, but: presence?.name)
    defer { others = now }
    return now == others ? nil : now
  }
}

/// What is to be shown to the others and asked of them.
struct Errand {
  /// The record to be shown as the one looked at; the outer `nil` shows none anew.
  fileprivate(set) var record: RecordName??
  fileprivate(set) var asksForOthers = false
}

/// Keeps errands from being run more often than others can follow: the last wish counts.
struct ErrandPace {
  /// A lock is given up a moment after its end is reported.
  private static let delay = Duration.milliseconds(20)
  private static let pause = Duration.milliseconds(250)

  private var errand: Errand?
  private var earliest: ContinuousClock.Instant?

  /// When something is to be done; `nil` when there is nothing.
  private(set) var due: ContinuousClock.Instant?

  /// Wishes to show a record as the one looked at.
  mutating func look(at record: RecordName?, now: ContinuousClock.Instant) {
    wish(now) { $0.record = .some(record) }
  }

  /// Wishes to know who else is there.
  mutating func askForOthers(now: ContinuousClock.Instant) {
    wish(now) { $0.asksForOthers = true }
  }

  private mutating func wish(_ now: ContinuousClock.Instant, _ change: (inout Errand) -> Void) {
    var errand = errand ?? Errand()
    change(&errand)
    self.errand = errand
    due = due ?? max(now + Self.delay, earliest ?? now)
  }

  /// The errand, to be run at once; `nil` when there is none.
  mutating func take(now: ContinuousClock.Instant) -> Errand? {
    guard let errand else { return nil }
    (self.errand, due, earliest) = (nil, nil, now + Self.pause)
    return errand
  }
}
