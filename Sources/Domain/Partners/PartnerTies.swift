/// What names each partner beside the plan: its units, requests, agreements; kept as they change.
package struct PartnerTies: Equatable, Sendable {
  private var unitsOf: [Identifier<Partner>: Set<Identifier<Partner>>] = [:]
  private var requestsOf: [Identifier<Partner>: Set<Identifier<Request>>] = [:]
  private var agreementsOf: [Identifier<Partner>: Set<Identifier<Agreement>>] = [:]

  package init(of board: Board) {
    for partner in board.partners.standing { tie(partner) }
    for request in board.requests.standing { tie(request) }
    for agreement in board.agreements.standing { tie(agreement) }
  }

  /// Takes note of a record that was added, changed or removed; of other kinds nothing follows.
  package mutating func replace<Content: RecordContent>(
    _ old: Record<Content>?, with new: Record<Content>
  ) {
    if let old, !old.isDeleted { tie(old, false) }
    if !new.isDeleted { tie(new) }
  }

  /// The units of an agency, by name.
  package func units(
    of agency: Identifier<Partner>, on board: Board
  ) -> [Identifier<Partner>] {
    (unitsOf[agency] ?? []).map { (name: board[$0]?.name.lowercased() ?? "", id: $0) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
  }

  package func hasUnits(_ agency: Identifier<Partner>) -> Bool {
    unitsOf[agency]?.isEmpty == false
  }

  /// The requests from and to a partner, by name of the record.
  package func requests(of partner: Identifier<Partner>) -> [Identifier<Request>] {
    (requestsOf[partner] ?? []).sorted()
  }

  /// The agreements that a partner is a member of, by name of the record.
  package func agreements(of partner: Identifier<Partner>) -> [Identifier<Agreement>] {
    (agreementsOf[partner] ?? []).sorted()
  }

  private mutating func tie<Content: RecordContent>(
    _ record: Record<Content>, _ isTied: Bool = true
  ) {
    func tie<Tied>(
      _ id: Identifier<Tied>, to partners: [Identifier<Partner>?],
      _ ties: inout [Identifier<Partner>: Set<Identifier<Tied>>]
    ) {
      for partner in Set(partners.compactMap(\.self)) {
        if isTied {
          ties[partner, default: []].insert(id)
        } else {
          ties[partner]?.remove(id)
          if ties[partner]?.isEmpty == true { ties[partner] = nil }
        }
      }
    }
    switch record {
    case let unit as Record<Partner>: tie(unit.id, to: [unit.parent], &unitsOf)
    case let request as Record<Request>:
      tie(request.id, to: [request.from, request.to], &requestsOf)
    case let agreement as Record<Agreement>:
      tie(agreement.id, to: agreement.members, &agreementsOf)
    default: break
    }
  }
}
