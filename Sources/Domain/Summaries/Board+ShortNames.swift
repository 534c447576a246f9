extension Board {
  /// The shortest beginnings, of at least 4 characters, that mean the records of a kind.
  ///
  /// They are those of ``shortName(of:)``, all found in one walk over the board's names.
  package func shortNames(of kind: Kind) -> [RecordName: String] {
    let all = Kind.allCases.flatMap { names(of: $0) }.sorted { $0.id < $1.id }
    var short: [RecordName: String] = [:]
    for (index, name) in all.enumerated() where name.kind == kind {
      let before = index > 0 ? all[index - 1].id : ""
      let after = index + 1 < all.count ? all[index + 1].id : ""
      let shared = max(name.id.sharedLength(with: before), name.id.sharedLength(with: after))
      let isUnique = before != name.id && after != name.id
      short[name] = isUnique ? String(name.id.prefix(max(4, shared + 1))) : name.description
    }
    return short
  }
}

extension String {
  /// How many characters stand at the beginning of both texts.
  fileprivate func sharedLength(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
