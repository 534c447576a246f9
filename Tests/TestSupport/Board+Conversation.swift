package import Domain

extension Board {
  /// The shipped board with invented cards of three agencies on one issue, CSE: under Volume they
  /// are two steps apart, and one of them is an outlier; under Frequency they agree.
  package static func conversed() throws -> Board {
    var board = try shipped()
    let given: [(agency: Identifier<Partner>, volume: Exact, why: String?)] = [
      ("fire", 1, nil), ("health", 3, "three clinics reported it"), ("police", 1, nil),
    ]
    for (agency, volume, why) in given {
      var content = Scorecard(
        issue: "cse", model: "morile-2015", modelVersion: "2015-12", basis: .agency)
      content.agency = agency
      content.date = CalendarDate("2018-09-05")
      content.values["frequency"] = 1
      content.values["volume"] = volume
      content.values.setReason(why, for: "volume")
      let id = try Identifier<Scorecard>("cse-by-\(agency)")
      let header = Header(source: "invented for a test", marking: "official")
      board[id] = Record(id: id, header: header, content: content)
    }
    return board
  }

  /// The shipped board with its register cut at the top places.
  package static func cut(atTop places: Int) throws -> Board {
    var board = try shipped()
    board.settings.content.cuts["morile-2015"] = Cut(top: places)
    return board
  }
}
