import Domain
import Foundation
import JSON
import Store
import Testing

struct ReadTests {
  @Test func `a record is read with all it says`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"stage": "emerging", "title": "A", "x-theirs": 1}"#, to: "issues/drugs.json")
    let readings = folder.board.read([SaveTests.drugs, .board])
    #expect(
      readings == [
        RecordReading(
          name: SaveTests.drugs,
          outcome: .document(["stage": "emerging", "title": "A", "x-theirs": 1])),
        RecordReading(name: .board, outcome: .document(["format": 1, "name": "A board"])),
      ])
  }

  @Test(arguments: ["issues/other", "papers/other", "board"])
  func `a record without a file is gone`(name: String) throws {
    let folder = try TemporaryFolder.board()
    let name = try #require(RecordName(name))
    try folder.remove("papers")
    try folder.remove("board.json")
    #expect(folder.board.read([name]) == [RecordReading(name: name, outcome: .gone)])
  }

  @Test func `nothing is gone of a board that cannot be reached`() throws {
    let folder = try TemporaryFolder()
    let board = BoardFolder(path: folder.url("nowhere").path)
    guard case .damaged(let problem)? = board.read([SaveTests.drugs]).first?.outcome else {
      Testing.Issue.record("the record is there, or gone")
      return
    }
    #expect(problem.description.hasPrefix("issues/drugs.json: could not be read: it is not there"))
  }

  @Test(arguments: LoadTests.bad.filter { $0.line != nil || $0.says.contains("formats up to") })
  func `what is listed when a board is loaded is listed here`(bad: LoadTests.Bad) throws {
    let folder = try TemporaryFolder.board()
    try folder.write(bad.bytes, to: bad.name)
    let name = try #require(RecordName(String(bad.name.dropLast(5))))
    let problem = try #require(folder.board.load().problems.first)
    #expect(
      folder.board.read([name]) == [RecordReading(name: name, outcome: .damaged(problem))])
  }

  @Test func `a link is not followed`() throws {
    let folder = try TemporaryFolder.board()
    try #require(symlink("drugs.json", folder.url("issues/link.json").path) == 0)
    let name = try #require(RecordName("issues/link"))
    guard case .damaged(let problem)? = folder.board.read([name]).first?.outcome else {
      Testing.Issue.record("the link was followed")
      return
    }
    #expect(problem.what.contains("links are not followed"))
  }
}
