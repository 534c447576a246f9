import JSON

/// One walk over two states of a record and what both started from.
///
/// Nothing in it depends on which of the two is called one.
struct Merge {
  let one: Revision
  let two: Revision

  /// The fields that both have changed differently, as they are found.
  private(set) var found: [FieldConflict] = []

  init(one: Revision, two: Revision) {
    self.one = one
    self.two = two
  }

  /// The members that either has, each merged by itself.
  mutating func members(_ base: Object, _ one: Object, _ two: Object, at path: [String]) -> Object {
    var all = base
    for (key, value) in one { all[key] = value }
    for (key, value) in two { all[key] = value }
    var result = Object()
    for key in all.keys {
      result[key] = field(base[key], one[key], two[key], at: path + [key])
    }
    return result
  }

  /// A field as one side left it where the other did not touch it, else as the rule for its shape
  /// has it.
  mutating func field(_ base: Value?, _ one: Value?, _ two: Value?, at path: [String]) -> Value? {
    if one == two || two == base { return one }
    if one == base { return two }
    if path.count == 1, let stamps = Header.StampField(rawValue: path[0]) {
      return stamp(stamps, base, one, two)
    }
    switch (one.stated, two.stated) {
    case (.object(let one)?, .object(let two)?):
      return .object(members(base?.objectValue ?? Object(), one, two, at: path))
    case (.object?, nil), (nil, .object?):
      guard let before = base?.objectValue else { break }
      return removedOrEdited(before, one?.objectValue, two?.objectValue, at: path)
    case (.array(let one)?, .array(let two)?):
      return .array(Merge.set(base?.arrayValue ?? [], one, two))
    case (.array(let left)?, nil), (nil, .array(let left)?):
      guard let before = base?.arrayValue else { break }
      let set = Merge.set(before, left, [])
      return set.isEmpty ? nil : .array(set)
    default: break
    }
    return contested(base, one, two, at: path)
  }

  /// Elements that are still in both, in the order of the base, then what either has added, sorted
  /// by bytes.
  static func set(_ base: [Value], _ one: [Value], _ two: [Value]) -> [Value] {
    let (inOne, inTwo) = (Set(one), Set(two))
    var seen: Set<Value> = []
    let kept = base.filter { inOne.contains($0) && inTwo.contains($0) && seen.insert($0).inserted }
    let added = inOne.union(inTwo).subtracting(base).map { ($0, $0.canonicalBytes) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
    return kept + added.map(\.0)
  }
}

// MARK: Two values for one field

extension Merge {
  /// An object that one side has taken away while the other changed something in it.
  ///
  /// A list that was emptied lost its entries one by one; an entry, or anything else that makes
  /// sense only as a whole, stays as it was edited, and the removal is noted.
  private mutating func removedOrEdited(
    _ base: Object, _ one: Object?, _ two: Object?, at path: [String]
  ) -> Value? {
    let edited = one ?? two ?? base
    if Merge.isList(base, at: path), Merge.isList(edited, at: path) {
      let entries = members(base, one ?? Object(), two ?? Object(), at: path)
      return entries.isEmpty ? nil : .object(entries)
    }
    let (editor, remover) = two == nil ? (self.one, self.two) : (self.two, self.one)
    note(
      path, base: .object(base),
      kept: FieldConflict.Version(.object(edited), editor.stamp(at: path)),
      other: FieldConflict.Version(nil, remover.stamp(at: path)))
    return .object(edited)
  }

  /// Whether an object is a list keyed by name: it stands directly in a record or in an entry, and
  /// holds only entries.
  private static func isList(_ object: Object, at path: [String]) -> Bool {
    path.count % 2 == 1 && object.allSatisfy { $0.value.objectValue != nil }
  }

  /// The later of two values, with a note of both.
  mutating func contested(
    _ base: Value?, _ one: Value?, _ two: Value?, at path: [String]
  ) -> Value? {
    // Null counts as left out, so that it is no change of what was not there.
    if one.stated == two.stated || two.stated == base.stated { return one.stated }
    if one.stated == base.stated { return two.stated }
    let mine = FieldConflict.Version(one, self.one.stamp(at: path))
    let theirs = FieldConflict.Version(two, self.two.stamp(at: path))
    let (other, kept) = mine.isEarlier(than: theirs) ? (mine, theirs) : (theirs, mine)
    note(path, base: base, kept: kept, other: other)
    return kept.value
  }

  mutating func note(
    _ path: [String], base: Value?, kept: FieldConflict.Version, other: FieldConflict.Version
  ) {
    found.append(
      FieldConflict(field: path.joined(separator: "."), base: base, kept: kept, other: other))
  }
}

extension Value? {
  /// The value, where there is one: null counts as left out.
  var stated: Value? { self == .some(.null) ? nil : self }
}
