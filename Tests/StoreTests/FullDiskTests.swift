import Domain
import Foundation
import JSON
import Store
import Testing

/// A disk without room refuses a save by name, and loses nothing.
@Suite(.enabled(if: SmallDisk.isPossible, "It takes root, and leave, to mount a small disk."))
struct FullDiskTests {
  static let act = [SaveTests.decide, SaveTests.rename(to: "Drug supply")]

  @Test func `wherever a disk fills up, a save is done or refused, and then succeeds`() throws {
    var outcomes: Set<Bool> = []
    for pages in 0...8 {
      let disk = try SmallDisk("size=400k")
      let folder = disk.folder
      try BoardFolder.create(at: disk.path, records: TemporaryFolder.smallBoard)
      try disk.fill(leaving: pages * 4096)
      var before = try folder.contents()
      do {
        try folder.board.save(Self.act)
        outcomes.insert(true)
      } catch StoreError.cannotWrite(_, let error) {
        outcomes.insert(false)
        #expect(error == Errno(code: ENOSPC))
        #expect("\(error)" == "the disk is full")
        #expect(try folder.contents() == before, "\(pages)")
      }
      try disk.makeRoom()
      before["ballast"] = nil
      try folder.board.save(Self.act)
      #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
      #expect(try folder.problems() == [])
      #expect(try folder.board.history().history.acts.count == 2)
    }
    #expect(outcomes == [true, false])
  }

  @Test func `a disk without room for another file refuses, too`() throws {
    let disk = try SmallDisk("size=1m,nr_inodes=64")
    let folder = disk.folder
    try BoardFolder.create(at: disk.path, records: TemporaryFolder.smallBoard)
    let before = try folder.contents()
    var fillers: [String] = []
    while case let name = folder.url("filler\(fillers.count)").path,
      case let file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o600), file >= 0
    {
      close(file)
      fillers.append(name)
    }
    #expect(throws: StoreError.cannotWrite(path: "decisions/first.json", Errno(code: ENOSPC))) {
      try folder.board.save(Self.act)
    }
    for filler in fillers { unlink(filler) }
    #expect(try folder.contents() == before)
    try folder.board.save(Self.act)
    #expect(try folder.problems() == [])
  }

  @Test func `a recovery on a full disk changes nothing, and is done once there is room`() throws {
    let disk = try SmallDisk("size=400k")
    let folder = disk.folder
    try BoardFolder.create(at: disk.path, records: TemporaryFolder.smallBoard)
    try folder.write("", to: "issues/drugs.json")
    try disk.fill(leaving: 0)
    let before = try folder.contents()
    #expect(throws: StoreError.cannotWrite(path: "issues/drugs.json", Errno(code: ENOSPC))) {
      try folder.board.recover()
    }
    #expect(try folder.contents() == before)
    try disk.makeRoom()
    #expect(try folder.board.recover().left == [])
    #expect(try folder.problems() == [])
  }

  @Test func `a copy for which there is no room is refused, and is no board`() throws {
    let folder = try RecoverTests.shipped()
    let disk = try SmallDisk("size=200k")
    let error = try #require(throws: StoreError.self) { try folder.board.backUp(to: disk.path) }
    #expect(error.category == .cannotWrite)
    #expect(error.description.contains("the disk is full. Make room"))
    #expect(!disk.folder.holds("board.json"))
  }
}
