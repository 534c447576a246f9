import Domain

/// What the things of one list are called in a sheet, and which of them a name means.
///
/// Case and the width of spaces do not matter. A thing is written by its title where no other one
/// has the same, else by its own name.
struct NameIndex<Subject> {
  /// What a name means.
  enum Meaning {
    case one(Identifier<Subject>)
    case several([Identifier<Subject>])
    case none
  }

  /// The titles in the order of the list.
  private(set) var titles: [String] = []
  private var titlesByName: [Identifier<Subject>: String] = [:]
  private var namesByKey: [String: [Identifier<Subject>]] = [:]

  /// Adds a thing with its title, and what else people call it.
  mutating func add(_ id: Identifier<Subject>, _ title: String, aliases: [String] = []) {
    titles.append(title)
    titlesByName[id] = title
    for key in Set(([title] + aliases).map(NameIndex.key)) {
      namesByKey[key, default: []].append(id)
    }
  }

  /// Takes away the thing that was added last.
  mutating func removeLast(_ id: Identifier<Subject>) {
    guard let title = titlesByName.removeValue(forKey: id) else { return }
    titles.removeLast()
    namesByKey[NameIndex.key(title)]?.removeAll { $0 == id }
  }

  /// What a thing is called in a sheet; one that is not in the list by its own name.
  func name(of id: Identifier<Subject>) -> String {
    guard let title = titlesByName[id], case .one(id) = meaning(of: title),
      !title.contains(where: { $0 == ";" || $0.isNewline }), title != PlanImport.nothing
    else { return id.text }
    return title
  }

  /// What a name from a sheet means: a title before another thing's own name.
  func meaning(of text: String) -> Meaning {
    let found = namesByKey[NameIndex.key(text)] ?? []
    if found.count > 1 { return .several(found.sorted()) }
    if let id = found.first { return .one(id) }
    if let id = try? Identifier<Subject>(text), titlesByName[id] != nil { return .one(id) }
    return .none
  }

  private static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension NameIndex.Meaning: Equatable {}
