import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

extension FaultTests {
  struct SmallRoomTests {
    @Test func `a save that is cut off at any byte is refused and leaves nothing`() async throws {
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        // Not as root, nor in this process: the limit holds for all that a process writes.
        signal(SIGXFSZ, SIG_IGN)
        var cutting = try Cutting()
        try cutting.run(inSteps: FaultTests.factor > 1 ? 1 : 9)
        FaultTests.report("\(cutting)")
        #expect(cutting.refused > 30 && cutting.saved > 0)
      }
      print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self), terminator: "")
    }

    @Test func `a disk that is full at any page refuses the save and keeps the board`() throws {
      let folder = try TemporaryFolder()
      guard mount("none", folder.path, "tmpfs", 0, "size=400k") == 0 else {
        return report("full disk: mounting is not permitted here")
      }
      defer { umount(folder.path) }
      try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
      var filling = Filling(folder: folder)
      for pages in 0..<60 where filling.saved < 3 { try filling.attempt(leaving: pages * 4096) }
      report("full disk, page by page: \(filling)")
      #expect(filling.losses == [])
      #expect(filling.refused > 10 && filling.saved == 3)
    }

    @Test func `a disk without room for another file refuses the save`() throws {
      let folder = try TemporaryFolder()
      guard mount("none", folder.path, "tmpfs", 0, "size=4m,nr_inodes=64") == 0 else {
        return report("no inodes: mounting is not permitted here")
      }
      defer { umount(folder.path) }
      try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
      var filling = Filling(folder: folder)
      for files in 0..<6 { try filling.attempt(leavingFiles: files) }
      report("no inodes: \(filling)")
      #expect(filling.losses == [])
      #expect(filling.refused > 1 && filling.saved > 1)
    }

    @Test func `a disk that is remounted for reading refuses, and takes the next save after`()
      throws
    {
      let folder = try TemporaryFolder()
      guard mount("none", folder.path, "tmpfs", 0, "size=1m") == 0 else {
        return report("read-only remount: mounting is not permitted here")
      }
      defer { umount(folder.path) }
      try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
      for _ in 0..<(5 * factor) {
        let before = try folder.texts()
        try #require(mount("none", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0)
        #expect(try folder.count(as: "ada@desk")?.contains("the disk can only be read") == true)
        #expect(try folder.texts() == before)
        try #require(mount("none", folder.path, "tmpfs", UInt(MS_REMOUNT), nil) == 0)
        #expect(try folder.count(as: "ada@desk") == nil)
      }
      #expect(try Audit(folder).mistakes() == [])
      report("read-only remount: \(5 * factor) refused, \(5 * factor) saved after, 0 lost")
    }

    @Test func `two people whose programs let nobody else in can work on one board`() async throws {
      guard geteuid() == 0 else { return report("two users: only root may be several users") }
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        let saves = try TwoUsers().work(turns: 10 * FaultTests.factor)
        FaultTests.report("two users, umask 077: \(saves) saves in turns, 0 lost")
      }
      print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self), terminator: "")
    }
  }
}

/// Saves in a process that may write files only up to some length.
private struct Cutting: CustomStringConvertible {
  private let folder: TemporaryFolder
  private(set) var refused = 0
  private(set) var saved = 0

  init() throws { folder = try TemporaryFolder.board() }

  var description: String {
    "cut off at a byte: \(refused) refused, \(saved) saved, the board as it was after each refusal"
  }

  /// Cuts the records off, and then the log.
  mutating func run(inSteps step: Int) throws {
    #expect(try folder.count(as: "ada@desk", in: [.drugs, .cse]) == nil)
    let record = try folder.bytes(of: "issues/drugs.json").count
    for limit in stride(from: 0, to: record + 2, by: step) { try attempt(limit) }
    let log = try folder.bytes(of: "log/ada@desk.jsonl").count
    for limit in stride(from: max(log, record + 2), to: log + 2000, by: step) {
      try attempt(limit)
      if saved > 0 { break }
    }
    #expect(try folder.count(as: "ben@desk") == nil)
    #expect(try Audit(folder).mistakes() == [])
  }

