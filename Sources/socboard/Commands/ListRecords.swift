import ArgumentParser
import Domain
import JSON
import Store

/// Lists the records of one kind.
struct ListRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records of one kind.",
    discussion: """
      Kinds: \(Kind.allCases.compactMap(\.folder).joined(separator: ", ")).

      All conditions must hold. Of actions there are more than those on their fields; with one of \
      them, actions that were superseded are left out.
      """)

  @Argument(help: "The kind: areas, issues, decisions …")
  var kind: String

  @Argument(help: "Only records whose field has this value: FIELD=VALUE.")
  var filters: [String] = []

  @OptionGroup(title: "Conditions on actions") var conditions: ActionConditions
  @OptionGroup var today: TodayOption
  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    guard let kind = Kind(named: kind) else {
      throw refusal(
        "“\(self.kind)” is not a kind of record. "
          + "Use one of: \(Kind.allCases.compactMap(\.folder).joined(separator: ", ")).",
        ExitStatus.usage)
    }
    if kind != .action, conditions.areGiven {
      throw refusal(
        "These conditions are for actions: “socboard list actions …”.", ExitStatus.usage)
    }
    if conditions.mine {
      try audience.refuse("Nobody's login is public, so --mine has no answer: give --agency.")
    }
    let filters = try filters.map(FieldFilter.init)
    let surroundings = Surroundings.current()
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    for filter in filters { try filter.refuseUnknown(of: kind, on: loaded.board) }
    let today = today.day(surroundings, asAt: asAt.date)
    if kind == .action {
      let conditions =
        try conditions.areGiven
        ? conditions.filter(on: loaded, today: today, writer: surroundings.writer) : nil
      let rows = ActionRows(of: loaded.board, today: today)
      let actions = rows.actions(conditions)
      let names = try accepted(actions.map(\.recordName), by: filters, of: kind, on: loaded.board)
      let kept = Set(names)
      try print(names, on: loaded.board) {
        rows.text(actions.filter { kept.contains($0.recordName) })
      }
    } else {
      let ordered = loaded.board.orderedNames(of: kind)
      let names = try accepted(ordered, by: filters, of: kind, on: loaded.board)
      try print(names, on: loaded.board) {
        names.map { [$0.id, loaded.board.title(of: $0) ?? ""] }.aligned()
      }
    }
    try loaded.endIfIncomplete()
  }

  private func accepted(
    _ names: [RecordName], by filters: [FieldFilter], of kind: Kind, on board: Board
  ) throws -> [RecordName] {
    if filters.isEmpty { return names }
    let accepted = names.filter { name in
      guard let value = board.value(of: name) else { return false }
      return filters.allSatisfy { $0.accepts(value) }
    }
    // An empty list would pass for an answer where the question was mistyped.
    if accepted.isEmpty {
      for filter in filters { try filter.refuseImpossible(of: kind, on: board) }
    }
    return accepted
  }

  /// Prints the records; people are told where there are none.
  private func print(_ names: [RecordName], on board: Board, as text: () -> String) throws {
    if output.json {
      try Output.print(.array(names.compactMap { board.identified($0) }))
    } else if !names.isEmpty {
      try Output.print(text())
    } else if !filters.isEmpty || conditions.areGiven {
      Output.tell("Nothing meets the conditions.")
    }
  }
}

extension Board {
  /// The record as an object with its own field names, and its `id`.
  func identified(_ name: RecordName) -> Value? {
    guard case .object(var object)? = value(of: name) else { return nil }
    object["id"] = .string(name.id)
    return .object(object)
  }
}
