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
    let loaded = try board.folder(boardFolder, Surroundings.current()).read()
    let problems = (loaded.problems + loaded.board.problems).sorted()
    if output.json {
      Output.print(.array(problems.map(\.value)))
    } else {
      for problem in problems { Output.print("\(problem)") }
      let records = Kind.allCases.reduce(0) { $0 + loaded.board.names(of: $1).count }
      let found = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
      Output.print("\(records) records, \(problems.isEmpty ? "nothing wrong" : found).")
    }
    if !problems.isEmpty { throw ExitStatus.problems }
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
