import Domain

extension WorkspaceState {
  /// The matrix as it is copied: a row for each respondent, the states in words.
  func responseTable(of names: [RecordName]) -> RowTable {
    if responses.view == .rounds { return roundTable(of: names.compactMap { $0.identifier() }) }
    guard let matrix else { return RowTable(headings: ["Respondent"], rows: [], telling: 1) }
    let wanted = Set(names)
    let listed = responses.list.rows.filter { wanted.contains(RecordName($0.partner)) }
    // What an agency said itself tells it apart from its units; the sum of both would not.
    let own = Set(listed.filter { $0.standing == .unitUnknown }.map(\.partner))
    let rows = listed.filter { $0.standing != .whole || !own.contains($0.partner) }
    return RowTable(
      headings: ["Respondent"] + matrix.columns.map { heading(of: $0, width: 60) }
        + (tellsAbsence ? ["Answered", "Reminded"] : ["Published"]),
      rows: rows.map { row in
        let reminders = matrix.round.invitations[row.partner]?.reminders.count ?? 0
        let states = matrix.states(of: row)
        return [fullName(of: row)]
          + states.map { state in
            state == .awaited || !tellsAbsence && state == .undelivered ? "" : state.title
          } + [matrix.commentsText(among: states)]
          + (tellsAbsence ? [reminders == 0 ? "" : "\(reminders)"] : [])
      }, telling: 1)
  }

  /// The names that are copied: of the answers under the cursor, else of the partners.
  var referencesInResponses: [RecordName] {
    let answers = activeMarks == nil ? selectedAnswers.map(\.recordName) : []
    return answers.isEmpty ? targets : answers
  }
}
