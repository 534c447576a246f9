import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct CreateTests {
  @Test func `a board is made with a folder for every kind, and can be read`() throws {
    let folder = try TemporaryFolder.board()
    let loaded = try folder.board.load()
    #expect(loaded.problems == [])
    #expect(loaded.board.areas.all.map(\.id) == ["cse"])
    #expect(try folder.everything().contains("papers"))
  }

  @Test func `the board that ships is read whole and without a problem`() throws {
    let path = House.root.appending(path: "data/city-of-london").path
    let loaded = try BoardFolder(path: path).load()
    #expect(loaded.problems == [])
    let shipped = try Board.shipped()
    #expect(loaded.board.settings == shipped.settings)
    for kind in Kind.allCases { #expect(loaded.board.names(of: kind) == shipped.names(of: kind)) }
  }

  @Test func `an empty folder becomes a board, hidden files or not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".gitignore")
    try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
    #expect(try folder.board.load().problems == [])
  }

  @Test func `a folder that holds something is left alone`() throws {
    let folder = try TemporaryFolder.board()
    let before = try folder.contents()
    let error = try #require(throws: StoreError.self) {
      try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
    }
    #expect(error == .notEmpty(path: folder.path))
    #expect(error.category == .cannotWrite)
    #expect(try folder.contents() == before)
  }

  @Test(arguments: ["nowhere/board", "file/board", "file"])
  func `a path where no folder can be is refused`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(throws: StoreError.self) {
      try BoardFolder.create(at: folder.url(name).path, records: TemporaryFolder.smallBoard)
    }
    #expect(try folder.everything() == ["file"])
  }

  @Test func `records that could not be read again make no board`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url("board").path
    let error = try #require(throws: StoreError.self) {
      try BoardFolder.create(at: path, records: [(.board, ["format": 1])])
    }
    #expect(error.description.contains("board.json") && error.description.contains("name"))
    #expect(try folder.everything() == [])
  }

  @Test func `a board that cannot be made whole leaves nothing behind`() throws {
    let complete = Fault(at: 0) { nil }
    let folder = try TemporaryFolder()
    let path = folder.url("board").path
    try BoardFolder.create(at: path, records: TemporaryFolder.smallBoard, disk: complete.disk)
    try FileManager.default.removeItem(atPath: path)
    var unnoticed: [Disk.Call] = []
    for (index, call) in complete.seen.enumerated() {
      do {
        let fault = Fault(at: index + 1) { ENOSPC }
        try BoardFolder.create(at: path, records: TemporaryFolder.smallBoard, disk: fault.disk)
        unnoticed.append(call)
        try FileManager.default.removeItem(atPath: path)
      } catch StoreError.unconfirmed {
        #expect(try BoardFolder(path: path).load().problems == [])
        try FileManager.default.removeItem(atPath: path)
      } catch {
        #expect(try folder.everything() == [])
      }
    }
    // The modes of the lock and of the log are a courtesy.
    #expect(unnoticed == [.setMode, .setMode])
  }
}
