extension BoardCheck {
  /// Units stand under agencies, in two levels: no unit has units, and none is above itself.
  mutating func checkParent(of partner: Record<Partner>) {
    guard let parent = partner.parent, let agency = board[parent], !agency.isDeleted else { return }
    if let ring = ring(from: partner) {
      report(
        partner.recordName, "parent",
        ring == [partner.id]
          ? "is the partner itself"
          : "comes round to the partner itself, by \(ring.dropLast().map(\.text).list)",
        remedy: "Let one partner of the ring stand under no other.")
    } else if let above = agency.parent {
      report(
        partner.recordName, "parent",
        "names \(parent), which is a unit of \(above) itself: a unit stands under an agency",
        remedy: "Name the agency, or let \(parent) stand by itself.")
    }
  }

  /// The partners above one up to itself; `nil` where it does not come round to itself.
  private func ring(from partner: Record<Partner>) -> [Identifier<Partner>]? {
    var passed: [Identifier<Partner>] = []
    var next = partner.parent
    while let above = next, !passed.contains(above) {
      passed.append(above)
      if above == partner.id { return passed }
      next = board[above].flatMap { $0.isDeleted ? nil : $0.parent }
    }
    return nil
  }
}
