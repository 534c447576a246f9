import Foundation
import Testing

/// What commands do with a text that looks as if it told who somebody is.
struct PersonalDataCommandTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func run(_ arguments: String...) throws -> Shell.Answer {
    try shell.run(arguments + ["--board", shell.board])
  }

  @Test func `set and add keep it only where that is said`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let refused = try run("set", "fraud", "notes=Jane Example, born 3/4/1980")
    #expect(refused.status == 65)
    #expect(
      refused.errors == "areas/fraud, notes: “Jane Example, born 3/4/1980” looks like a person's "
        + "date of birth.\nNothing was written. Say it by role instead, or keep it with "
        + "--keep-personal-data.\n")
    let added = try run("add", "practice", "title=Ask 07700 900123", "marking=official")
    #expect(added.status == 65)
    #expect(try shell.files() == before)
    let kept = try run("set", "fraud", "notes=DOB 3/4/1980", "--keep-personal-data")
    #expect(kept.status == 0)
    let again = try run("set", "fraud", "title=Fraud and deception")
    #expect(again.status == 0)
    let check = try run("check")
    #expect(check.status == 0)
    #expect(check.output.contains("areas/fraud, notes: “DOB 3/4/1980” looks like"))
    #expect(try run("check", "--personal-data", "--json").rows().count == 1)
  }

  @Test func `a round is started with it only where that is said`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let arguments = [
      "round", "start", "Autumn", "--question", "Ring 07700 900123?", "--board", shell.board,
    ]
    let refused = try shell.run(arguments)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("“07700 900123” looks like a telephone number."))
    #expect(refused.errors.hasSuffix("or keep it with --keep-personal-data.\n"))
    #expect(try shell.files() == before)
    #expect(try shell.run(arguments + ["--keep-personal-data"]).status == 0)
  }

  @Test func `a value from a file or standard input is looked at, too`() throws {
    defer { shell.remove() }
    let file = "\(shell.folder)/note.txt"
    try "Jane Example, born 3/4/1980\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try run("set", "fraud", "notes=@\(file)").status == 65)
    let piped = try shell.run(
      "set", "fraud", "notes=-", "--board", shell.board, input: "NHS 943 476 5919")
    #expect(piped.status == 65)
  }

  @Test func `a login is no personal data`() throws {
    defer { shell.remove() }
    let answer = try run(
      "set", "partners/health", "roles.soc.role=Lead", "roles.soc.login=anna@host.example.org")
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test func `an import warns row by row, and writes it only where that is said`() throws {
    defer { shell.remove() }
    let sheet = "\(shell.folder)/plan.csv"
    try "P,Recommendation\nPursue,Ask j.example@example.org\n".write(
      toFile: sheet, atomically: true, encoding: .utf8)
    let arguments = ["import", "plan", sheet, "--area", "fraud"]
    let preview = try shell.run(arguments + ["--board", shell.board])
    #expect(preview.status == 0)
    #expect(preview.output.contains("looks like an e-mail address"))
    let refused = try shell.run(arguments + ["--yes", "--board", shell.board])
    #expect(refused.status == 65)
    let kept = try shell.run(
      arguments + ["--yes", "--keep-personal-data", "--board", shell.board])
    #expect(kept.status == 0)
  }
}
