import Domain
import Foundation
import TestSupport
import Testing

/// A canary in all that is withheld: no command with `--public` may tell of it.
struct PublicCommandTests {
  private static let canary = "canary"
  let shell: Shell

  init() throws {
    shell = try Shell()
    try FileManager.default.removeItem(atPath: shell.board)
    try FileManager.default.createDirectory(
      atPath: shell.board, withIntermediateDirectories: true)
    try Board.aviary(Self.canary).write(to: shell.board)
    // A log by somebody whose name sings, files that cannot be read, and one that nobody knows.
    let bird = ["SOCBOARD_USER": "canary@host"]
    for record in ["areas/full", "areas/canary-area"] {
      _ = try shell.run(
        ["set", record, "notes=Seen.", "--board", shell.board], environment: bird)
    }
    try shell.write("canary", to: "areas/canary-damaged.json")
    try shell.write("canary", to: "issues/canary-damaged.json")
    try shell.write("canary", to: "areas/canary.txt")
    try FileManager.default.createDirectory(
      atPath: "\(shell.board)/canary-folder", withIntermediateDirectories: true)
  }

  /// What is asked of each command that takes `--public`.
  private static let questions: [String: [[String]]] = [
    "list": Kind.allCases.compactMap(\.folder).map { [$0] } + [
      ["actions", "--late"], ["actions", "--area", "canary-area"], ["actions", "--mine"],
      ["actions", "--agency", "canary-partner"], ["actions", "lead=canary-partner"],
      ["actions", "--due-before", "next-meeting"], ["areas", "title=canary-area"],
      ["areas", "--as-at", "2030-01-01"], ["areas", "--as-at", "2010-01-01"],
    ],
    "show": Kind.allCases.flatMap { kind in
      kind.folder.map { [["\($0)/canary-\(kind.rawValue)"], ["\($0)/full"]] } ?? [["board"]]
    } + [
      ["cana"], ["canary-area"], ["areas/canary-damaged"], ["full"], ["n-area-full"],
      ["areas/full", "--as-at", "2030-01-01"], ["areas/canary-area", "--as-at", "2030-01-01"],
    ],
    "rank": [[], ["--by", "risk"], ["--context", "canary"], ["--as-at", "2030-01-01"]],
    "score": [["--model", "canary-model"], ["--model", "full"]],
    "log": [[], ["areas/canary-area"], ["areas/full"]],
    "check": [[], ["--shortcomings"]],
    "round awaited": [[], ["canary-round"]],
    "round compare": [["canary-round", "full"], ["full", "canary-round"]],
    "export round": [["canary-round", "--output", "/nowhere"]],
    "export plan": [
      [], ["--format", "csv"], ["--format", "markdown"], ["--format", "ics"],
      ["--area", "canary-area"], ["--area", "full"], ["--as-at", "2030-01-01"],
    ],
  ]

  /// The commands whose answer holds little of a board: that it holds the canary proves nothing.
  private static let quiet: Set<String> = ["round awaited", "round compare", "export round"]

  /// What changes a board or copies the whole of it, and so is for nobody but those who work on it.
  private static let others: Set<String> = [
    "init", "recover", "backup", "add", "set", "undo", "import plan", "import replies",
    "round start",
    "round close", "round reopen", "help",
  ]

  /// The names of all commands, those inside another one with its name before theirs.
  private func commands(in path: [String] = []) throws -> [String] {
    let help = try shell.run(path + ["--help"]).output
    guard let list = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().first else {
      return [path.joined(separator: " ")]
    }
    let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    return try names.filter { $0 != "help" && $0 != "See" }.flatMap {
      try commands(in: path + [$0])
    }
  }

  /// How often a text sings besides what was asked.
  private func sings(_ answer: Shell.Answer, after question: [String]) -> Bool {
    let words = question.flatMap { [$0] + $0.split(separator: "=").map(String.init) }
    let asked = words.reduce((answer.output + answer.errors).lowercased()) {
      $0.replacingOccurrences(of: "“\($1.lowercased())”", with: "")
    }
    return asked.contains(Self.canary)
  }

  @Test func `no command tells of what is withheld`() throws {
    defer { shell.remove() }
    let commands = try commands()
    #expect(commands.count > 10)
    for command in commands where command != "open" {
      let path = command.split(separator: " ").map(String.init)
      let isForAll = try shell.run(path + ["--help"]).output.contains("--public")
      #expect(isForAll != Self.others.contains(command), "\(command)")
      guard isForAll else { continue }
      let questions = try #require(Self.questions[command], "\(command) is asked nothing")
      var isHeard = false
      for question in questions {
        for json in [[], ["--json"]] where json.isEmpty || !command.hasPrefix("export") {
          let arguments = path + question + json + ["--board", shell.board]
          let answer = try shell.run(arguments + ["--public"], input: "")
          #expect(!sings(answer, after: question), "\(arguments): \(answer)")
          if try sings(shell.run(arguments, input: ""), after: question) { isHeard = true }
        }
      }
      #expect(isHeard || Self.quiet.contains(command), "\(command) tells of it without --public")
    }
  }

  @Test func `what is withheld is answered as what never was`() throws {
    defer { shell.remove() }
    for kind in Kind.allCases where kind != .board {
      func answer(_ name: String) throws -> Shell.Answer {
        try shell.run(
          "show", "\(kind.folder ?? "")/\(name)", "--public", "--board", shell.board)
      }
      let (withheld, absent) = (try answer("canary-\(kind.rawValue)"), try answer("nothing-there"))
      #expect(withheld.status == absent.status)
      #expect(withheld.status == 65)
      #expect(
        withheld.errors.replacing("canary-\(kind.rawValue)", with: "nothing-there")
          == absent.errors)
      #expect(withheld.output.isEmpty)
    }
    let list = try shell.run("list", "areas", "--public", "--board", shell.board)
    #expect(list.status == 0)
    #expect(list.errors.isEmpty)
  }

  @Test func `log and check are never public, and say so`() throws {
    defer { shell.remove() }
    for command in ["log", "check"] {
      let answer = try shell.run(command, "--public", "--board", shell.board)
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.hasSuffix("Leave --public out.\n"))
    }
    let both = try shell.run(
      "export", "plan", "--public", "--audience", "board", "--board", shell.board)
    #expect(both.status == 64)
  }

  @Test func `both ways to ask for a public plan give the same`() throws {
    defer { shell.remove() }
    let one = try shell.run("export", "plan", "--public", "--board", shell.board)
    let other = try shell.run("export", "plan", "--audience", "public", "--board", shell.board)
    #expect(one.output == other.output)
    #expect(one.status == 0)
    #expect(one.output.count > 100)
  }

  @Test func `where the board itself is withheld every command says why`() throws {
    defer { shell.remove() }
    let board = try Board.open().planting(Self.canary, in: .board)
    for header in Header.withheld.prefix(4) {
      try board.with(header, on: .board, Self.canary).write(to: shell.board)
      for command in [["list", "areas"], ["show", "full"], ["rank"], ["export", "plan"]] {
        let answer = try shell.run(command + ["--public", "--board", shell.board])
        #expect(answer.status == 65)
        #expect(answer.errors.hasPrefix("Nothing of this board is public"))
        #expect(!answer.errors.lowercased().contains(Self.canary))
      }
    }
    try shell.write("{\"canary\": ", to: "board.json")
    let answer = try shell.run("list", "areas", "--public", "--board", shell.board)
    #expect(answer.status == 65)
    #expect(answer.errors.hasPrefix("The board cannot be used"))
  }
}
