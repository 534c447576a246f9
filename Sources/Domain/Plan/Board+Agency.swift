extension Board {
  /// The partner for which somebody works who has a login.
  ///
  /// Where roles of several partners name it, the agency counts before its units.
  ///
  /// - Parameter writer: A person and installation; what stands before `@` is the login.
  /// - Returns: `nil` when no role names the login.
  package func agency(ofLogin writer: String) -> Identifier<Partner>? {
    let login = String(writer.prefix { $0 != "@" })
    guard !login.isEmpty else { return nil }
    let found = partners.standing.filter { partner in
      partner.roles.values.contains { $0.login == login || $0.login == writer }
    }.map(\.id)
    return found.min { (withAgencies($0).count, $0) < (withAgencies($1).count, $1) }
  }

  /// Whether a partner has left the board, or has been removed, itself or with its agency.
  package func hasLeft(_ partner: Identifier<Partner>, on today: CalendarDate) -> Bool {
    withAgencies(partner).contains { id in
      guard let partner = self[id] else { return false }
      return partner.isDeleted || partner.left?.hasPassed(on: today) == true
    }
  }

  /// A partner and the agencies it is a unit of, from the inside out.
  package func withAgencies(_ partner: Identifier<Partner>) -> [Identifier<Partner>] {
    var chain = [partner]
    while let parent = chain.last.flatMap({ self[$0]?.parent }), !chain.contains(parent) {
      chain.append(parent)
    }
    return chain
  }
}
