extension Board {
  /// Why a partner cannot be a unit of another one, as a sentence; `nil` when it can.
  ///
  /// Units stand under agencies, in two levels: no unit has units.
  package func whyNotParent(
    _ parent: Identifier<Partner>, of partner: Identifier<Partner>?
  ) -> String? {
    let name = self[parent]?.name ?? parent.text
    if parent == partner { return "\(name) cannot be a unit of itself." }
    if let partner, withAgencies(parent).contains(partner) {
      return "\(name) is a unit of \(self[partner]?.name ?? partner.text): they would form a ring."
    }
    if let agency = self[parent]?.parent {
      return
        "\(name) is a unit of \(self[agency]?.name ?? agency.text): a unit stands under an agency."
    }
    if let partner, let unit = units(of: partner).first {
      return "it has units of its own, such as \(self[unit]?.name ?? unit.text): "
        + "give them another agency first."
    }
    return nil
  }

  /// The units of an agency, by name.
  package func units(of agency: Identifier<Partner>) -> [Identifier<Partner>] {
    partners.standing.filter { $0.parent == agency }
      .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }.map(\.id)
  }

  /// What names a partner, as one counts it: `3 actions`, `1 round`; empty where nothing does.
  package func mentions(of partner: Identifier<Partner>, _ accounts: PartnerAccounts) -> [String] {
    let counts = [
      (accounts[partner].actions.count, "action"),
      (partners.standing.count { $0.parent == partner }, "unit"),
      (areas.standing.count { $0.lead == partner }, "area"),
      (agreements.standing.count { $0.members.contains(partner) }, "agreement"),
      (requests.standing.count { $0.from == partner || $0.to == partner }, "request"),
      (rounds.standing.count { $0.invitations[partner] != nil }, "round"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
  }
}

extension Partner {
  /// The roles that nobody holds, in words and by name.
  package var vacantRoles: [String] {
    roles.values.filter { $0.login == nil }.map(\.role).sorted()
  }
}
