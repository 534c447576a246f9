import JSON

extension Header {
  /// The fields of a record that say who did something, and when; each is one value.
  enum StampField: String {
    case created, updated, deleted
  }

  static let created = StampField.created.rawValue
  static let updated = StampField.updated.rawValue
  static let deleted = StampField.deleted.rawValue
  static let conflicts = "conflicts"
}

extension Merge {
  /// A whole record that both sides have changed.
  mutating func record(_ base: Object, _ one: Object, _ two: Object) -> Object {
    var result = members(
      base.without(Header.conflicts), one.without(Header.conflicts),
      two.without(Header.conflicts), at: [])
    if base[Header.created].stated == nil {
      result[Header.updated] = Merge.touched(result, one[Header.created], two[Header.created])
    }
    noteDeletion(base, one, two)
    result[Header.conflicts] = conflicts(
      base[Header.conflicts], one[Header.conflicts], two[Header.conflicts])
    return result
  }

  /// Who made, changed or removed a record is a fact on either side: the first to make it, the last
  /// to change it, the first to remove it.
  mutating func stamp(
    _ field: Header.StampField, _ base: Value?, _ one: Value?, _ two: Value?
  ) -> Value? {
    guard let mine = one.stated, let theirs = two.stated else {
      // Restored on one side, removed again on the other: that is for people to settle.
      if field == .deleted { return contested(base, one, two, at: [Header.deleted]) }
      return one.stated ?? two.stated
    }
    guard let stamps = Merge.inOrder(mine, theirs) else {
      if Stamp(mine) != nil { return mine }
      if Stamp(theirs) != nil { return theirs }
      return contested(base, one, two, at: [field.rawValue])
    }
    return field == .updated ? stamps.later : stamps.earlier
  }

  /// The latest change of a record that both have made: whoever was second has changed it.
  private static func touched(_ record: Object, _ one: Value?, _ two: Value?) -> Value? {
    let updated = record[Header.updated]
    guard one != two, let later = inOrder(one, two)?.later else { return updated }
    return inOrder(updated, later)?.later ?? later
  }

  /// Two stamps by time; `nil` when one is none.
  private static func inOrder(_ one: Value?, _ two: Value?) -> (earlier: Value, later: Value)? {
    guard let one, let two, let mine = Stamp(one), let theirs = Stamp(two) else { return nil }
    let isEarlier = FieldConflict.Version(one, mine)
      .isEarlier(than: FieldConflict.Version(two, theirs))
    return isEarlier ? (one, two) : (two, one)
  }

  /// A record that one side has removed while the other changed anything in it: both stand, and the
  /// other side's wish to have it is noted.
  private mutating func noteDeletion(_ base: Object, _ one: Object, _ two: Object) {
    let deletions = (one[Header.deleted].stated, two[Header.deleted].stated)
    guard base[Header.deleted].stated == nil else { return }
    switch deletions {
    case (let deletion?, nil): note(deletion, by: self.one, against: self.two)
    case (nil, let deletion?): note(deletion, by: self.two, against: self.one)
    default: break
    }
  }

  private mutating func note(
    _ deletion: Value, by remover: Revision, against editor: Revision
  ) {
    let stamp = Stamp(deletion) ?? remover.stamp(at: [Header.deleted])
    note(
      [Header.deleted], base: nil, kept: FieldConflict.Version(deletion, stamp),
      other: FieldConflict.Version(nil, editor.stamp))
  }
}

extension Object {
  func without(_ key: String) -> Object {
    var object = self
    object[key] = nil
    return object
  }
}
