/// Which agencies have an impact on each area, themselves or by a unit; kept as partners change.
package struct Impacts: Equatable, Sendable {
  /// How many of an agency and its units have an impact on each area.
  private var counts: [Identifier<Area>: [Identifier<Partner>: Int]] = [:]

  /// A partner that has left has no impact.
  package init(on board: Board, today: CalendarDate) {
    for partner in board.partners.standing
    where !partner.impact.isEmpty && !board.hasLeft(partner.id, on: today) {
      count(partner, 1, on: board)
    }
  }

  /// The agencies that have an impact on an area, by name of the record.
  package subscript(area: Identifier<Area>) -> [Identifier<Partner>] {
    (counts[area] ?? [:]).keys.sorted()
  }

  /// Takes note of a partner that was added or changed.
  ///
  /// - Returns: Whether that is all that follows; else all must be counted anew, because whose unit
  ///   it is changed, or whether it is here.
  package mutating func replace(
    _ old: Record<Partner>?, with new: Record<Partner>, on board: Board, today: CalendarDate
  ) -> Bool {
    guard old?.parent == new.parent, (old?.isDeleted ?? false) == new.isDeleted,
      old?.left == new.left
    else { return false }
    guard !board.hasLeft(new.id, on: today) else { return true }
    if let old { count(old, -1, on: board) }
    count(new, 1, on: board)
    return true
  }

  private mutating func count(_ partner: Record<Partner>, _ times: Int, on board: Board) {
    let agency = board.withAgencies(partner.id).last ?? partner.id
    for area in partner.impact.keys {
      let count = (counts[area]?[agency] ?? 0) + times
      counts[area, default: [:]][agency] = count > 0 ? count : nil
      if counts[area]?.isEmpty == true { counts[area] = nil }
    }
  }
}
