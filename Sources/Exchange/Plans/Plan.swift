package import Domain

/// The 4P plan of one area, or of all, as an audience may see it.
package struct Plan: Sendable {
  /// The actions of one area under one P, in their order; none is a gap.
  struct Cell: Sendable {
    let title: String
    let actions: [Record<Action>]
  }

  /// An area with all its Ps; `nil` stands for the actions of no area.
  struct Section: Sendable {
    let area: Record<Area>?
    let cells: [Cell]
  }

  /// The board as the audience may see it.
  let board: Board
  let sections: [Section]

  /// The day as at which the board is told.
  let asAt: CalendarDate

  /// Takes the plan out of a board; `nil` when the audience knows of no such area.
  ///
  /// What an action has superseded is not in it.
  ///
  /// - Parameters:
  ///   - board: The whole board.
  ///   - area: The one area; `nil` for all, with the actions of no area behind them.
  ///   - audience: Who will see it.
  ///   - asAt: The day as at which the board is told.
  package init?(
    of board: Board, area: Identifier<Area>?, for audience: Audience, asAt: CalendarDate
  ) {
    let shown = board.shown(to: audience)
    let superseded = shown.supersededActions
    let areas = shown.orderedAreas
    let known = Set(areas.map(\.id))
    let actions = Dictionary(
      grouping: shown.actions.standing.filter { !superseded.contains($0.id) }
    ) { action in action.area.flatMap { known.contains($0) ? $0 : nil } }
    func section(_ area: Record<Area>?) -> Section {
      Section(area: area, cells: shown.cells(of: actions[area?.id] ?? []))
    }
    if let area {
      guard let record = shown[area], !record.isDeleted else { return nil }
      sections = [section(record)]
    } else {
      let open = areas.filter { $0.status != .closed || actions[$0.id] != nil }
      sections = open.map(section) + (actions[nil] == nil ? [] : [section(nil)])
    }
    self.board = shown
    self.asAt = asAt
  }

  var actions: [Record<Action>] { sections.flatMap { $0.cells.flatMap(\.actions) } }

  /// The title of the highest marking of what the plan is made of; `nil` where the board has none.
  var marking: String? {
    let partners = Set(actions.flatMap { Array($0.owners.keys) + [$0.lead].compactMap(\.self) })
    let headers =
      actions.map(\.header) + sections.compactMap(\.area?.header)
      + partners.compactMap { board[$0]?.header } + [board.settings.header]
    return board.highestMarking(among: headers.map(\.marking))
  }
}

extension Board {
  /// The actions that another one has taken the place of.
  var supersededActions: Set<Identifier<Action>> {
    Set(actions.standing.compactMap { $0.supersedes == $0.id ? nil : $0.supersedes })
  }

  /// The actions of an area by P: first the board's Ps, gaps among them, then unknown ones.
  fileprivate func cells(of actions: [Record<Action>]) -> [Plan.Cell] {
    let byP = Dictionary(grouping: actions, by: \.p)
    let known = ps.map(\.id)
    let others = byP.keys.filter { !known.contains($0) }.sorted()
    return (ps.map(\.id) + others).map { p in
      Plan.Cell(title: title(of: p), actions: ordered((byP[p] ?? []).map(\.id)))
    }
  }
}
