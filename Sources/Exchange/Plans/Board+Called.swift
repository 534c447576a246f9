package import Domain

extension Board {
  /// The Ps that a person can mean, by title or name.
  package func ps(called text: String) -> [Identifier<P>] {
    switch PlanNames(of: self).ps.meaning(of: text) {
    case .one(let id): [id]
    case .several(let ids): ids
    case .none: []
    }
  }
}
