import Domain

/// Partners named in a form: those of the board, and with `+Name` others, which are added.
extension WorkspaceState {
  /// The partners that can be chosen, by name; one that has left only where it is chosen already.
  func partnerOptions(_ chosen: Identifier<Partner>?...) -> [Form.Option] {
    partnerOptions(chosen.compactMap(\.self))
  }

  /// The partners that can be chosen: first those that are likely, then the others by name.
  func partnerOptions(
    _ chosen: [Identifier<Partner>], first likely: [Identifier<Partner>] = []
  ) -> [Form.Option] {
    let here = board.partners.standing
      .filter { $0.left == nil || chosen.contains($0.id) || likely.contains($0.id) }
      .sorted { $0.name < $1.name }
    let ordered = here.filter { likely.contains($0.id) } + here.filter { !likely.contains($0.id) }
    return ordered.map { Form.Option(value: $0.id.text, label: $0.name) }
  }

  /// The partners that a field names; those that the board does not have yet are added.
  ///
  /// - Parameters:
  ///   - form: A form whose every field can be kept.
  ///   - index: The place of the field.
  ///   - act: Takes the edits that add partners.
  /// - Returns: The partners that the field names, those that were added too.
  mutating func partners(
    in form: Form, at index: Int, adding act: inout [Edit]
  ) -> [Identifier<Partner>] {
    form.named(at: index).compactMap { named in
      switch named {
      case .option(let id): return try? Identifier(id)
      case .added(let name):
        if let known = board.partners.standing.first(where: { $0.name.folded == name.folded }) {
          return known.id
        }
        let id: Identifier<Partner> = identifiers.next()
        let header = newHeader(marking: lowestMarking)
        let partner = Record(id: id, header: header, content: Partner(name: name))
        act += [putAndFollow(partner)].compactMap(\.self)
        return id
      }
    }
  }
}
