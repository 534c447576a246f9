extension Board {
  /// The records that a name given by a person can mean.
  ///
  /// A whole name, with or without its kind, means one record; else its beginning, of at least 4
  /// characters, may mean several. Where a kind is given, only its records are meant. The whole name
  /// of a record that was removed, or could not be read, is never the beginning of another one.
  ///
  /// - Parameters:
  ///   - text: What the person gave.
  ///   - kind: Of which kind the record must be; `nil` where any will do.
  ///   - unread: The records that the board has, but that could not be read.
  /// - Returns: One record, several that begin so, or none.
  package func names(
    matching text: String, of kind: Kind? = nil, besides unread: Set<RecordName> = []
  ) -> [RecordName] {
    if let name = RecordName(text), text.contains("/") || kind == nil {
      return holds(name) && (kind == nil || kind == name.kind) ? [name] : []
    }
    let meant = RecordName.all(called: text).filter { kind == nil || kind == $0.kind }
    if meant.contains(where: unread.contains) { return [] }
    let whole = meant.filter(holds)
    let isRemoved = meant.contains { value(of: $0) != nil }
    if !whole.isEmpty || isRemoved || text.utf8.count < Board.shortestName { return whole }
    return (kind.map { [$0] } ?? Kind.allCases).flatMap { names(of: $0) }
      .filter { $0.id.hasPrefix(text) }
  }

  /// The records that are called by a title, else those whose title begins so, given at least 4
  /// characters of it; capitals mean nothing.
  ///
  /// - Parameters:
  ///   - text: What the person gave.
  ///   - kind: Of which kind the record must be; `nil` where any will do.
  /// - Returns: One record, several, or none.
  package func names(titled text: String, of kind: Kind? = nil) -> [RecordName] {
    let wanted = text.lowercased()
    let titles = (kind.map { [$0] } ?? Kind.allCases).flatMap { names(of: $0) }
      .map { (name: $0, title: title(of: $0)?.lowercased() ?? "") }
    let whole = titles.filter { $0.title == wanted }
    if !whole.isEmpty || wanted.utf8.count < Board.shortestName { return whole.map(\.name) }
    return titles.filter { $0.title.hasPrefix(wanted) }.map(\.name)
  }

  /// How many characters of a name are at least given.
  private static let shortestName = 4

  /// The shortest beginning of a record's name, of at least 4 characters, that means no other one.
  package func shortName(of name: RecordName) -> String {
    let others = Kind.allCases.flatMap { names(of: $0) }.filter { $0 != name }.map(\.id)
    let lengths = min(Board.shortestName, name.id.utf8.count)...name.id.utf8.count
    let short = lengths.lazy.map { String(name.id.prefix($0)) }
      .first { short in !others.contains { $0.hasPrefix(short) } }
    return short ?? (others.contains(name.id) ? name.description : name.id)
  }
}

extension [String] {
  /// Up to three of these names that a mistyped one can stand for, the nearest first.
  package func nearest(to text: String) -> [String] {
    let text = text.lowercased()
    guard (1...64).contains(text.utf8.count) else { return [] }
    let most = Swift.max(1, text.utf8.count / 3)
    return filter { $0.utf8.count <= 128 }.compactMap { name -> (name: String, distance: Int)? in
      let folded = name.lowercased()
      if folded.contains(text) || text.contains(folded) { return (name, most) }
      let distance = folded.distance(to: text)
      return distance <= most ? (name, distance) : nil
    }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(3).map(\.name)
  }
}

extension String {
  /// How many letters must be put in, taken out, changed or swapped with the next one to make one
  /// text of the other.
  fileprivate func distance(to other: String) -> Int {
    let (left, right) = (Array(utf8), Array(other.utf8))
    var before: [Int] = []
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var next = [line + 1]
      for (place, counterpart) in right.enumerated() {
        let change = row[place] + (letter == counterpart ? 0 : 1)
        var least = Swift.min(change, row[place + 1] + 1, next[place] + 1)
        if line > 0, place > 0, letter == right[place - 1], left[line - 1] == counterpart {
          least = Swift.min(least, before[place - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
