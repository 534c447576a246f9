import Foundation
import Testing

/// Text that would drive a terminal, in every place a command prints from.
struct HostileTextTests {
  let shell: Shell

  /// Escape sequences, C1, bidirectional and zero-width characters, as JSON writes them.
  static let escaped = #"\u001b]0;owned\u0007\u009b2J\u202eABC\u2066\u200b\u0000\u007f"#

  init() throws {
    shell = try Shell()
    let marks = String(repeating: "\u{301}", count: 10_000)
    try shell.write(
      #"{"title": "T\#(Self.escaped)\#(marks)", "stage": "registered", "marking": "official", "#
        + #""notes": "N\#(Self.escaped)", "text": "one\ntwo\#(Self.escaped)"}"#,
      to: "issues/hostile.json")
    try shell.write(
      try shell.text(of: "scorecards/cse-block-1.json").replacing(
        #""issue": "cse""#, with: #""issue": "hostile""#), to: "scorecards/hostile-card.json")
    for (file, fields) in [
      ("partners/hostile-fire", #""name": "P"#), ("agreements/hostile-pact", #""title": "A"#),
      ("requests/hostile-ask", #""about": "R"#), ("areas/hostile-area", #""title": "A"#),
      ("rounds/hostile-round", #""title": "R"#),
    ] {
      let more =
        switch file {
        case "agreements/hostile-pact": #", "review": "2018-01-01""#
        case "requests/hostile-ask": #", "decision": "refused", "disposal": "2018-01-01""#
        case "areas/hostile-area": #", "number": 99, "status": "focus""#
        case "rounds/hostile-round":
          #", "due": "2018-01-01", "invitations": {"hostile-fire": {}, "fire": {}}, "#
            + #""questions": {"q1-impact": {"text": "Q\#(Self.escaped)[[answer/x]]\#(marks)"}}"#
        default: ""
        }
      let folder = String(file.split(separator: "/")[0])
      try FileManager.default.createDirectory(
        atPath: "\(shell.board)/\(folder)", withIntermediateDirectories: true)
      try shell.write(
        "{\(fields)\(Self.escaped)\", \"marking\": \"official\"\(more)}", to: "\(file).json")
    }
    try shell.write("{\"a\": \u{1B}}", to: "issues/broken.json")
    try shell.write("{}", to: "issues/\u{1B}[2J.json")
  }

  @Test(arguments: [
    ["check"], ["check", "--json"], ["list", "issues"], ["list", "issues", "--json"],
    ["list", "scorecards"], ["show", "hostile"], ["show", "hostile", "--json"],
    ["show", "hostile-card"], ["rank"], ["rank", "--json"], ["show", "host"],
    ["list", "\u{1B}[2J"], ["show", "\u{9B}2J"], ["rank", "--context", "\u{202E}"],
    ["list", "--\u{1B}[2J"], ["score", "\u{1B}[2J.csv"], ["init", "\u{1B}[2J/x", "--name", "x"],
    ["set", "issues/hostile", "notes=\u{1B}[2J\u{202E}"], ["set", "issues/hostile", "\u{1B}[2J=x"],
    ["set", "issues/hostile", "stage=\u{9B}2J"], ["set", "issues/hostile", "area=\u{1B}[2J"],
    ["set", "issues/hostile", "title=\u{1B}[2J", "--json"], ["set", "\u{1B}[2J", "title=x"],
    ["set", "issues/hostile", "title=@\u{1B}[2J"], ["add", "\u{1B}[2J", "title=x"],
    ["add", "issue", "id=\u{1B}[2J"], ["log", "\u{1B}[2J"],
    ["due"], ["due", "--json"], ["due", "--public"], ["check", "--shortcomings"],
    ["round", "awaited", "hostile-round"], ["round", "awaited", "hostile-round", "--json"],
    ["round", "awaited", "\u{1B}[2J"], ["round", "compare", "round-1", "hostile-round"],
    ["round", "start", "T\u{1B}[2J\u{202E}", "--respondent", "fire"],
    ["list", "rounds", "--public"],
    ["export", "round", "\u{9B}2J", "--output", "\u{1B}[2J"],
    ["import", "replies", "\u{1B}[2J.eml"],
    ["export", "round", "hostile-round", "--output", "/dev/null/\u{1B}[2J"],
  ])
  func `nothing that is printed drives the terminal`(arguments: [String]) throws {
    defer { shell.remove() }
    let board = ["SOCBOARD": shell.board]
    let answer = try shell.run(arguments, environment: board)
    #expect(answer.isHarmless)
    #expect(!(answer.output + answer.errors).isEmpty)
    if arguments.contains("--json") {
      #expect(try answer.json() is [Any] || answer.json() is [String: Any])
    }
  }

  @Test(arguments: [["log"], ["log", "--json"], ["undo"], ["undo", "--json"]])
  func `nothing that a log tells drives the terminal`(arguments: [String]) throws {
    defer { shell.remove() }
    let board = ["SOCBOARD": shell.board, "SOCBOARD_USER": "t\u{1B}[2J\u{202E}"]
    let text = "T\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\u{7F}"
    for field in ["title", "notes"] {
      let answer = try shell.run("set", "hostile", "\(field)=\(text)", environment: board)
      #expect(answer.status == 0)
      #expect(answer.isHarmless)
    }
    let answer = try shell.run(arguments, environment: board)
    #expect(answer.isHarmless)
    #expect(!answer.output.isEmpty)
  }

  @Test(arguments: ["eml", "text", "csv"])
  func `nothing in the files of a round drives what opens them`(format: String) throws {
    defer { shell.remove() }
    for audience in [[], ["--public"]] {
      let folder = "\(shell.folder)/forms\(audience.count)"
      let answer = try shell.run(
        ["export", "round", "hostile-round", "--output", folder, "--format", format] + audience,
        environment: ["SOCBOARD": shell.board])
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.isHarmless)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files.count == 2)
      for file in files {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        #expect(text.contains("Q"))
        #expect(
          text.replacing("\r\n", with: "\n").unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control && !$0.properties.isBidiControl
          }, "\(file)")
        // A question cannot pass for a mark of the form.
        #expect(text.ranges(of: "[[answer/").count <= 1, "\(file)")
      }
    }
  }

  @Test func `a program gets the text as it is`() throws {
    defer { shell.remove() }
    let answer = try shell.run("show", "hostile", "--json", "--board", shell.board)
    let object = try #require(try answer.json() as? [String: Any])
    let notes = "N\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}ABC\u{2066}\u{200B}\u{0}\u{7F}"
    #expect(object["notes"] as? String == notes)
  }

  @Test func `line breaks of a text stay`() throws {
    defer { shell.remove() }
    let answer = try shell.run("show", "hostile", "--board", shell.board)
    #expect(answer.output.contains("one\n"))
  }
}
