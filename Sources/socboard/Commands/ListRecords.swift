import ArgumentParser
import Domain
import JSON
import Store

/// Lists the records of one kind.
struct ListRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records of one kind.",
    discussion: "Kinds: \(Kind.allCases.compactMap(\.folder).joined(separator: ", ")).")

  @Argument(help: "The kind: areas, issues, decisions …")
  var kind: String

  @Argument(help: "Only records whose field has this value: FIELD=VALUE.")
  var filters: [String] = []

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    guard let kind = Kind(named: kind) else {
      throw refusal(
        "“\(self.kind)” is not a kind of record. "
          + "Use one of: \(Kind.allCases.compactMap(\.folder).joined(separator: ", ")).",
        ExitStatus.usage)
    }
    let filters = try filters.map(FieldFilter.init)
    let loaded = try board.load(.current(), asAt: asAt.date)
    let board = loaded.board
    let names = board.orderedNames(of: kind).filter { name in
      guard let value = board.value(of: name) else { return false }
      return filters.allSatisfy { $0.accepts(value) }
    }
    if output.json {
      try Output.print(.array(names.compactMap { board.identified($0) }))
    } else {
      let rows = names.map { [$0.id, board.title(of: $0) ?? ""] }
      if !rows.isEmpty { try Output.print(rows.aligned()) }
    }
    try loaded.endIfIncomplete()
  }
}

/// A field that a record must have, and with what value.
private struct FieldFilter {
  let field: [String]
  let text: String

  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw refusal("“\(argument)” is not FIELD=VALUE, such as p=pursue.", ExitStatus.usage)
    }
    field = parts[0].split(separator: ".").map(String.init)
    text = String(parts[1])
  }

  /// Whether the record's field has the value; an absent field has the empty one.
  func accepts(_ record: Value) -> Bool {
    switch field.reduce(Optional(record), { value, key in value?[key] }) {
    case nil, .null?: text.isEmpty
    case .string(let found)?: found == text
    case .array(let items)?: items.contains(.string(text))
    case let found?: found.compactText == text
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
