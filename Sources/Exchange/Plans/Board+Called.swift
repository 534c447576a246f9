package import Domain

extension Board {
  /// The areas that a person can mean: by number, title or name, or the beginning of a name.
  package func areas(called text: String) -> [Identifier<Area>] {
    switch PlanNames(of: self).areas.meaning(of: text) {
    case .one(let id): [id]
    case .several(let ids): ids
    case .none: names(matching: text, of: .area).compactMap { try? Identifier($0.id) }
    }
  }

  /// The Ps that a person can mean, by title or name.
  package func ps(called text: String) -> [Identifier<P>] {
    switch PlanNames(of: self).ps.meaning(of: text) {
    case .one(let id): [id]
    case .several(let ids): ids
    case .none: []
    }
  }
}
