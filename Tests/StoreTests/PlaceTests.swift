import Domain
import Foundation
import JSON
import Store
import Testing

/// Where a board may stand while people work with it.
struct PlaceTests {
  @Test(arguments: [FileSystem.fuse, .smb, .nfs, .plan9, .unknown(0x1234)])
  func `nothing is saved where a lock may go unnoticed, and reading works`(
    fileSystem: FileSystem
  ) throws {
    let folder = try CheckTests.board()
    let before = try folder.everything()
    let contents = try folder.contents()
    let board = folder.board(disk: Disk(fileSystem: fileSystem))
    let stamp = Act([]).stamp
    let refusals: [() throws -> Void] = [
      { try board.save([SaveTests.rename(from: "D", to: "E")]) },
      { _ = try board.undo(.last, stamp: stamp) }, { _ = try board.recover() },
      { try board.refuseUnsafePlace() },
    ]
    for refusal in refusals {
      let error = try #require(throws: StoreError.self) { try refusal() }
      #expect(error == .unsafePlace(path: folder.path, fileSystem))
      #expect(error.category == .cannotWrite)
      #expect(error.description.contains("stands on \(fileSystem), where programs"))
      #expect(error.description.contains("“socboard backup DIR”"))
    }
    #expect(try folder.everything() == before)
    #expect(try folder.contents() == contents)
    #expect(try board.load().problems == [])
    let problems = try board.check().problems
    #expect(problems.allSatisfy { $0.field == "marking" })
    #expect(try board.history().problems == [])
    let copy = try TemporaryFolder()
    let backup = try board.backUp(to: copy.path)
    #expect(backup.problems == [])
  }

  @Test func `no board is made there`() throws {
    let folder = try TemporaryFolder()
    for name in ["new", "there", "new/"] {
      let path = folder.path + "/" + name
      #expect(throws: StoreError.unsafePlace(path: path, .smb)) {
        try BoardFolder.create(
          at: path, records: TemporaryFolder.smallBoard, disk: Disk(fileSystem: .smb))
      }
      if name == "new" {
        try FileManager.default.createDirectory(
          at: folder.url("there"), withIntermediateDirectories: false)
      }
    }
    #expect(try folder.everything() == ["there"])
  }

  @Test func `the disk on which tests run takes boards`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.refuseUnsafePlace()
  }

  @Test(.enabled(if: SmallDisk.isPossible, "Only where a disk can be mounted."))
  func `a disk in memory takes boards`() throws {
    let disk = try SmallDisk("size=1m")
    try BoardFolder.create(at: disk.path, records: TemporaryFolder.smallBoard)
    try disk.folder.board.save([SaveTests.rename(to: "A")])
    #expect(try disk.folder.problems() == [])
  }
}
