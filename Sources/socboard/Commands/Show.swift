import ArgumentParser
import Domain
import JSON
import Store
import Workspace

/// Shows everything that one record says.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show everything that one record says.")

  @Argument(help: "Its name, the beginning of it (4 characters or more), or KIND/NAME.")
  var id: String

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let loaded = try board.load(.current())
    let board = loaded.board
    let found = board.names(matching: id)
    guard let name = found.first, found.count == 1 else {
      let candidates = found.map { "\n  \($0)  \(board.title(of: $0) ?? "")" }.joined()
      throw refusal(
        found.isEmpty
          ? "No record is called “\(id)”. “socboard list KIND” lists the names."
          : "“\(id)” is the beginning of \(found.count) names; give more of one:\(candidates)",
        ExitStatus.badData)
    }
    if output.json {
      try board.identified(name).map { try Output.print($0) }
    } else {
      try Output.print("\(name)\n" + board.lines(of: name).map(\.text).joined(separator: "\n"))
    }
    try loaded.endIfIncomplete()
  }
}

extension Board {
  /// The records that a name given by a person can mean.
  ///
  /// A whole name, with or without its kind, means one record; else its beginning may mean several.
  fileprivate func names(matching text: String) -> [RecordName] {
    if let name = RecordName(text) { return holds(name) ? [name] : [] }
    if text == "board" { return [.board] }
    let all = Kind.allCases.flatMap { names(of: $0) }
    let whole = all.filter { $0.id == text }
    if !whole.isEmpty || text.utf8.count < 4 { return whole }
    return all.filter { $0.id.hasPrefix(text) }
  }
}
