import Domain
import Foundation
import TestSupport
import Testing

/// A canary in all that is withheld: no command with `--public` may tell of it.
struct PublicCommandTests {
  private static let canary = "canary"

  /// The files of a board of which all that is withheld sings; made once, which takes longer than
  /// most of what is asked of it.
  private static let aviary = Result { try nest() }
  let shell: Shell

  init() throws {
    shell = try Shell()
    try FileManager.default.removeItem(atPath: shell.board)
    for (file, bytes) in try Self.aviary.get() {
      let place = URL(filePath: "\(shell.board)/\(file)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: place)
    }
  }

  private static func nest() throws -> [String: Data] {
    let shell = try Shell()
    defer { shell.remove() }
    try FileManager.default.removeItem(atPath: shell.board)
    try Board.aviary(canary).write(to: shell.board)
    // A log by somebody whose name sings, files that cannot be read, and one that nobody knows.
    for record in ["areas/full", "areas/canary-area"] {
      let answer = try shell.run(
        ["set", record, "notes=Seen.", "--board", shell.board],
        environment: ["SOCBOARD_USER": "canary@host"])
      #expect(answer.status == 0, "\(answer)")
    }
    try FileManager.default.createDirectory(
      atPath: "\(shell.board)/canary-damaged", withIntermediateDirectories: true)
    for file in [
      "areas/canary-damaged.json", "issues/canary-damaged.json", "areas/canary-damaged.txt",
      "canary-damaged/canary.json",
    ] {
      try shell.write("canary", to: file)
    }
    return try shell.files()
  }

  /// What is asked of each command that has an answer for the public.
  private static let questions: [String: [[String]]] = [
    "list": Kind.allCases.compactMap(\.folder).map { [$0] } + [
      ["actions", "--late"], ["actions", "--area", "canary-area"],
      ["actions", "--agency", "canary-partner"], ["actions", "lead=canary-partner"],
      ["actions", "--due-before", "next-meeting"], ["areas", "title=canary-area"],
      ["areas", "--as-at", "2030-01-01"], ["areas", "--as-at", "2010-01-01"],
    ],
    "show": Kind.allCases.map { $0.folder.map { ["\($0)/full"] } ?? ["board"] } + [
      ["cana"], ["canary-area"], ["areas/canary-damaged"], ["full"], ["n-area-full"],
      ["areas/full", "--as-at", "2030-01-01"], ["areas/canary-area", "--as-at", "2030-01-01"],
    ],
    "rank": [[], ["--by", "risk"], ["--context", "centre"], ["--as-at", "2030-01-01"]],
    "due": [[], ["--overdue"], ["--as-at", "2030-01-01"]],
    "score": [["--model", "full"], ["--model", "canary-model"]],
    "export round": ["eml", "text", "csv"].flatMap { format in
      ["full", "n-partner-full", "canary-round"].map { [$0, "--format", format] }
    },
    "export plan": [
      [], ["--format", "csv"], ["--format", "markdown"], ["--format", "ics"],
      ["--area", "canary-area"], ["--area", "full"], ["--as-at", "2030-01-01"],
    ],
  ]

  /// The commands that have no answer for the public.
  private static let refusing: [String: [String]] = [
    "log": ["areas/full"], "check": [], "round awaited": ["full"],
    "round compare": ["full"],
    "import replies": ["reply.txt"],
  ]

  /// What changes a board or copies the whole of it, and so is for nobody but those who work on it.
  private static let others: Set<String> = [
    "init", "recover", "backup", "add", "set", "undo", "import plan", "round start", "round close",
    "round reopen", "help",
  ]

  /// The names of all commands with their help, those inside another one with its name before.
  private func helps(in path: [String] = []) throws -> [(command: String, text: String)] {
    let help = try shell.run(path + ["--help"]).output
    guard let list = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().first else {
      return [(path.joined(separator: " "), help)]
    }
    let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    return try names.filter { $0 != "help" && $0 != "See" }.flatMap { try helps(in: path + [$0]) }
  }

  /// All that a command says, and what it writes into a folder.
  private func said(_ arguments: [String]) throws -> String {
    let folder = "\(shell.folder)/written"
    let isExport = arguments.starts(with: ["export", "round"])
    let place = ["--board", shell.board] + (isExport ? ["--output", folder] : [])
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let answer = try shell.run(arguments + place, input: "")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map {
      try "\($0)\n" + String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
    return ([answer.output, answer.errors] + files).joined(separator: "\n")
  }

  /// Whether a text sings besides what was asked, wherever a mail or a calendar breaks its lines.
  private func sings(_ text: String, after question: [String]) -> Bool {
    let words = question.flatMap { [$0] + $0.split(separator: "=").map(String.init) }
    let unbroken = ["=\r\n", "\r\n "].reduce(text.lowercased()) {
      $0.replacingOccurrences(of: $1, with: "")
    }
    return words.reduce(unbroken) {
      $0.replacingOccurrences(of: "“\($1.lowercased())”", with: "")
    }.contains(Self.canary)
  }

  @Test(arguments: questions)
  func `no command tells of what is withheld`(command: String, questions: [[String]]) throws {
    defer { shell.remove() }
    let path = command.split(separator: " ").map(String.init)
    let forms = path[0] == "export" ? [[]] : [[], ["--json"]]
    var isHeard = false
    for question in questions {
      for form in forms {
        let arguments = path + question + form
        let answer = try said(arguments + ["--public"])
        #expect(!sings(answer, after: question), "\(arguments)")
        guard !isHeard else { continue }
        // That the whole board sings shows that something was asked; every command tells of files.
        let lines = try said(arguments).split(separator: "\n").filter { !$0.contains("damaged") }
        isHeard = sings(lines.joined(separator: "\n"), after: question)
      }
    }
    #expect(isHeard, "\(command) tells of it to nobody")
  }

  @Test func `a command that takes --public is asked here or refuses`() throws {
    defer { shell.remove() }
    let helps = try helps()
    #expect(helps.count > 15)
    for (command, help) in helps where command != "open" {
      let sets = [
        Self.questions[command] != nil, Self.refusing[command] != nil,
        Self.others.contains(command),
      ]
      #expect(sets.count { $0 } == 1, "\(command)")
      #expect(help.contains("--public") != Self.others.contains(command), "\(command)")
    }
  }

  @Test(arguments: refusing)
  func `what is never public is refused, and that is said`(
    command: String, arguments: [String]
  ) throws {
    defer { shell.remove() }
    let path = command.split(separator: " ").map(String.init)
    for form in [[], ["--json"]] {
      let answer = try shell.run(
        path + arguments + form + ["--public", "--board", shell.board])
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.hasSuffix("Leave --public out.\n"))
      #expect(!sings(answer.errors, after: []))
    }
  }

  @Test func `what is withheld is answered as what never was`() throws {
    defer { shell.remove() }
    func answer(_ name: String) throws -> Shell.Answer {
      try shell.run("show", name, "--public", "--board", shell.board)
    }
    let absent = try answer("areas/nothing-there")
    #expect(absent.status == 65)
    #expect(!sings(absent.errors, after: []))
    for (place, kind) in Kind.allCases.enumerated() {
      guard let folder = kind.folder else { continue }
      let name = "\(folder)/canary-\(kind.rawValue)" + (place % 2 == 0 ? "" : "-linked")
      let withheld = try answer(name)
      #expect(withheld.status == 65)
      #expect(withheld.errors.replacing(name, with: "areas/nothing-there") == absent.errors)
      #expect(withheld.output.isEmpty)
    }
    let list = try shell.run("list", "areas", "--public", "--board", shell.board)
    #expect(list.status == 0)
    #expect(list.errors.isEmpty)
  }

  @Test func `the answer for the public and for another audience cannot be asked at once`() throws {
    defer { shell.remove() }
    for arguments in [
      ["export", "plan", "--public", "--audience", "board"],
      ["export", "round", "full", "--output", shell.folder, "--public", "--mark-sent"],
      ["list", "actions", "--mine", "--public"],
    ] {
      let answer = try shell.run(arguments + ["--board", shell.board])
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty)
      #expect(!sings(answer.errors, after: []))
    }
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