  private mutating func attempt(_ limit: Int) throws {
    let before = try folder.texts()
    try setLimit(rlim_t(limit))
    let refusal = try folder.count(as: "ada@desk", in: [.drugs, .cse])
    try setLimit(rlim_t.max)
    if let refusal {
      refused += 1
      #expect(refusal.contains("no file may be that large here"))
      #expect(try folder.texts() == before, "limit \(limit)")
    } else {
      saved += 1
    }
  }

  private func setLimit(_ bytes: rlim_t) throws {
    var limit = rlimit(rlim_cur: bytes, rlim_max: rlim_t.max)
    try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
  }
}

/// Saves on a disk that something else has filled.
private struct Filling: CustomStringConvertible {
  let folder: TemporaryFolder
  private(set) var refused = 0
  private(set) var saved = 0
  private(set) var losses: [String] = []

  init(folder: TemporaryFolder) { self.folder = folder }

  var description: String { "\(refused) refused, \(saved) saved, \(losses.count) lost" }

  /// Saves while so many bytes are free.
  mutating func attempt(leaving bytes: Int) throws {
    let filler = open(folder.url(".filler").path, O_WRONLY | O_CREAT, 0o600)
    let page = [UInt8](repeating: 1, count: 4096)
    var size = 0
    while case let count = write(filler, page, page.count), count > 0 { size += count }
    ftruncate(filler, off_t(max(0, size - bytes)))
    close(filler)
    try attempt(unlinking: [folder.url(".filler").path])
  }

  /// Saves while so many files can be made.
  mutating func attempt(leavingFiles count: Int) throws {
    var fillers: [String] = []
    while true {
      let path = folder.url(".filler\(fillers.count)").path
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      guard file >= 0 else { break }
      close(file)
      fillers.append(path)
    }
    for _ in 0..<count { fillers.popLast().map { _ = unlink($0) } }
    try attempt(unlinking: fillers)
  }

  private mutating func attempt(unlinking fillers: [String]) throws {
    let before = try board()
    let writer = "ada@desk"
    let text = Value.string(String(repeating: "a", count: 20_000) + "\(refused + saved)")
    let edits = [RecordName.drugs, .cse].map { record in
      Edit(
        record: record, changes: [FieldChange(path: ["notes"], old: notes(of: record), new: text)])
    }
    do {
      try BoardFolder(path: folder.path, writer: writer).save(Act(edits, by: writer))
      saved += 1
      if notes(of: .drugs) != text || notes(of: .cse) != text {
        losses.append("saved, but not there")
      }
    } catch StoreError.cannotWrite(_, let error) where error.code == ENOSPC {
      refused += 1
      if try board() != before { losses.append("refused, but the board has changed") }
    } catch {
      losses.append("\(error)")
    }
    for path in fillers { unlink(path) }
    losses += [try folder.count(as: writer)].compactMap { $0 }
    losses += try Audit(folder).mistakes()
  }

  private func board() throws -> [String: [UInt8]] {
    try folder.texts().filter { !$0.key.hasPrefix(".") }
  }

  private func notes(of record: RecordName) -> Value? {
    (try? folder.value(of: record.path))?["notes"]
  }
}

/// Two people of one group, each with a login of their own and a umask of 077.
private struct TwoUsers {
  private static let group: gid_t = 60_000
  private static let users: [uid_t] = [60_001, 60_002]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Makes a board as the first, and lets them work on it in turns.
  func work(turns: Int) throws -> Int {
    umask(0o077)
    try #require(chown(folder.path, Self.users[0], Self.group) == 0)
    try #require(chmod(folder.path, 0o2770) == 0)
    try #require(setegid(Self.group) == 0)
    try #require(seteuid(Self.users[0]) == 0)
    try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
    for turn in 0..<turns {
      let user = Self.users[turn % 2]
      try #require(seteuid(0) == 0 && seteuid(user) == 0)
      #expect(try folder.count(as: "user\(user)@desk", in: [.drugs, .cse]) == nil)
      #expect(try Audit(folder).mistakes() == [])
    }
    try #require(seteuid(0) == 0)
    for user in Self.users {
      #expect(try Audit(folder).count(of: "user\(user)@desk", in: .cse) == turns / 2)
    }
    return turns
  }
}
