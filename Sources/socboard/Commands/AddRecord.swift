import ArgumentParser
import Domain
import Store
import Workspace

/// Makes a new record.
struct AddRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make a new record, and print its name.",
    discussion: FieldArguments.explanation
      + " id=NAME names the record, which else gets a random name.")

  @Argument(help: "The kind: area, issue, decision …")
  var kind: String

  @OptionGroup var fields: FieldArguments
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    guard let kind = Kind(named: kind), kind != .board else {
      throw refusal(
        "“\(kind)” is not a kind of record. "
          + "Use one of: \(Kind.allCases.filter { $0 != .board }.map(\.rawValue).joined(separator: ", ")).",
        ExitStatus.usage)
    }
    var arguments = try fields.parsed()
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    var names = IdentifierSource(seed: surroundings.seed)
    let name: RecordName
    if let place = arguments.firstIndex(where: { $0.field == "id" }) {
      name = try chosenName(try arguments.remove(at: place).text(), kind, on: loaded.board)
    } else {
      name = RecordName(kind: kind, id: names.next())
    }
    if !arguments.contains(where: { $0.field == "source" }) {
      arguments.append(try FieldArgument("source=entered by \(surroundings.writer)"))
    }
    let change = RecordChange(
      folder: folder, board: loaded.board, surroundings: surroundings,
      effective: fields.effective, personal: fields.personal)
    let saved = try change.make(
      in: RecordEditing(
        of: name, on: loaded.board, besides: loaded.unread, newEntry: names.next()), arguments)
    if output.json {
      try saved.printRecord()
    } else {
      try Output.print("\(saved.board.shortName(of: name))  \(name)")
    }
    try saved.end()
  }

  /// The name that a person has chosen for the record.
  private func chosenName(_ text: String, _ kind: Kind, on board: Board) throws -> RecordName {
    let name: RecordName
    do {
      name = RecordName(kind: kind, id: try Identifier(text))
    } catch {
      throw refusal("id: \(error).", ExitStatus.badData)
    }
    guard board.value(of: name) == nil else {
      throw refusal(
        "id: there is a record \(name) already. Choose another name.", ExitStatus.badData)
    }
    return name
  }
}
