import Domain
import Foundation
import JSON
import Store
import Testing

struct LockTests {
  @Test func `a save waits for the lock, then names who holds it`() throws {
    let folder = try TemporaryFolder.board()
    let waiting = folder.board(patience: .milliseconds(200), disk: Disk())
    let before = try folder.contents()
    // The first save stands still while it holds the lock, and the second one is made meanwhile.
    let fault = Fault(at: 4) {
      let error = #expect(throws: StoreError.self) {
        try waiting.save([SaveTests.rename(to: "A")])
      }
      guard case .locked("locks/board.lock", let holder?) = error else {
        Testing.Issue.record(error ?? CancellationError())
        return nil
      }
      #expect(holder.writer == "chair@desk" && holder.process == Int(getpid()))
      #expect(error?.category == .locked)
      #expect(
        error?.description == "locks/board.lock is held by \"chair@desk\" (process \(getpid())) "
          + "since \(holder.since). Try again in a moment.")
      return EIO
    }
    #expect(throws: StoreError.self) {
      try folder.board(disk: fault.disk).save([SaveTests.rename(to: "B")])
    }
    #expect(try folder.contents() == before)
  }

  @Test func `a folder that another program makes at the same moment is taken`() throws {
    let folder = try TemporaryFolder.board()
    let locks = folder.url("locks")
    if FileManager.default.fileExists(atPath: locks.path) {
      try FileManager.default.removeItem(at: locks)
    }
    let fault = Fault(at: 1, of: .makeFolder) {
      _ = mkdir(locks.path, 0o770)
      return nil
    }
    try folder.board(disk: fault.disk).save([SaveTests.rename(to: "A")])
    #expect(fault.seen.contains(.makeFolder))
  }

  @Test func `a lock held by a program that does not say who it is refuses too`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write("\u{1B}[2J", to: "locks/board.lock")
    let file = open(folder.url("locks/board.lock").path, O_RDWR)
    defer { close(file) }
    try #require(flock(file, LOCK_EX) == 0)
    let error = try #require(throws: StoreError.self) {
      try folder.board(patience: .zero, disk: Disk()).save([SaveTests.rename(to: "A")])
    }
    #expect(error == .locked(path: "locks/board.lock", holder: nil))
    #expect(error.description.contains("held by another program"))
  }

  @Test func `the holder's name cannot drive the terminal`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"process": 1, "writer": "\u001b[2J\u202e"}"#, to: "locks/board.lock")
    let file = open(folder.url("locks/board.lock").path, O_RDWR)
    defer { close(file) }
    try #require(flock(file, LOCK_EX) == 0)
    let error = try #require(throws: StoreError.self) {
      try folder.board(patience: .zero, disk: Disk()).save([SaveTests.rename(to: "A")])
    }
    #expect(error.description.contains(#"held by "\u001b[2J\u202e" (process 1)"#))
  }

  @Test func `a lock that nobody holds names nobody`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.rename(to: "A")])
    let lock = try folder.value(of: "locks/board.lock")
    let logs = try folder.bytes(of: "log/chair@desk.jsonl").count
    #expect(
      lock == ["act": 2, "boot": .string(Disk.currentBoot), "logs": .number(Number(logs))])
  }

  @Test func `the lock of a program that was killed is free`() async throws {
    let folder = try TemporaryFolder.board()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let fault = Fault(at: 5) {
        kill(getpid(), SIGKILL)
        return nil
      }
      try BoardFolder(path: path, disk: fault.disk).save([SaveTests.rename(to: "A")])
    }
    try folder.board(patience: .zero, disk: Disk()).save([SaveTests.rename(to: "B")])
  }

  @Test func `many who save at once lose nothing`() async throws {
    let folder = try TemporaryFolder.board()
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask { [board = folder.board] in
          for count in 1...10 {
            let old: Value? = count == 1 ? Value?.none : .number(Number(count - 1))
            let change = FieldChange(
              path: ["x-counts", "w\(writer)"], old: old, new: .number(Number(count)))
            #expect(throws: Never.self) {
              try board.save([Edit(record: SaveTests.drugs, changes: [change])])
            }
          }
        }
      }
    }
    let counts = try #require(try folder.value(of: "issues/drugs.json")["x-counts"]?.objectValue)
    #expect(counts.count == 8)
    #expect(counts.allSatisfy { $0.value == 10 })
  }
}
