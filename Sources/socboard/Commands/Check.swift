import ArgumentParser
import Domain
import JSON
import Store

/// Lists everything that is wrong with a board's files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what is wrong with a board's files, and what is to be settled.",
    discussion: """
      Every record is held against the logs. What actions lack is listed behind it, and what \
      has passed or is not told of requests and agreements; nothing is wrong with them. Exit status 1 when something is wrong, 2 when only conflicts are left.
      """)

  @Argument(help: "The folder of the board.")
  var boardFolder: String?

  @Flag(help: "List what actions, requests and agreements lack, and nothing else.")
  var shortcomings = false

  @Flag(help: "List what looks as if it told who somebody is, and nothing else.")
  var personalData = false

  @OptionGroup var today: TodayOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    try audience.refuse("What is wrong with a board's files is never public.")
    let surroundings = Surroundings.current()
    let checked = try answering { try board.folder(boardFolder, surroundings).check() }
    let today = today.day(surroundings)
    let lacking = checked.board?.shortcomings(today: today) ?? []
    let lapses = checked.board?.lapses(today: today) ?? []
    let personal = checked.board?.personalData ?? []
    if personalData {
      if output.json {
        try Output.print(.array(personal.map(\.value)))
      } else if !personal.isEmpty {
        try Output.print(personal.map(\.line).joined(separator: "\n"))
      }
      return
    }
    let wrong = checked.problems + checked.conflicts
    if output.json {
      try Output.print(
        .array(shortcomings ? lacking.map(\.value) + lapses.map(\.value) : wrong.map(\.value)))
    } else {
      let groups =
        (checked.board?.lines(of: lacking) ?? []).map(\.asOneLine)
        + lapses.map { $0.description.asOneLine }
      let lines =
        shortcomings
        ? groups : wrong.map(\.description) + groups + personal.map(\.line) + [summary(of: checked)]
      if !lines.isEmpty { try Output.print(lines.joined(separator: "\n")) }
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

extension Board {
  /// What actions lack, each action with its title in a line of its own.
  fileprivate func lines(of shortcomings: [Shortcoming]) -> [String] {
    var lines: [String] = []
    var last: Identifier<Action>?
    for shortcoming in shortcomings {
      let name = RecordName(shortcoming.action)
      if shortcoming.action != last { lines.append("\(name): \(title(of: name) ?? "")") }
      last = shortcoming.action
      lines.append("  \(shortcoming.what). \(shortcoming.remedy)")
    }
    return lines
  }
}

extension PersonalData.Occurrence {
  /// The finding in a line, with what to do.
  fileprivate var line: String { "\(record), \(field): \(words). \(PersonalData.remedy)" }
}

extension Shortcoming {
  /// The shortcoming as an object.
  fileprivate var value: Value {
    [
      "action": .string(action.text), "kind": .string(kind.rawValue), "what": .string(what),
      "remedy": .string(remedy),
    ]
  }
}
