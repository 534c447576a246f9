import JSON

extension FieldShape {
  /// Every field that is needed and not there, by path.
  func missing(in value: Value?, at path: [String] = []) -> [(path: [String], shape: FieldShape)] {
    switch self {
    case .group(let fields):
      fields.flatMap { field in
        field.shape.missing(
          in: value?[field.name], isNeeded: field.isNeeded, at: path + [field.name])
      }
    case .list(let entries):
      (value?.objectValue ?? Object()).flatMap { entries.entry.missing(in: $1, at: path + [$0]) }
    default: []
    }
  }

  private func missing(
    in value: Value?, isNeeded: Bool, at path: [String]
  ) -> [(path: [String], shape: FieldShape)] {
    if let value, !value.isNull { return missing(in: value, at: path) }
    guard isNeeded else { return [] }
    // Of a part that is not there the fields are told: they are what a person can give.
    return fields.isEmpty ? [(path, self)] : missing(in: nil, at: path)
  }

  /// The path of a field in a value that this has no room for, or `nil`.
  func unknownField(in value: Value, at path: [String] = []) -> [String]? {
    guard case .object(let object) = value else { return nil }
    for (name, value) in object {
      let inner: FieldShape?
      switch self {
      case .group: inner = self[name]?.shape
      case .list(let entries): inner = entries.entry
      default: return nil
      }
      guard let inner else { return path + [name] }
      if let unknown = inner.unknownField(in: value, at: path + [name]) { return unknown }
    }
    return nil
  }

  /// The lists that a path leads into, with the names that lead to them, from the outside in.
  func lists(along path: [String]) -> [(path: [String], entries: Entries)] {
    var shape = self
    var lists: [(path: [String], entries: Entries)] = []
    for (index, name) in path.enumerated() {
      switch shape {
      case .list(let entries):
        lists.append((Array(path[..<index]), entries))
        shape = entries.entry
      default:
        guard let field = shape[name] else { return lists }
        shape = field.shape
      }
    }
    return lists
  }
}
