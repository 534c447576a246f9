/// Somebody else who has the board open.
package struct Visitor: Hashable, Sendable {
  /// The person and installation, as another program says; hidden characters and all.
  package let writer: String

  /// The record they are looking at; `nil` when they look at none.
  package let record: RecordName?

  /// When they opened the board, by their own clock.
  package let since: Timestamp

  package init(writer: String, record: RecordName?, since: Timestamp) {
    self.writer = writer
    self.record = record
    self.since = since
  }
}

extension Visitor: Comparable {
  /// By name; the same person twice stands in the order of arrival.
  package static func < (left: Visitor, right: Visitor) -> Bool {
    (left.writer, left.since.seconds, left.record?.path ?? "")
      < (right.writer, right.since.seconds, right.record?.path ?? "")
  }
}
