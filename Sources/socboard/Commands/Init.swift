import ArgumentParser
import Domain
import JSON
import Store

/// Makes a new board.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new board: eight areas, four questions and the scoring model.")

  @Argument(help: "The folder to make; it must not hold anything yet.")
  var folder: String

  @Option(help: "What the board is called.")
  var name: String

  @Option(help: "Where it works.")
  var place: String?

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) {
      throw ValidationError("--name takes what the board is called; it cannot be empty.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let board = Board(startingWith: name, place: place, stamp: stamp)
    guard let model = try? Value(parsing: Array(ScoringModel.starting.utf8)) else {
      preconditionFailure("The model that ships can be read.")
    }
    let names = [RecordName.board] + board.names(of: .area)
    let records = names.compactMap { name in board.value(of: name).map { (name, $0) } }
    do {
      try BoardFolder.create(
        at: folder, records: records + [(RecordName(ScoringModel.startingName), model)],
        stamp: stamp)
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
    try Output.print("Made \(folder). Open it with: socboard \(folder)")
  }
}
