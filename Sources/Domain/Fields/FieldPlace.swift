import JSON

/// A field of a record that somebody has named: where it stands, and what it takes.
package struct FieldPlace: Hashable, Sendable {
  /// The field as the person wrote it.
  package let field: String

  /// The names from the outside in.
  package let path: [String]

  package let shape: FieldShape
}

extension RecordEditing {
  /// What a person writes for the key of an entry that is to be made.
  private static let new = "new"

  /// The field that a person means by names joined by dots.
  ///
  /// A key may itself have a dot in it, `multipliers.0.5.value`: the longest key that the list
  /// allows is meant.
  ///
  /// - Throws: ``FieldProblem`` when there is no such field, or it is not a person's to set.
  package func place(of field: String) throws(FieldProblem) -> FieldPlace {
    var shape = shape
    var path: [String] = []
    var rest = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
    while let name = rest.first {
      let problem = { what, remedy in
        FieldProblem(field: field, what: what, remedy: remedy, isOfName: true)
      }
      var length = 1
      switch shape {
      case .group:
        guard let inner = shape[name] else {
          if path.isEmpty, RecordEditing.isKept(name) {
            throw problem("is kept by the program", "It cannot be set.")
          }
          throw problem("there is no field “\(name)”", shape.fields.map(\.name).remedy(for: name))
        }
        path.append(name)
        shape = inner.shape
      case .list(let entries):
        guard let found = longestKey(in: rest, of: entries, at: path) else {
          throw problem("“\(name)” is no key of this list", remedy(for: name, of: entries.key))
        }
        path.append(found.key)
        length = found.length
        shape = entries.entry
      default:
        throw problem("“\(path.joined(separator: "."))” has no parts", "It takes \(shape.words).")
      }
      rest = rest.dropFirst(length)
    }
    return FieldPlace(field: field, path: path, shape: shape)
  }

  private func longestKey(
    in parts: ArraySlice<String>, of entries: FieldShape.Entries, at path: [String]
  ) -> (key: String, length: Int)? {
    for length in (1...parts.count).reversed() {
      let text = parts.prefix(length).joined(separator: ".")
      if let key = key(text, of: entries, at: path) { return (key, length) }
    }
    return nil
  }

  private func key(_ text: String, of entries: FieldShape.Entries, at path: [String]) -> String? {
    if entries.isKeyFree, text == RecordEditing.new { return newEntry.text }
    if before.value(at: path[...])?[text] != nil { return text }
    switch entries.key {
    case .name(let kind?):
      let names = board.names(matching: text, of: kind, besides: unread)
      return names.count == 1 ? names.first?.id : nil
    case .name(nil): return (try? Identifier<Never>(text))?.text
    case .number: return Exact(text)?.description == text ? text : nil
    default: return text.isEmpty ? nil : text
    }
  }

  private func remedy(for name: String, of key: FieldShape) -> String {
    guard case .name(let kind?) = key else { return "Give \(key.words)." }
    return board.remedy(forRecord: name, of: kind)
  }
}

extension Board {
  /// What to write for a name that no record of a kind has.
  func remedy(forRecord name: String, of kind: Kind) -> String {
    let near = names(of: kind).map(\.id).nearest(to: name)
    return near.isEmpty
      ? "“socboard list \(kind.folder ?? kind.rawValue)” lists the names."
      : "Perhaps: \(near.joined(separator: ", "))."
  }
}

extension [String] {
  /// What to write for a name that is none of these.
  func remedy(for name: String) -> String {
    let near = nearest(to: name)
    return near.isEmpty
      ? "Use one of: \(joined(separator: ", "))." : "Perhaps: \(near.joined(separator: ", "))."
  }
}
