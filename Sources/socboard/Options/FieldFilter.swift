import ArgumentParser
import Domain
import JSON

/// A field that a record must have, and with what value.
struct FieldFilter {
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

  /// Ends the command when neither the kind nor any record of it has such a field.
  func refuseUnknown(of kind: Kind, on board: Board) throws {
    let known = kind.shape.fields.map(\.name)
    guard let name = field.first, !known.contains(name),
      !board.names(of: kind).contains(where: { board.value(of: $0)?[name] != nil })
    else { return }
    let near = known.nearest(to: name)
    throw refusal(
      "“\(name)” is no field of \(kind.folder ?? kind.rawValue). "
        + (near.isEmpty
          ? "Use one of: \(known.joined(separator: ", "))."
          : "Perhaps: \(near.joined(separator: ", "))."),
      ExitStatus.usage)
  }

  /// Ends the command when no record has the value, and none can have it.
  func refuseImpossible(of kind: Kind, on board: Board) throws {
    guard let problem = board.problem(with: text, at: field, of: kind),
      !board.names(of: kind).contains(where: { board.value(of: $0).map(accepts) == true })
    else { return }
    throw refusal("\(problem)", ExitStatus.usage)
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
