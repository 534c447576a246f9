import Foundation
import Testing

struct InitTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `a new board has what was published and is clean`() throws {
    defer { shell.remove() }
    let path = "\(shell.folder)/new"
    let made = try shell.run("init", path, "--name", "Anytown SOC Board", "--place", "Anytown")
    #expect(made.status == 0)
    #expect(made.output == "Made \(path). Open it with: socboard \(path)\n")
    #expect(made.errors.isEmpty)
    #expect(try shell.run("check", path).output == "10 records, nothing wrong.\n")
    let areas = try shell.run("list", "areas", "--board", path, "--json").rows()
    #expect(areas.map { $0["number"] as? Int } == Array(1...8))
    #expect(areas.allSatisfy { $0["status"] as? String == "monitored" })
    let board = try #require(
      try shell.run("show", "board", "--board", path, "--json").json() as? [String: Any])
    #expect(board["name"] as? String == "Anytown SOC Board")
    #expect(board["place"] as? String == "Anytown")
    #expect((board["questions"] as? [String: Any])?.count == 4)
    #expect((board["created"] as? [String: Any])?["by"] as? String == "tester")
    for kind in ["issues", "partners", "actions", "meetings", "decisions", "rounds"] {
      #expect(try shell.run("list", kind, "--board", path).output.isEmpty, "\(kind)")
    }
  }

  @Test func `its model is byte for byte the shipped one`() throws {
    defer { shell.remove() }
    let folder = "\(shell.folder)/new"
    _ = try shell.run("init", folder, "--name", "Anytown SOC Board")
    let made = try Data(contentsOf: URL(filePath: "\(folder)/models/morile-2015.json"))
    #expect(made == Data(try shell.text(of: "models/morile-2015.json").utf8))
  }

  @Test func `a folder that holds something is refused and left alone`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try shell.run("init", shell.board, "--name", "Anytown SOC Board")
    #expect(answer.status == 73)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "\(shell.board) is not empty. Choose another folder for the board.\n")
    #expect(try shell.files() == before)
  }

  @Test func `a folder whose own folder is missing is refused`() throws {
    defer { shell.remove() }
    let answer = try shell.run("init", "missing/new", "--name", "Anytown SOC Board")
    #expect(answer.status == 73)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "missing/new could not be saved: it is not there. Check the path.\n")
  }

  @Test func `a board without a name is no board`() throws {
    defer { shell.remove() }
    let answer = try shell.run("init", "new")
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("Error: Missing expected argument '--name <name>'"))
    #expect(!FileManager.default.fileExists(atPath: "\(shell.folder)/new"))
  }
}
