import Foundation
import Glibc
import TestSupport
import Testing

struct SetTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func set(_ arguments: String..., input: String? = nil) throws -> Shell.Answer {
    try shell.run(["set"] + arguments + ["--board", shell.board], input: input)
  }

  @Test func `several fields are one act, and are told from what to what`() throws {
    defer { shell.remove() }
    let log = try shell.text(of: "log/import.jsonl")
    let answer = try set("issues/cse", "title=Child exploitation", "stage=watched")
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(
      answer.output == """
        issues/cse: stage: registered → watched
        issues/cse: title: CSE → Child exploitation

        """)
    let record = try shell.json(of: "issues/cse.json")
    #expect(record["title"] as? String == "Child exploitation")
    #expect(record["stage"] as? String == "watched")
    #expect((record["updated"] as? [String: Any])?["by"] as? String == "tester")
    #expect(try shell.text(of: "log/tester.jsonl").split(separator: "\n").count == 1)
    #expect(try shell.text(of: "log/import.jsonl") == log)
  }

  @Test(arguments: ["issues/cse", "cse", "issue/cse"])
  func `a record is named as people write it`(id: String) throws {
    defer { shell.remove() }
    #expect(try set(id, "title=A").status == 0)
    #expect(try shell.json(of: "issues/cse.json")["title"] as? String == "A")
  }

  @Test func `the beginning of a name will do where it means one record`() throws {
    defer { shell.remove() }
    #expect(try set("fraud-an", "number=9").status == 0)
    #expect(
      try shell.json(of: "areas/fraud-and-cyber-enabled-crime.json")["number"] as? Int == 9)
    let answer = try set("dwelling", "title=A")
    #expect(answer.status == 65)
    #expect(answer.errors.hasPrefix("“dwelling” is the beginning of 3 names; give more of one:\n"))
    #expect(try set("fra", "title=A").status == 65)
  }

  /// The value, standard input, and what the field then holds.
  @Test(
    arguments: [
      ("plain", nil, "plain"), ("=1+1", nil, "=1+1"), ("a=b=c", nil, "a=b=c"),
      ("@@home", nil, "@home"), ("-", "one\ntwo\n", "one\ntwo"), ("-", "one\n\n", "one\n"),
      ("-", "@name", "@name"), ("12", nil, "12"), ("true", nil, "true"), ("{}", nil, "{}"),
      ("\u{1B}]0;x\u{7}\u{202E}\u{FEFF}\t\r\n", nil, "\u{1B}]0;x\u{7}\u{202E}\u{FEFF}\t\r\n"),
      ("", nil, nil),
    ] as [(String, String?, String?)])
  func `a text is taken as it stands`(value: String, input: String?, held: String?) throws {
    defer { shell.remove() }
    let answer = try set("cse", "notes=\(value)", input: input)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.isHarmless)
    #expect(try shell.json(of: "issues/cse.json")["notes"] as? String == held)
  }

  @Test func `a file is a value, whatever it holds`() throws {
    defer { shell.remove() }
    let text = String(repeating: "é\u{1B}", count: 33_000) + "\n=1+1"
    try shell.write(text + "\n", to: "../long.txt")
    let answer = try set("cse", "text=@\(shell.folder)/long.txt")
    #expect(answer.status == 0)
    #expect(answer.isHarmless)
    #expect(answer.output.count < 200)
    #expect(try shell.json(of: "issues/cse.json")["text"] as? String == text)
  }

  @Test func `what cannot be read is refused, and nothing is changed`() throws {
    defer { shell.remove() }
    try Data([0x61, 0xFF]).write(to: URL(filePath: "\(shell.folder)/latin"))
    try shell.write(String(repeating: "a", count: 1 << 20), to: "../whole")
    let before = try shell.files()
    for (value, sentence) in [
      ("@nowhere", "notes: nowhere cannot be read: No such file or directory.\n"),
      ("@latin", "notes: latin is not text in UTF-8.\n"),
      ("@/dev/zero", "notes: /dev/zero has more than 1048576 bytes.\n"),
      ("@whole", "issues/cse, issues/cse: could not be read again: "),
    ] {
      let answer = try set("cse", "title=A", "notes=\(value)")
      #expect(answer.status == 65)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.hasPrefix(sentence), "\(answer.errors.prefix(200))")
    }
    #expect(try shell.files() == before)
  }

  @Test(
    arguments: [
      (["titel=A"], 64, "issues/cse, titel: there is no field “titel”. Perhaps: title.\n"),
      (["title"], 64, "“title” is not FIELD=VALUE, such as title=Fraud.\n"),
      (["=A"], 64, "“=A” is not FIELD=VALUE, such as title=Fraud.\n"),
      (["title=A", "title=B"], 64, "“title” is given twice.\n"),
      (["title=-", "text=-"], 64, "Only one field can be read from standard input.\n"),
      (["created="], 64, "issues/cse, created: is kept by the program. It cannot be set.\n"),
      (["title="], 65, "issues/cse, title: is needed. Give text.\n"),
      (
        ["stage=done", "raised=soon"], 65,
        """
        issues/cse, stage: “done” is not taken. \
        Use one of: emerging, watched, registered, referred, dismissed, merged.
        issues/cse, raised: “soon” is not taken. Give a date: 2018-02-14, 2018-02 or 2018.

        """
      ),
      (["area=fruad"], 65, "issues/cse, area: there is no area “fruad”. Perhaps: fraud.\n"),
    ] as [([String], Int32, String)])
  func `what is refused changes nothing, and says what is taken`(
    fields: [String], status: Int32, sentence: String
  ) throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try shell.run(["set", "cse", "notes=B"] + fields + ["--board", shell.board])
    #expect(answer.status == status)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == sentence)
    #expect(try shell.files() == before)
  }

  @Test func `what a field holds already changes no byte`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try set("cse", "title=CSE", "stage=registered", "dismissReason=")
    #expect(answer.status == 0)
    #expect(answer.output == "issues/cse says so already.\n")
    #expect(try shell.files() == before)
  }

  @Test func `what the program does not know of a record stays`() throws {
    defer { shell.remove() }
    let text = try shell.text(of: "issues/cse.json")
      .replacing("\n}\n", with: ",\n  \"x-unknown\": {\n    \"a\": 1.0\n  }\n}\n")
    try shell.write(text, to: "issues/cse.json")
    #expect(try set("cse", "title=A").status == 0)
    #expect(try shell.text(of: "issues/cse.json").contains("\"x-unknown\": {\n    \"a\": 1.0\n"))
    let answer = try set("cse", "title=B", "--json")
    let object = try #require(try answer.json() as? [String: Any])
    #expect(object["id"] as? String == "cse")
    #expect(object["title"] as? String == "B")
    #expect(object["x-unknown"] != nil)
  }

  @Test func `a problem that the change makes is told, and no other one`() throws {
    defer { shell.remove() }
    let answer = try set("cse", "theme=unheard-of")
    #expect(answer.status == 0)
    #expect(
      answer.errors.hasPrefix("issues/cse.json, theme: “unheard-of” is not a theme of this board."))
    #expect(try set("cse", "title=A").errors.isEmpty)
  }

  @Test func `when it came true is told of the act`() throws {
    defer { shell.remove() }
    _ = try set("cse", "title=A", "--effective", "2018-03")
    _ = try set("cse", "title=B", "--today", "2018-04-01")
    let log = try shell.text(of: "log/tester.jsonl").split(separator: "\n")
    #expect(log[0].contains(#""effective":"2018-03""#))
    #expect(log[1].contains(#""effective":"2018-04-01""#))
  }

  @Test func `a record is removed and restored`() throws {
    defer { shell.remove() }
    let answer = try set("cse", "deleted=yes")
    #expect(answer.status == 0)
    #expect(answer.output == "issues/cse: removed\n")
    #expect(answer.errors.contains("names issues/cse, which is not on this board"))
    #expect(try set("cse", "title=A").status == 65)
    #expect(try set("issues/cse", "deleted=no").output == "issues/cse: restored\n")
    #expect(try shell.run("check", shell.board).status == 0)
  }

  @Test func `a lock that somebody holds ends with 75`() throws {
    defer { shell.remove() }
    _ = try set("cse", "title=A")
    let lock = Glibc.open("\(shell.board)/locks/board.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX) == 0)
    let answer = try set("cse", "title=B")
    #expect(answer.status == 75)
    #expect(answer.errors.contains("locks/board.lock is held by"))
    #expect(try shell.json(of: "issues/cse.json")["title"] as? String == "A")
  }

  @Test func `what cannot be written ends with 73`() throws {
    defer { shell.remove() }
    try? FileManager.default.removeItem(atPath: "\(shell.board)/locks")
    try shell.write("", to: "locks")
    let before = try shell.files()
    let answer = try set("cse", "title=B")
    #expect(answer.status == 73)
    #expect(answer.output.isEmpty)
    #expect(try shell.files() == before)
  }
}

