import JSON

/// A field that two states of a record both give another value.
struct Contention: Error {
  let field: [String]
}

extension Revision {
  /// This state and another in one, where they contradict each other nowhere.
  ///
  /// - Throws: ``Contention`` naming the first field that both have changed differently.
  func merged(strictlyWith other: Value, from base: Value) throws(Contention) -> Value {
    if other == base { return document }
    guard document != base, let mine = document.objectValue, let theirs = other.objectValue else {
      return other
    }
    var merge = Merge(one: self, two: Revision(document: other, unstamped: stamp))
    let result = merge.record(base.objectValue ?? Object(), mine, theirs)
    if let first = merge.found.first { throw Contention(field: first.path(in: other)) }
    return .object(result)
  }
}
