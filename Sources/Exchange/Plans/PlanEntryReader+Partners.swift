import Domain

extension PlanEntryReader {
  /// The partner of a name; one that is not there is added, where that was asked for.
  private mutating func partner(
    _ name: String, _ cell: PlanCellText
  ) throws(PlanFlaw) -> Identifier<Partner> {
    switch plan.names.partners.meaning(of: name) {
    case .one(let id): return id
    case .several(let ids): throw cell.ambiguous(name, ids)
    case .none: break
    }
    if let added = partners.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return added.id
    }
    let isList = name.split(separator: ",").contains { part in
      plan.names.partners.meaning(of: String(part)) != .none
    }
    if isList {
      throw cell.flaw("“\(name)” is several partners", "Put semicolons between the names.")
    }
    guard plan.intake.addsPartners else {
      throw cell.unknown(
        "partner", name, plan.names.partners, otherwise: " Or let the import add it as a partner.")
    }
    let partner = Record<Partner>(
      id: plan.name(), header: plan.newHeader(marking: plan.board.settings.header.marking),
      content: Partner(name: name))
    partners.append(partner)
    return partner.id
  }

  mutating func setLead(_ cell: PlanCellText) throws(PlanFlaw) {
    guard !cell.isNothing else {
      record.lead = nil
      return
    }
    guard let name = cell.parts.first, cell.parts.count == 1 else {
      throw cell.flaw("names \(cell.parts.count) partners", "Name the one who leads.")
    }
    record.lead = try partner(name, cell)
  }

  mutating func setOwners(_ cell: PlanCellText) throws(PlanFlaw) {
    var owners: [Identifier<Partner>: Action.Ownership] = [:]
    for name in cell.isNothing ? [] : cell.parts {
      let partner = try partner(name, cell)
      owners[partner] = record.owners[partner] ?? Action.Ownership(agreed: .unknown)
    }
    record.owners = owners
  }

  /// Notes which owners have agreed, or declined: those of the cell, and no others.
  mutating func setAgreed(
    _ answer: Action.Ownership.Agreed, _ cell: PlanCellText
  ) throws(PlanFlaw) {
    if isRefused(.ownership) { return }
    var named: Set<Identifier<Partner>> = []
    switch cell.text.lowercased() {
    case PlanImport.nothing: break
    case "yes": named = Set(record.owners.keys)
    default:
      for name in cell.parts {
        let partner = try partner(name, cell)
        guard record.owners[partner] != nil else {
          throw cell.flaw("“\(name)” is no owner of the action", "Name it under Ownership, too.")
        }
        named.insert(partner)
      }
    }
    for (partner, ownership) in record.owners {
      if named.contains(partner), ownership.agreed != answer {
        record.owners[partner] = Action.Ownership(agreed: answer, on: plan.today)
      } else if !named.contains(partner), ownership.agreed == answer {
        record.owners[partner] = Action.Ownership(agreed: .unknown)
      }
    }
  }
}
