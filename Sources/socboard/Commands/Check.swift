import ArgumentParser
import Domain
import JSON
import Store

/// Lists everything that is wrong with a board's files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what is wrong with a board's files; exit 1 when something is.")

  @Argument(help: "The folder of the board.")
  var boardFolder: String?

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let (records, problems) = try findings()
    if output.json {
      try Output.print(.array(problems.map(\.value)))
    } else {
      let found = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
      let summary = "\(records) records, \(problems.isEmpty ? "nothing wrong" : found)."
      try Output.print((problems.map(\.description) + [summary]).joined(separator: "\n"))
    }
    if !problems.isEmpty { throw ExitStatus.problems }
  }

  /// How many records were read, and what is wrong; a damaged `board.json` hides all the rest.
  private func findings() throws -> (records: Int, problems: [Problem]) {
    do {
      let loaded = try board.folder(boardFolder, .current()).load()
      let records = Kind.allCases.reduce(0) { $0 + loaded.board.names(of: $1).count }
      return (records, (loaded.problems + loaded.board.problems).sorted())
    } catch StoreError.damaged(let problem) {
      return (0, [problem])
    } catch let error as StoreError {
      throw refusal("\(error)", error.exitStatus)
    }
  }
}

extension Problem {
  /// The problem as an object.
  fileprivate var value: Value {
    var object = Object()
    object["file"] = .string(file)
    object["line"] = line.map { .number(Number($0)) }
    object["column"] = column.map { .number(Number($0)) }
    object["field"] = field.map { .string($0) }
    object["problem"] = .string(what)
    object["remedy"] = .string(remedy)
    return .object(object)
  }
}
