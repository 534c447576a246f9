import Foundation
import TestSupport
import Testing

/// A round's mails out and its replies in, at a shell.
@Suite(.timeLimit(.minutes(3)))
struct ReplyCommandTests {
  /// The mail of a respondent, answered in its first place.
  private func reply(_ shell: Shell, _ answer: String) throws -> String {
    let mail = try String(
      contentsOfFile: "\(shell.folder)/round-1.fire.eml", encoding: .utf8)
    let lines = mail.replacing("\r\n", with: "\n")
    return "From: Analyst <analyst@example.org>\n"
      + lines.replacing(
        "[[answer/q1-impact]]\n", with: "[[answer/q1-impact]]\n\(answer)\n"
      )
      .replacing(/\nDate: [^\n]*/, with: "\nDate: Tue, 6 Feb 2018 10:42:00 +0000")
  }

  @Test func `nine mails go out once, and are noted as sent`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let words = ["export", "round", "--board", shell.board, "--output", shell.folder]
    let out = try shell.run(words + ["--mark-sent", "--today", "2018-02-01"])
    #expect(out.status == 0, "\(out)")
    #expect(out.output.split(separator: "\n").count == 9)
    let round = try String(contentsOfFile: "\(shell.board)/rounds/round-1.json", encoding: .utf8)
    #expect(round.ranges(of: "\"sent\": \"2018-02-01\"").count == 9)
    let again = try shell.run(words)
    #expect(again.status == 73)
    #expect(again.errors.contains("and 8 more are in"))
    let stranger = try shell.run(words + ["--respondent", "police"])
    #expect(stranger.status != 0)
  }

  @Test func `a round goes to a folder that is made, whole or not at all`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let folder = "\(shell.folder)/out"
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
    let words = ["export", "round", "--board", shell.board, "--output", folder]
    let some = try shell.run(words + ["--respondent", "fire", "--format", "text"])
    #expect(some.status == 0, "\(some)")
    #expect(try names() == ["round-1.fire.txt"])
    let refused = try shell.run(words + ["--format", "text"])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("round-1.fire.txt is in \(folder) already"))
    #expect(try names() == ["round-1.fire.txt"])
    let file = try shell.run(words.dropLast() + ["\(folder)/round-1.fire.txt"])
    #expect(file.status == 73 && file.errors.contains("no folder"), "\(file)")
  }

  @Test func `those who are awaited are asked again, and a note stands above the questions`()
    throws
  {
    let shell = try Shell()
    defer { shell.remove() }
    let out = try shell.run([
      "export", "round", "--board", shell.board, "--output", "\(shell.folder)/out", "--awaited",
      "--note", "Eight days are left.", "--mark-reminded", "--today", "2018-02-06",
    ])
    #expect(out.status == 0, "\(out)")
    #expect(out.output.split(separator: "\n").count == 7)
    #expect(!out.output.contains("health"))
    let mail = try String(
      contentsOfFile: "\(shell.folder)/out/round-1.fire.eml", encoding: .utf8)
    #expect(mail.contains("[[note/4]]\r\nEight days are left.\r\n[[end/note]]"))
    let round = try String(contentsOfFile: "\(shell.board)/rounds/round-1.json", encoding: .utf8)
    #expect(round.ranges(of: "\"on\": \"2018-02-06\"").count == 7)
    let both = try shell.run([
      "export", "round", "--board", shell.board, "--output", shell.folder, "--awaited",
      "--respondent", "fire",
    ])
    #expect(both.status == 64)
    let told = try shell.run([
      "export", "round", "--board", shell.board, "--output", shell.folder, "--awaited", "--public",
    ])
    #expect(told.status == 64 && told.errors.contains("never public"))
  }

  @Test func `what looks like personal data is asked about before it is filed`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run([
      "export", "round", "--board", shell.board, "--output", shell.folder, "--respondent", "fire",
    ])
    let file = "\(shell.folder)/reply.eml"
    try reply(shell, "1: ring 07700 900123").write(toFile: file, atomically: true, encoding: .utf8)
    let words = ["import", "replies", file, "--board", shell.board]
    let looked = try shell.run(words)
    #expect(looked.status == 0, "\(looked)")
    #expect(looked.output.contains("“07700 900123” looks like a telephone number."))
    let refused = try shell.run(words + ["--yes"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("--keep-personal-data"))
    #expect(try shell.run(words + ["--yes", "--keep-personal-data"]).status == 0)
    // A signature below the form is not filed, so that nothing is asked.
    let signed = "\(shell.folder)/signed.eml"
    try (reply(shell, "3: nil") + "\n-- \nA. Nalyst, 07700 900123\n")
      .write(toFile: signed, atomically: true, encoding: .utf8)
    let filed = try shell.run(["import", "replies", signed, "--board", shell.board, "--yes"])
    #expect(filed.status == 0, "\(filed)")
  }

  @Test func `a reply is looked at, filed once with its original, and checked`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run([
      "export", "round", "--board", shell.board, "--output", shell.folder, "--respondent", "fire",
    ])
    let file = "\(shell.folder)/reply.eml"
    try reply(shell, "1: crowded houses\n3: nil").write(
      toFile: file, atomically: true, encoding: .utf8)
    let words = ["import", "replies", file, "--board", shell.board]
    let looked = try shell.run(words)
    #expect(looked.status == 0, "\(looked)")
    #expect(looked.output.contains("2 placed, 0 offered, 0 nothing, 0 refused"))
    #expect(looked.errors.contains("--yes files it"))
    let responses = {
      try FileManager.default.contentsOfDirectory(atPath: "\(shell.board)/responses")
    }
    #expect(try responses().count == 9)
    let filed = try shell.run(words + ["--yes", "--json"])
    #expect(filed.status == 0, "\(filed)")
    #expect(try responses().count == 11)
    let originals = try FileManager.default.contentsOfDirectory(
      atPath: "\(shell.board)/originals")
    #expect(originals.count == 1 && originals[0].count == 64)
    let json = try #require(try filed.json() as? [String: Any])
    #expect(json["placed"] as? Int == 2)
    #expect(try shell.run(["check", shell.board]).status == 0)
    let again = try shell.run(words + ["--yes"])
    #expect(again.output.contains("0 placed, 0 offered, 2 nothing, 0 refused"))
    try "x".write(
      toFile: "\(shell.board)/originals/\(originals[0])", atomically: true, encoding: .utf8)
    let altered = try shell.run(["check", shell.board])
    #expect(altered.status == 1)
    #expect(altered.output.contains("is not the message that responses/"))
    try FileManager.default.removeItem(atPath: "\(shell.board)/originals/\(originals[0])")
    #expect(try shell.run(["check", shell.board]).output.contains("is missing"))
  }

  @Test func `what a reply says drives no terminal, and is not public`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let file = "\(shell.folder)/reply.eml"
    try "From: \u{1B}]0;x\u{7}\u{202E}\nDate: \u{9B}2J\nSubject: \u{1B}[2J\n\n\u{1B}[2J hello"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let words = ["import", "replies", file, "--board", shell.board]
    let shown = try shell.run(words)
    #expect(shown.isHarmless)
    #expect(shown.output.contains("hello"))
    #expect(try shell.run(words + ["--public"]).status == 64)
    let nothing = try shell.run([
      "import", "replies", "\(shell.folder)/none.eml", "--board", shell.board,
    ])
    #expect(nothing.status == 65)
  }
}
