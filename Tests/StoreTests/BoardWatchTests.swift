import Domain
import Foundation
import Store
import Testing

/// Both ways of noticing: reports of the system, and comparing as on a network's file system.
struct BoardWatchTests {
  static let ways: [FileSystem] = [.ext, .nfs]

  /// Something that others do, and the records it is noticed of.
  struct Deed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let records: Set<RecordName>
    let body: @Sendable (TemporaryFolder) throws -> Void

    init(
      _ description: String, _ records: [String],
      _ body: @escaping @Sendable (TemporaryFolder) throws -> Void
    ) {
      testDescription = description
      self.records = Set(records.compactMap { RecordName($0) })
      self.body = body
    }
  }

  static let deeds: [Deed] = [
    Deed("a record is replaced", ["issues/drugs"]) {
      try $0.replace("issues/drugs.json", with: TemporaryFolder.issue)
    },
    Deed("a record is made", ["issues/new"]) {
      try $0.replace("issues/new.json", with: TemporaryFolder.issue)
    },
    Deed("a record is written by git", ["issues/drugs"]) {
      try $0.checkOut("issues/drugs.json", with: TemporaryFolder.issue)
    },
    Deed("a record is taken away", ["issues/drugs"]) { try $0.remove("issues/drugs.json") },
    Deed("a record gets another name", ["issues/drugs", "issues/other"]) {
      try $0.move("issues/drugs.json", to: "issues/other.json")
    },
    Deed("the settings are replaced", ["board"]) {
      try $0.replace("board.json", with: #"{"format": 1, "name": "Another"}"#)
    },
    Deed("a folder of a kind comes late, with a record", ["papers/first"]) {
      try $0.makeFolder("papers")
      try $0.replace("papers/first.json", with: "{}")
    },
    Deed("a folder of a kind is moved in", ["papers/first"]) {
      try $0.makeFolder("drawer")
      try $0.write("{}", to: "drawer/first.json")
      try $0.move("drawer", to: "papers")
    },
    Deed("two records change", ["areas/cse", "issues/drugs"]) {
      try $0.replace("areas/cse.json", with: "{}")
      try $0.replace("issues/drugs.json", with: "{}")
    },
    Deed("a save is under way", []) { try $0.write("{", to: "issues/.drugs.json.saving") },
    Deed("something lies about", []) {
      try $0.write("", to: "issues/notes.txt")
      try $0.write("", to: "README.md")
      try $0.makeFolder("drawer")
      try $0.write("", to: "drawer/new.json")
    },
    Deed("the board is read", []) {
      _ = try $0.board.load()
      _ = $0.board.read([SaveTests.drugs])
    },
    Deed("nothing happens", []) { _ in },
  ]

  @Test(arguments: deeds, ways)
  func `what others do is noticed by name`(deed: Deed, way: FileSystem) throws {
    let folder = try TemporaryFolder.board()
    try folder.remove("papers")
    let watch = BoardWatch(folder.board, on: way)
    #expect((watch.descriptor == nil) == (way == .nfs))
    try deed.body(folder)
    let changes = watch.changes()
    #expect(changes.records == deed.records)
    #expect(!changes.isEverything && !changes.isAnotherFolder)
    #expect(watch.changes().records == [])
  }

  @Test(arguments: ways)
  func `a record that changes again and again is noticed each time`(way: FileSystem) throws {
    let folder = try TemporaryFolder.board()
    let watch = BoardWatch(folder.board, on: way)
    for count in 0..<10 {
      try folder.replace("issues/drugs.json", with: "{\(count)")
      #expect(watch.changes().records == [SaveTests.drugs])
    }
  }

  @Test(arguments: ways)
  func `a late folder is watched like the others`(way: FileSystem) throws {
    let folder = try TemporaryFolder.board()
    try folder.remove("papers")
    let watch = BoardWatch(folder.board, on: way)
    try folder.makeFolder("papers")
    #expect(watch.changes().records == [])
    try folder.replace("papers/first.json", with: "{}")
    #expect(watch.changes().records == [RecordName("papers/first")])
  }

  @Test(arguments: ways)
  func `too many changes are everything`(way: FileSystem) throws {
    let folder = try TemporaryFolder.board()
    let watch = BoardWatch(folder.board, on: way)
    for count in 0..<300 { try folder.write("{}", to: "issues/n\(count + 100).json") }
    let changes = watch.changes()
    #expect(changes.isEverything && changes.records == [] && !changes.isAnotherFolder)
    try folder.replace("issues/drugs.json", with: "{}")
    #expect(watch.changes().records == [SaveTests.drugs])
  }

  @Test(arguments: ways)
  func `another folder in the board's place is everything, and is watched`(
    way: FileSystem
  ) throws {
    let place = try TemporaryFolder()
    let path = place.url("board").path
    try BoardFolder.create(at: path, records: TemporaryFolder.smallBoard)
    try BoardFolder.create(at: path + "-2", records: TemporaryFolder.smallBoard)
    let watch = BoardWatch(BoardFolder(path: path), on: way)
    try place.move("board", to: "board-1")
    #expect(watch.changes().isAnotherFolder)
    // Meanwhile there is nothing, and nobody reports of what may come.
    #expect(watch.descriptor == nil)
    #expect(watch.changes() == watch.changes())
    try place.move("board-2", to: "board")
    let changes = watch.changes()
    #expect(changes.isAnotherFolder && changes.isEverything && changes.records == [])
    #expect((watch.descriptor == nil) == (way == .nfs))
    try place.replace("board/issues/drugs.json", with: "{}")
    try place.replace("board-1/areas/cse.json", with: "{}")
    #expect(watch.changes().records == [SaveTests.drugs])
  }

  @Test(arguments: ways)
  func `records in a folder that is taken away are noticed`(way: FileSystem) throws {
    let folder = try TemporaryFolder.board()
    let watch = BoardWatch(folder.board, on: way)
    try folder.move("issues", to: "drawer")
    let changes = watch.changes()
    #expect(changes.isEverything || changes.records == [SaveTests.drugs])
    try folder.write("{}", to: "drawer/drugs.json")
    #expect(watch.changes().records == [])
  }

  @Test func `reports that were lost are everything`() throws {
    let folder = try TemporaryFolder.board()
    let limit = try Int(
      String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines))
    // Each of these is two reports, and no report of a record.
    guard let limit, limit < 100_000 else { return }
    let watch = BoardWatch(folder.board, on: .ext)
    try folder.write("", to: "issues/A")
    for _ in 0..<limit / 4 + 1 {
      try folder.move("issues/A", to: "issues/B")
      try folder.move("issues/B", to: "issues/A")
    }
    let changes = watch.changes()
    #expect(changes.isEverything && changes.concernsVisitors && !changes.isAnotherFolder)
    try folder.replace("issues/drugs.json", with: "{}")
    #expect(watch.changes().records == [SaveTests.drugs])
  }

  @Test func `nothing wakes a watch while nothing happens`() throws {
    let folder = try TemporaryFolder.board()
    let watch = BoardWatch(folder.board, on: .ext)
    _ = try folder.board.load()
    #expect(watch.timeLeft(at: .now) == nil)
    var request = pollfd(fd: try #require(watch.descriptor), events: Int16(POLLIN), revents: 0)
    #expect(poll(&request, 1, 0) == 0)
  }

  @Test func `files are compared every two seconds`() throws {
    let folder = try TemporaryFolder.board()
    let now = ContinuousClock.now
    let watch = BoardWatch(folder.board, on: .nfs, at: now)
    #expect(watch.timeLeft(at: now) == .seconds(2))
    #expect(watch.timeLeft(at: now + .seconds(5)) == .zero)
    #expect(watch.read(at: now + .seconds(5)).concernsVisitors)
    #expect(watch.timeLeft(at: now + .seconds(6)) == .seconds(1))
  }

  @Test(.enabled(if: geteuid() == 0, "Only root may become somebody who has no reports left."))
  func `files are compared while the system has no reports to give`() async throws {
    let folder = try TemporaryFolder.board()
    for name in [".", "issues"] { chmod(folder.url(name).path, 0o777) }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try #require(setuid(65_534) == 0)
      var taken: [CInt] = []
      while taken.count < 1000, case let next = inotify_init1(0), next >= 0 { taken.append(next) }
      // Where the system is that generous, there is nothing to see here.
      guard taken.count < 1000 else { return }
      let watch = BoardWatch(BoardFolder(path: path), on: .ext)
      try #require(watch.descriptor == nil)
      try Data().write(to: URL(filePath: path).appending(path: "issues/new.json"))
      #expect(watch.changes().records == [RecordName("issues/new")])
      #expect(watch.descriptor == nil)
      for descriptor in taken { close(descriptor) }
      #expect(watch.changes().records == [])
      #expect(watch.descriptor != nil)
    }
  }
}

struct FileSystemTests {
  @Test(arguments: [
    (0xEF53, "ext", false), (0x5846_5342, "XFS", false), (0x9123_683E, "Btrfs", false),
    (0x0102_1994, "tmpfs", false), (0x794C_7630, "overlayfs", false), (0x6969, "NFS", true),
    (0xFF53_4D42, "SMB", true), (0xFE53_4D42, "SMB", true), (0x6573_5546, "FUSE", true),
    (0x0102_1997, "9p", true), (0xABC, "an unknown file system (abc)", true),
  ])
  func `a file system is known by its number`(number: Int, name: String, isUnreported: Bool) {
    let system = FileSystem(number: number)
    #expect(system.description == name)
    #expect(system.mayChangeUnreported == isUnreported)
  }

  @Test func `a folder says what it stands on`() throws {
    let folder = try TemporaryFolder()
    #expect(FileSystem(ofFolder: folder.url("nowhere").path) == nil)
    #expect(FileSystem(ofFolder: "/proc") == .unknown(0x9FA0))
    #expect(FileSystem(ofFolder: folder.path) != nil)
    // A container may have no such place.
    if let memory = FileSystem(ofFolder: "/dev/shm") { #expect(memory == .tmpfs) }
  }
}
