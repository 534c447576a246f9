import ArgumentParser
import Domain
import JSON
import Store

/// Lists everything that is wrong with a board's files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what is wrong with a board's files, and what is to be settled.",
    discussion: """
      Every record is held against the logs. Exit status 1 when something is wrong, 2 when only \
      conflicts are left.
      """)

  @Argument(help: "The folder of the board.")
  var boardFolder: String?

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let checked = try answering { try board.folder(boardFolder, .current()).check() }
    let listed = checked.problems + checked.conflicts
    if output.json {
      try Output.print(.array(listed.map(\.value)))
    } else {
      try Output.print((listed.map(\.description) + [summary(of: checked)]).joined(separator: "\n"))
    }
    if !checked.problems.isEmpty { throw ExitStatus.problems }
    if !checked.conflicts.isEmpty { throw ExitStatus.conflicts }
  }

  private func summary(of checked: CheckedBoard) -> String {
    func count(_ number: Int, _ thing: String) -> String {
      "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
    let wrong =
      checked.problems.isEmpty ? "nothing wrong" : count(checked.problems.count, "problem")
    let open =
      checked.conflicts.isEmpty
      ? "" : ", \(count(checked.conflicts.count, "conflict")) to be settled"
    return "\(count(checked.records, "record")), \(wrong)\(open)."
  }
}

extension Problem {
  /// The problem as an object.
  var value: Value {
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
