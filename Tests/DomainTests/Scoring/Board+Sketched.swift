import Domain
import TestSupport

extension Board {
  /// A board of issues with one working card each under the model of ``ModelSketch``.
  ///
  /// The values are those of individual, community and capacity; `nil` leaves one unscored.
  static func sketched(_ values: [[Exact?]]) throws -> Board {
    var board = Board.bare
    for (index, values) in values.enumerated() {
      let id = try Identifier<Domain.Issue>("issue-\(index)")
      board[id] = Record<Domain.Issue>(id: id, content: Issue(title: id.text))
      let card = Record.sketched(try Identifier("card-\(index)"), of: id, .working, values)
      board[card.id] = card
    }
    return board
  }
}

extension Record<Scorecard> {
  /// A card under the model of ``ModelSketch``: values of individual, community and capacity.
  static func sketched(
    _ id: Identifier<Scorecard>, of issue: Identifier<Domain.Issue>, _ basis: Scorecard.Basis,
    _ values: [Exact?], agency: Identifier<Partner>? = nil, on date: CalendarDate? = nil
  ) -> Record<Scorecard> {
    var content = Scorecard(issue: issue, model: "sketch", modelVersion: "1", basis: basis)
    content.values["individual"] = values[0]
    content.values["community"] = values[1]
    content.values["capacity"] = values[2]
    content.agency = agency
    content.date = date
    return Record(id: id, content: content)
  }
}
