import Domain
import Foundation
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
}
