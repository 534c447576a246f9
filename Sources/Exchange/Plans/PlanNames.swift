import Domain

/// What a sheet calls the things of a board that its cells name.
struct PlanNames {
  var areas = NameIndex<Area>()
  var ps = NameIndex<P>()
  var phases = NameIndex<Phase>()
  var partners = NameIndex<Partner>()
  var statuses = NameIndex<ActionStatus>()
  var markings = NameIndex<Marking>()

  init(of board: Board) {
    for area in board.orderedAreas {
      areas.add(
        area.id, area.title, aliases: area.number.map { ["\($0)", "\($0) \(area.title)"] } ?? [])
    }
    for p in board.ps { ps.add(p.id, p.title) }
    for (id, phase) in board.settings.phases.ranked() { phases.add(id, phase.title) }
    for partner in board.partners.standing.sorted(by: { $0.name < $1.name }) {
      partners.add(partner.id, partner.name)
    }
    for (id, status) in board.settings.statusLegend.ranked() {
      statuses.add(id, status.title, aliases: [status.letter, status.meaning])
    }
    for (id, marking) in board.settings.markings.sorted(by: { $0.value.level < $1.value.level }) {
      markings.add(id, marking.title)
    }
  }
}
