extension Board {
  /// Why no record of a kind can have a value in a field.
  ///
  /// - Parameters:
  ///   - text: The value, as it stands in a file.
  ///   - path: The names that lead to the field.
  ///   - kind: What sort of record has the field.
  /// - Returns: `nil` where a record can have it, and for a field that takes any text.
  package func problem(
    with text: String, at path: [String], of kind: Kind
  ) -> FieldProblem? {
    guard !text.isEmpty, let shape = kind.shape.inner(at: path[...]) else { return nil }
    let field = path.joined(separator: ".")
    if let words = choices(at: path, of: kind) {
      return problem(with: text, among: words, field)
    }
    let isTaken =
      switch shape.element {
      case .word(let words): words.contains(text)
      case .date: CalendarDate(text) != nil
      case .yesNo: ["true", "false"].contains(text)
      case .whole: Int(text) != nil
      case .number: Exact(text)?.description == text
      case .name(let kind?): names(matching: text, of: kind).contains { $0.id == text }
      case .record: RecordName(text).map(holds) == true
      default: true
      }
    if isTaken { return nil }
    switch shape.element {
    case .word(let words): return problem(with: text, among: words, field)
    case .name(let kind?):
      return FieldProblem(
        field: field, what: "there is no \(kind.rawValue) “\(text)”",
        remedy: remedy(forRecord: text, of: kind))
    default: return .refused(text, at: field, takes: shape.element)
    }
  }

  private func problem(
    with text: String, among words: [String], _ field: String
  ) -> FieldProblem? {
    if words.contains(text) { return nil }
    return FieldProblem(
      field: field, what: "it is never “\(text)”", remedy: words.remedy(for: text))
  }

  /// The words that the board itself gives a field to take; `nil` where it gives none.
  private func choices(at path: [String], of kind: Kind) -> [String]? {
    func names<Subject>(_ list: some Sequence<Identifier<Subject>>) -> [String] {
      list.map(\.text).sorted()
    }
    switch (kind, path.first, path.count) {
    case (_, "marking", 1): return names(settings.markings.keys)
    case (.action, "p", 1), (.practice, "p", 1): return ps.map(\.id.text)
    case (.action, "phase", 1): return names(settings.phases.keys)
    case (.action, "status", 1): return names(settings.statusLegend.keys)
    case (.action, "statusHistory", 3) where path.last == "status":
      return names(settings.statusLegend.keys)
    case (.issue, "theme", 1): return names(settings.themes.keys)
    case (.issue, "goldenThemes", 1): return names(settings.goldenThemes.keys)
    case (.scorecard, "context", 1): return names(settings.contexts.keys)
    default: return nil
    }
  }
}

extension FieldShape {
  /// What a field inside this takes; `nil` where there is no such field.
  fileprivate func inner(at path: ArraySlice<String>) -> FieldShape? {
    guard let name = path.first else { return self }
    if case .list(let entries) = self { return entries.entry.inner(at: path.dropFirst()) }
    return self[name]?.shape.inner(at: path.dropFirst())
  }

  /// What one value of a set is; of anything else, what it takes itself.
  fileprivate var element: FieldShape {
    if case .set(let element) = self { element } else { self }
  }
}
