package import JSON

extension Edit {
  /// The record with this edit made in it, whatever others have done to it since the edit began.
  ///
  /// The edit began from the record as it is, but with what the edit itself names as it was then;
  /// from there on the edit and the others' work are merged as two revisions are. So an edit that
  /// has been made changes nothing when it is made again, and one that does not name a deletion was
  /// made without knowing of it, unless the editor has seen it.
  ///
  /// A record whose file is gone is no revision of it: that is not for a merge to decide.
  ///
  /// - Parameters:
  ///   - current: The record as it is in its file, or empty where the edit makes the file.
  ///   - stamp: Who made the edit, and when.
  /// - Returns: The record to write.
  package func merged(into current: Revision, by stamp: Stamp) -> Value {
    let missing = changes.filter { !isMade($0, in: current.document) }
    guard missing.contains(where: { $0.path != [Header.updated] }) else {
      return touched(current.document, by: missing.first)
    }
    let base = isNew ? .object(Object()) : beginning(in: current.document, of: missing)
    var mine = base
    for change in changes { mine.set(change.new, at: change.path[...]) }
    return Revision(document: mine, stamp: stamp).merged(with: current, from: base)
  }

  /// Whether the field holds what it is to hold.
  ///
  /// What somebody else has taken away together with all that is around it was not taken out of it.
  private func isMade(_ change: FieldChange, in document: Value) -> Bool {
    document.value(at: change.path[...]) == change.new
      && (change.new != nil || seen == nil || document.end(of: change.path) == nil)
  }

  /// What the edit began from, as far as the edit and the record can tell.
  private func beginning(in current: Value, of missing: [FieldChange]) -> Value {
    var base = current
    let knowsOfDeletion =
      seen?[Header.deleted].stated != nil || changes.contains { $0.path.first == Header.deleted }
    if !knowsOfDeletion { base.set(nil, at: [Header.deleted]) }
    for change in missing {
      if let gone = base.end(of: change.path) {
        base.set(seen?.value(at: gone), at: gone)
      }
      base.set(change.old, at: change.path[...])
    }
    return base
  }

  /// A record in which the edit is made already, with the later stamp on it.
  private func touched(_ document: Value, by change: FieldChange?) -> Value {
    guard let new = Stamp(change?.new),
      Stamp(document[Header.updated])?.isEarlier(than: new) != false
    else { return document }
    var result = document
    result.set(change?.new, at: [Header.updated])
    return result
  }
}

extension Value {
  /// The value at a path; `nil` where there is none.
  func value(at path: ArraySlice<String>) -> Value? {
    path.reduce(Optional(self)) { value, key in value?[key] }
  }

  /// The beginning of a path up to where something else than an object, or nothing, stands in its
  /// way; `nil` when the path leads to its last name.
  fileprivate func end(of path: [String]) -> ArraySlice<String>? {
    path.indices.dropFirst().map { path[..<$0] }.first { value(at: $0)?.objectValue == nil }
  }

  /// Puts a value at a path, with the objects around it, or takes away what is there.
  mutating func set(_ new: Value?, at path: ArraySlice<String>) {
    guard let key = path.first else {
      self = new ?? self
      return
    }
    guard var object = objectValue ?? (new == nil ? nil : Object()) else { return }
    if path.count == 1 {
      object[key] = new
    } else if object[key] != nil || new != nil {
      var member = object[key] ?? .object(Object())
      member.set(new, at: path.dropFirst())
      object[key] = member
    }
    self = .object(object)
  }
}
