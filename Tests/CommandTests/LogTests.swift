import Foundation
import Testing

/// `log`, `undo`, and the board as at a day.
struct LogTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func run(_ arguments: String..., by writer: String = "tester") throws -> Shell.Answer {
    try shell.run(
      arguments, environment: ["SOCBOARD": shell.board, "SOCBOARD_USER": writer, "TZ": "UTC"])
  }

  @Test func `setting, telling and taking back leads to the first bytes, but for the stamp`() throws
  {
    defer { shell.remove() }
    let before = try shell.text(of: "issues/cse.json")
    _ = try run("set", "cse", "title=A", "notes=", "evidence.new.text=Heard")
    let log = try run("log", "cse")
    #expect(log.status == 0)
    #expect(log.errors.isEmpty)
    let lines = log.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].contains("  tester  issues/cse  A  evidence: text: nothing → Heard"))
    #expect(lines[2].hasSuffix("  title: CSE → A"))
    #expect(lines[3].hasSuffix("  import  issues/cse  A  added (true from Dec 2015)"))
    let undone = try run("undo")
    #expect(undone.status == 0)
    #expect(undone.output.contains(" was taken back.\n"))
    #expect(undone.output.contains("issues/cse: title: A → CSE\n"))
    let after = try shell.json(of: "issues/cse.json")
    #expect((after["updated"] as? [String: Any])?["by"] as? String == "tester")
    let text = try shell.text(of: "issues/cse.json")
    #expect(Self.withoutStamp(text) == before)
  }

  private static func withoutStamp(_ text: String) -> String {
    text.replacing(#/,\n  "updated": \{[^}]*\}/#, with: "")
      .replacing(#/\n  "updated": \{[^}]*\},/#, with: "")
  }

  @Test func `what was taken back is marked, and can be done again`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=A")
    #expect(try run("undo").status == 0)
    let lines = try run("log", "cse").output.split(separator: "\n")
    #expect(lines[0].hasSuffix("title: A → CSE (takes back act 21)"), "\(lines[0])")
    #expect(lines[1].hasSuffix("title: CSE → A (undone since)"))
    let again = try run("undo", "--redo")
    #expect(again.status == 0)
    #expect(again.output == "Act 21 was done again.\nissues/cse: title: CSE → A\n")
    #expect(try shell.json(of: "issues/cse.json")["title"] as? String == "A")
  }

  @Test func `an act is taken back by its number, and records as objects`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=A")
    _ = try run("set", "cse", "notes=B")
    let answer = try run("undo", "21", "--json")
    #expect(answer.status == 0)
    let rows = try answer.rows()
    #expect(rows.map { $0["id"] as? String } == ["cse"])
    #expect(rows[0]["title"] as? String == "CSE")
    #expect(rows[0]["notes"] as? String == "B")
  }

  @Test func `a new record that is taken back is removed`() throws {
    defer { shell.remove() }
    _ = try run("add", "issue", "id=new-issue", "title=A", "stage=emerging", "marking=official")
    #expect(try run("undo").output == "Act 21 was taken back.\nissues/new-issue: removed\n")
    #expect(try run("show", "new-issue").status == 65)
    #expect(try run("log", "issues/new-issue").output.split(separator: "\n").count == 2)
  }

  @Test(arguments: [["undo"], ["undo", "--redo"], ["undo", "1"], ["undo", "99"]])
  func `nothing to take back ends with 1`(arguments: [String]) throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try shell.run(arguments, environment: ["SOCBOARD": shell.board])
    #expect(answer.status == 1)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.split(separator: "\n").count == 1)
    let after = try shell.files().filter { !$0.key.hasPrefix("locks/") }
    #expect(after == before.filter { !$0.key.hasPrefix("locks/") })
  }

  @Test func `what somebody has changed since is not taken back, and ends with 2`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=Mine")
    _ = try run("set", "cse", "title=Theirs", by: "anna")
    let record = try shell.text(of: "issues/cse.json")
    let answer = try run("undo")
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("Act 21 was not taken back: anna has changed title of"))
    #expect(try shell.text(of: "issues/cse.json") == record)
  }

  @Test func `objects tell every field with who, when, from and to`() throws {
    defer { shell.remove() }
    _ = try run(
      "set", "cse", "title=A", "area=modern-slavery", "--effective", "2018-03", by: "anna")
    let rows = try run("log", "cse", "--by", "anna", "--json").rows()
    #expect(rows.map { $0["field"] as? String } == ["area", "title"])
    let title = rows[1]
    #expect(title["act"] as? Int == 21)
    #expect(title["by"] as? String == "anna")
    #expect(title["record"] as? String == "issues/cse")
    #expect(title["old"] as? String == "CSE")
    #expect(title["new"] as? String == "A")
    #expect(title["effective"] as? String == "2018-03")
    #expect((title["at"] as? String)?.hasSuffix("Z") == true)
    #expect(rows[0]["old"] == nil)
    #expect(try run("log", "--json", "--by", "nobody").output == "[]\n")
    let all = try run("log", "--json").rows()
    #expect(all.first?["act"] as? Int == 21)
    #expect(all.last?["act"] as? Int == 1)
  }

  @Test func `acts are chosen by writer, by day, and by when they came true`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=A", by: "anna")
    #expect(try run("log", "--by", "anna").output.split(separator: "\n").count == 1)
    #expect(try run("log", "--since", "9999").output.isEmpty)
    #expect(try run("log", "--since", "2018").output == run("log").output)
    let then = try run("log", "--as-at", "2018-02-06", "--json").rows()
    #expect(Set(then.compactMap { $0["act"] as? Int }).max() ?? 0 < 21)
    #expect(!then.isEmpty)
  }

  @Test func `a damaged log is told, and the rest with it`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=A")
    try shell.write(try shell.text(of: "log/tester.jsonl") + "{\"act\":\n", to: "log/tester.jsonl")
    let answer = try run("log", "cse")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("log/tester.jsonl, line 2"))
    #expect(answer.output.contains("title: CSE → A"))
  }

  @Test(
    arguments: [
      (["list", "issues"], "2018-02-10", 4), (["list", "issues"], "2018-06", 7),
      (["list", "areas", "status=focus"], "2018-06", 0),
      (["list", "areas", "status=focus"], "2018", 3),
      (["list", "meetings"], "2018-02-14", 1), (["rank"], "2016", 4),
    ] as [([String], String, Int)])
  func `the board is told as it was at the end of a day`(
    arguments: [String], date: String, count: Int
  ) throws {
    defer { shell.remove() }
    let answer = try shell.run(
      arguments + ["--as-at", date, "--json"], environment: ["SOCBOARD": shell.board])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try answer.rows().count == count)
  }

  @Test func `a record is shown as it was, by its act's own date`() throws {
    defer { shell.remove() }
    _ = try run("set", "cse", "title=Then", "--effective", "2018-03-01")
    func title(_ date: String) throws -> String? {
      let answer = try run("show", "cse", "--as-at", date, "--json")
      return try (answer.json() as? [String: Any])?["title"] as? String
    }
    #expect(try title("2018-02-28") == "CSE")
    #expect(try title("2018-03-01") == "Then")
    let early = try run("show", "cse", "--as-at", "2014")
    #expect(early.status == 65)
    #expect(early.errors == "nothing is known of 2014: the board's log begins on 31 Dec 2015.\n")
  }

  @Test func `two machines of one person are two writers`() throws {
    defer { shell.remove() }
    _ = try shell.run(
      "set", "cse", "title=A",
      environment: ["SOCBOARD": shell.board, "SOCBOARD_USER": "", "LOGNAME": "anna"])
    let row = try #require(try run("log", "cse", "--json").rows().first)
    #expect(
      row["by"] as? String == "anna@\(ProcessInfo.processInfo.hostName.split(separator: ".")[0])")
  }
}
