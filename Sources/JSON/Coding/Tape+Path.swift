// Decoders do not carry paths; when a problem is told, they are found from the table.

extension Tape {
  /// The keys and indices from the top to a value.
  func path(to target: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var index = 0
    while index < target, let step = child(of: index, holding: target) {
      path.append(step.key)
      index = step.place
    }
    return path
  }

  private func child(of index: Int, holding target: Int) -> (key: PathKey, place: Int)? {
    switch tokens[index].kind {
    case .object:
      keys(of: index).last { $0 < target }
        .map { (PathKey(stringValue: text(at: $0)), $0 + 1) }
    case .array:
      elements(of: index).enumerated().last { $0.element <= target }
        .map { (PathKey(intValue: $0.offset), $0.element) }
    default: nil
    }
  }

  /// The value of a path; where a step leads nowhere, the container that misses it.
  func index(of path: [any CodingKey]) -> Int {
    var index = 0
    for key in path {
      guard let next = child(of: index, at: key) else { break }
      index = next
    }
    return index
  }

  private func child(of index: Int, at key: any CodingKey) -> Int? {
    switch tokens[index].kind {
    case .object:
      return value(of: key.stringValue, in: index)
    case .array:
      let elements = elements(of: index)
      guard let position = key.intValue, elements.indices.contains(position) else { return nil }
      return elements[position]
    default:
      return nil
    }
  }
}
