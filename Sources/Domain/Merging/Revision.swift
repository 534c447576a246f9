package import JSON

/// A state of a record's document, with who made it and when.
package struct Revision: Hashable, Sendable {
  /// The object of the record's file.
  package let document: Value

  /// Who made this state, and when.
  package let stamp: Stamp

  /// Who gave single fields their values, and when, by path; it need not name all fields.
  package let stamps: [[String]: Stamp]

  package init(document: Value, stamp: Stamp, stamps: [[String]: Stamp] = [:]) {
    self.document = document
    self.stamp = stamp
    self.stamps = stamps
  }

  /// A state of which only the record itself says who made it: by `updated`, else by `created`.
  ///
  /// - Parameters:
  ///   - document: The object of the record's file.
  ///   - unstamped: Who is said to have made a record that does not say it.
  package init(document: Value, unstamped: Stamp) {
    let own = Stamp(document[Header.updated]) ?? Stamp(document[Header.created])
    self.init(document: document, stamp: own ?? unstamped)
  }

  /// Who gave a field its value: the latest stamp known of the field or of what is in it, else that
  /// of the nearest field around it, else that of the whole state.
  func stamp(at path: [String]) -> Stamp {
    let inside = stamps.filter { $0.key.starts(with: path) }.values
    if let latest = inside.max(by: { $0.isEarlier(than: $1) }) { return latest }
    let around = stamps.filter { path.starts(with: $0.key) }
    return around.max { $0.key.count < $1.key.count }?.value ?? stamp
  }
}

extension Revision {
  /// This state and another in one: what either changed is in it, and what both changed differently
  /// is noted in its `conflicts`.
  ///
  /// - Parameters:
  ///   - other: The other state.
  ///   - base: What both started from; `nil` when both made the record.
  /// - Returns: The same document whichever of the two is asked, whatever their clocks say.
  package func merged(with other: Revision, from base: Value?) -> Value {
    let base = base ?? .object(Object())
    if document == other.document || other.document == base { return document }
    if document == base { return other.document }
    switch (document, other.document) {
    case (.object(let mine), .object(let theirs)):
      var merge = Merge(one: self, two: other)
      return .object(merge.record(base.objectValue ?? Object(), mine, theirs))
    // What is no object is no record, and has no room for a conflict.
    case (.object, _): return document
    case (_, .object): return other.document
    default:
      let mine = FieldConflict.Version(document, stamp)
      let theirs = FieldConflict.Version(other.document, other.stamp)
      return mine.isEarlier(than: theirs) ? other.document : document
    }
  }
}
