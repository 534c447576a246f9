import ArgumentParser
import Domain
import Store
import Workspace

/// Gives fields of a record other values, as one act.
struct SetFields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Give fields of a record other values.",
    discussion: FieldArguments.explanation
      + " deleted=yes removes the record; deleted=no, of KIND/NAME, restores it.")

  @Argument(help: "Its name, the beginning of it (4 characters or more), or KIND/NAME.")
  var id: String

  @OptionGroup var fields: FieldArguments
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if fields.fields.isEmpty {
      throw ValidationError("Say what to set: FIELD=VALUE, such as title=Fraud.")
    }
  }

  func run() throws {
    let arguments = try fields.parsed()
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    let name = try loaded.name(matching: id, in: folder, isRemovedFound: true)
    var names = IdentifierSource(seed: surroundings.seed)
    let change = RecordChange(
      folder: folder, board: loaded.board, surroundings: surroundings,
      effective: fields.effective, personal: fields.personal)
    let saved = try change.make(
      in: RecordEditing(
        of: name, on: loaded.board, besides: loaded.unread, newEntry: names.next()), arguments)
    if output.json {
      try saved.printRecord()
    } else if saved.lines.isEmpty {
      try Output.print("\(name) says so already.")
    } else {
      try Output.print(saved.lines.joined(separator: "\n"))
    }
    try saved.end()
  }
}
