import Domain

/// Where a person is or was: the pane, and what is selected in it.
struct Place: Equatable, Sendable {
  var pane: Pane
  var record: RecordName?
  var area: Identifier<Area>?

  /// Which box was in front.
  var box = 0

  /// The criterion the cursor was on, in Risk.
  var column: Int?
}

/// The places that a person has set under letters, and the one of before the last jump.
struct Places: Equatable, Sendable {
  var named: [Character: Place] = [:]

  /// Where the last jump began; `nil` before any.
  var former: Place?
}
