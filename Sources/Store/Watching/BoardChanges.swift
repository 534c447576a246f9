package import Domain

/// What happened to the files of a board since it was last asked.
package struct BoardChanges: Hashable, Sendable {
  /// The records whose files were made, replaced or taken away.
  package private(set) var records: Set<RecordName> = []

  /// Whether everything is to be read again: too much changed, or nobody can say what.
  package private(set) var isEverything = false

  /// Whether the board's folder is not there any more, or another one has taken its place.
  package private(set) var isAnotherFolder = false

  /// Whether others may have come, moved on or gone.
  package internal(set) var concernsVisitors = false

  /// More records than this are read faster with the whole board.
  private static let most = 256

  /// Takes note that a record changed.
  mutating func add(_ record: RecordName) {
    guard !isEverything else { return }
    records.insert(record)
    if records.count > Self.most { addEverything() }
  }

  mutating func addEverything() {
    records = []
    isEverything = true
    concernsVisitors = true
  }

  mutating func addAnotherFolder() {
    addEverything()
    isAnotherFolder = true
  }
}
