import Domain
import Foundation
import JSON
import Store
import Testing

/// Every step of a save fails, is killed and is raced.
struct FailingSaveTests {
  static let act = [SaveTests.decide, SaveTests.rename(to: "Drug supply")]

  /// The calls of one save of the act, on a disk where nothing fails.
  static func calls() throws -> [Disk.Call] {
    let fault = Fault(at: 0) { nil }
    let folder = try TemporaryFolder.board()
    try folder.board(disk: fault.disk).save(act)
    return fault.seen
  }

  @Test func `a save makes its calls in the order that keeps it whole`() throws {
    let record: [Disk.Call] = [.open, .setMode, .write, .sync, .close]
    let log: [Disk.Call] = [.open, .setMode, .write, .sync]
    #expect(
      try Self.calls() == [.open, .setMode, .lock] + record + record + log
        + [.rename, .sync, .rename, .sync])
  }

  @Test(arguments: [EIO, ENOSPC, EROFS, EDQUOT, EACCES])
  func `a save that fails at any step says what came of it`(code: CInt) throws {
    for (index, call) in try Self.calls().enumerated() {
      let folder = try TemporaryFolder.board()
      let old = try folder.contents()
      let fault = Fault(at: index + 1) { code }
      let result = Result { try folder.board(disk: fault.disk).save(Self.act) }
      let isNew = try isSaved(in: folder)
      switch result {
      case .success:
        // The modes of the lock and of the log are a courtesy.
        #expect(call == .setMode && (index == 1 || index == 14))
        #expect(isNew == (true, true))
      case .failure(StoreError.cannotWrite(_, let error)):
        #expect(error == Errno(code: code))
        #expect(try folder.contents() == old)
      case .failure(StoreError.foreignLog):
        #expect(code == EACCES && call == .open)
        #expect(try folder.contents() == old)
      case .failure(StoreError.unfinished(SaveTests.drugs, _)):
        #expect(call == .rename)
        #expect(isNew == (true, false))
      case .failure(StoreError.unconfirmed):
        #expect(call == .sync)
        #expect(isNew == (true, true))
      case .failure(let error):
        Testing.Issue.record(error)
      }
      #expect(try folder.everything().filter { $0.hasSuffix(".saving") } == [])
      try folder.board.save(Self.act)
      #expect(try isSaved(in: folder) == (true, true))
    }
  }

  @Test func `a save that is killed at any step leaves each record old or new`() async throws {
    for number in 1...(try Self.calls().count) {
      let folder = try TemporaryFolder.board()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = folder.path as String, number = number as Int] in
        let fault = Fault(at: number) {
          kill(getpid(), SIGKILL)
          return nil
        }
        try BoardFolder(path: path, disk: fault.disk).save(FailingSaveTests.act)
      }
      let isNew = try isSaved(in: folder)
      #expect(isNew.decision || !isNew.issue, "The decision comes first.")
      #expect(try folder.board.load().problems == [])
      try folder.board.save(Self.act)
      #expect(try isSaved(in: folder) == (true, true))
      #expect(try folder.everything().filter { $0.hasSuffix(".saving") } == [])
    }
  }

  @Test func `a reader at any step finds whole records`() throws {
    for number in 1...(try Self.calls().count) {
      let folder = try TemporaryFolder.board()
      let fault = Fault(at: number) { [board = folder.board] in
        let loaded = try? board.load()
        #expect(loaded?.problems == [])
        #expect(loaded?.board.issues.count == 1)
        return nil
      }
      try folder.board(disk: fault.disk).save(Self.act)
    }
  }

  @Test func `a call that a signal breaks off is made again where that is safe`() throws {
    for (index, call) in try Self.calls().enumerated() where [.open, .write].contains(call) {
      let folder = try TemporaryFolder.board()
      try folder.board(disk: Fault(at: index + 1) { EINTR }.disk).save(Self.act)
      #expect(try isSaved(in: folder) == (true, true))
    }
  }

  @Test func `a failed fsync is not made again`() throws {
    let index = try #require(try Self.calls().firstIndex(of: .sync))
    let fault = Fault(at: index + 1) { EIO }
    let folder = try TemporaryFolder.board()
    #expect(throws: StoreError.self) { try folder.board(disk: fault.disk).save(Self.act) }
    #expect(fault.seen.count { $0 == .sync } == 1)
  }

  /// Whether each of the two records is the new one; what it is else, is the old one, whole.
  private func isSaved(in folder: TemporaryFolder) throws -> (decision: Bool, issue: Bool) {
    let title = try folder.value(of: "issues/drugs.json")["title"]
    #expect(title == "Drugs" || title == "Drug supply")
    let decision = folder.holds("decisions/first.json")
    if decision {
      #expect(try folder.value(of: "decisions/first.json")["what"] == "Rename it")
    }
    return (decision, title == "Drug supply")
  }
}