/// Commands of several people at once.
struct RacingTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func environment(_ writer: String) -> [String: String] {
    ["SOCBOARD": shell.board, "SOCBOARD_USER": writer]
  }

  @Test func `edits of different fields are all kept`() throws {
    defer { shell.remove() }
    let fields = ["title", "text", "notes", "source", "dismissReason", "exemptParagraph"]
    for round in 1...3 {
      let running = try fields.map { field in
        try shell.start(
          ["set", "cse", "\(field)=\(field) \(round)"], environment: environment("at-\(field)"))
      }
      for program in running {
        let answer = try program.answer()
        #expect(answer.status == 0, "\(answer.errors)")
      }
      let record = try shell.json(of: "issues/cse.json")
      for field in fields { #expect(record[field] as? String == "\(field) \(round)") }
      #expect(record["conflicts"] == nil)
    }
    #expect(try shell.run("check", shell.board).status == 0)
  }

  @Test func `two values for one field are both kept, and end with 2`() throws {
    defer { shell.remove() }
    // Who opens the pipe has read the board, and sees no change that is made from here on.
    let pipe = "\(shell.folder)/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let late = try shell.start(["set", "cse", "title=@\(pipe)"], environment: environment("late"))
    let end = Glibc.open(pipe, O_WRONLY | O_CLOEXEC)
    try #require(end >= 0)
    let early = try shell.run("set", "cse", "title=Early", environment: environment("early"))
    #expect(early.status == 0)
    #expect(write(end, "Late", 4) == 4)
    close(end)
    let answer = try late.answer()
    #expect(answer.status == 2)
    #expect(answer.output == "issues/cse: title: CSE → Late\n")
    #expect(
      answer.errors.hasPrefix("issues/cse, title: somebody else has changed this, too. "),
      "\(answer.errors)")
    let record = try shell.json(of: "issues/cse.json")
    let conflict = try #require((record["conflicts"] as? [[String: Any]])?.first)
    let values = ["kept", "other"].map { (conflict[$0] as? [String: Any])?["value"] as? String }
    #expect(Set(values) == ["Early", "Late"])
  }
}
