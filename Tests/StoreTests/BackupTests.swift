import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct BackupTests {
  @Test func `a copy has every file of the board, with its mode`() throws {
    let folder = try RecoverTests.shipped()
    for name in ["originals", "templates", "templates/parts"] {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: false)
    }
    try folder.write("mail", to: "originals/0a1b")
    try folder.write("paper", to: "templates/parts/heading.mustache")
    try #require(chmod(folder.url("issues/cse.json").path, 0o640) == 0)
    try folder.write("hidden", to: "issues/.cse.json.saving")
    let target = try TemporaryFolder()
    let backup = try folder.board.backUp(to: target.path)
    #expect(backup.records == 89 && backup.acts == 20 && backup.problems == [])
    let meant = try folder.contents().filter { !$0.key.contains("/.") }
    #expect(try target.contents() == meant)
    #expect(!target.holds("locks"))
    for name in try target.everything() {
      #expect(try mode(of: name, in: target) == mode(of: name, in: folder), "\(name)")
    }
  }

  @Test func `a copy that others save into meanwhile is whole, every time`() async throws {
    let folder = try TemporaryFolder.board()
    let copies = try await withThrowingTaskGroup(of: [Backup].self) { group in
      for writer in ["anna@desk", "ben@desk", "cleo@desk"] {
        group.addTask { [path = folder.path] in
          let board = BoardFolder(path: path, writer: writer)
          for count in 1...100 {
            let change = FieldChange(
              path: ["x-\(writer.prefix(3))"], old: count == 1 ? nil : .number(Number(count - 1)),
              new: .number(Number(count)))
            let new = Edit(
              record: RecordName(try Identifier<Decision>("\(writer.prefix(3))-\(count)")),
              changes: FieldChange.between([:], ["date": "2018-02-06", "what": "W"]), isNew: true)
            try board.save(
              Act([Edit(record: SaveTests.drugs, changes: [change]), new], by: writer))
          }
          return []
        }
      }
      group.addTask { [folder] in
        var copies: [Backup] = []
        for _ in 1...6 {
          let target = try TemporaryFolder()
          let backup = try folder.board.backUp(to: target.path)
          #expect(try target.board.recover().steps == [])
          #expect(try target.problems() == [])
          copies.append(backup)
        }
        return copies
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(copies.count == 6)
    #expect(copies.allSatisfy { $0.problems == [] && $0.records == 2 + $0.acts })
    #expect(try folder.board.history().history.acts.count == 301)
  }

  @Test func `a copy is made whole though the board is not`() throws {
    let folder = try InterruptedSaveTests.halfDone(InterruptedSaveTests.act)
    try folder.write("", to: "areas/cse.json")
    let before = try folder.contents()
    let target = try TemporaryFolder()
    let backup = try folder.board.backUp(to: target.path)
    #expect(backup.problems == [])
    #expect(try target.value(of: "issues/drugs.json")["title"] == "Drug supply")
    #expect(try target.value(of: "areas/cse.json")["title"] == "CSE")
    #expect(try folder.contents() == before)
  }

  @Test func `what was not copied, or is wrong with the copy, is told`() throws {
    let folder = try CheckTests.board()
    try #require(symlink("board.json", folder.url("link.json").path) == 0)
    try folder.write(#"{"title": "By hand", "stage": "registered"}"#, to: "issues/drugs.json")
    let target = try TemporaryFolder()
    let backup = try folder.board.backUp(to: target.path)
    #expect(backup.problems.map(\.file) == ["issues/drugs.json", "link.json"])
  }

  @Test func `a copy goes into a folder that is new or empty, outside the board`() throws {
    let folder = try TemporaryFolder.board()
    let before = try folder.everything()
    let full = try TemporaryFolder.board()
    #expect(throws: StoreError.notEmpty(path: full.path)) {
      try folder.board.backUp(to: full.path)
    }
    for path in [folder.path, folder.url("copy").path, folder.url("issues/copy").path] {
      #expect(throws: StoreError.insideBoard(path: path)) { try folder.board.backUp(to: path) }
    }
    #expect(try folder.everything() == before)
    let other = try TemporaryFolder()
    #expect(throws: StoreError.notABoard(path: other.path)) {
      try other.board.backUp(to: full.url("copy").path)
    }
    #expect(try folder.board.backUp(to: other.url("new").path).problems == [])
  }

  @Test func `a copy that breaks off is no board`() throws {
    let folder = try RecoverTests.shipped()
    let complete = Fault(at: 0) { nil }
    let whole = try TemporaryFolder()
    _ = try folder.board(disk: complete.disk).backUp(to: whole.path)
    for number in stride(from: 1, through: complete.seen.count, by: 37) {
      let target = try TemporaryFolder()
      let board = folder.board(disk: Fault(at: number) { ENOSPC }.disk)
      #expect(throws: StoreError.self) { try board.backUp(to: target.path) }
      #expect(!target.holds("board.json"), "\(number)")
    }
  }

  private func mode(of name: String, in folder: TemporaryFolder) throws -> mode_t {
    var status = stat()
    try #require(lstat(folder.url(name).path, &status) == 0)
    return status.st_mode
  }
}
