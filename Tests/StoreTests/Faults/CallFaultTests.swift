import Foundation
import Store
import TestSupport
import Testing

extension FaultTests {
  /// Every system call of a save fails, and is the last that the program makes.
  struct CallFaultTests {
    @Test(arguments: factor > 1 ? [Deed.pair, .making] : [.pair])
    func `no failing or last call makes a save say what is not so`(deed: Deed) throws {
      guard TracedRun.isPermitted else {
        report("system calls: strace is not permitted here; see FailingSaveTests for ours")
        return
      }
      var trial = try CallTrial(of: deed, on: try TemporaryFolder.board())
      try trial.run()
      report("system calls by strace, \(deed): \(trial)")
      #expect(trial.losses == [])
      #expect(trial.kills > 5 && trial.errors > 30 && trial.missed == 0)
    }

    @Test func `nor does it when the save has to finish another one`() throws {
      guard TracedRun.isPermitted else { return }
      let folder = try TemporaryFolder.board()
      let killed = try TracedRun(
        ["count", folder.path, "ben@desk", "0", "1"], injecting: "?renameat:signal=KILL:when=1")
      #expect(killed.answer == nil)
      #expect(try !Audit(folder).disagreements.isEmpty)
      var trial = try CallTrial(of: .pair, on: folder)
      try trial.run()
      report("system calls by strace, after a killed save: \(trial)")
      #expect(trial.losses == [])
      #expect(trial.kills > 5 && trial.errors > 30 && trial.missed == 0)
    }
  }
}

/// One save, made again and again with another call failing each time.
private struct CallTrial: CustomStringConvertible {
  /// The errors that a call can plausibly fail with; memory, clocks and our own output are left out.
  private static let plausible: [String: [String]] = [
    "openat": ["EACCES", "EIO", "EMFILE", "ENOSPC", "EROFS", "EINTR"],
    "read": ["EIO"], "pread64": ["EIO"], "getdents64": ["EIO"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR"],
    "pwrite64": ["ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT"], "fdatasync": ["EIO", "ENOSPC", "EDQUOT"],
    "ftruncate": ["EIO", "EROFS"], "fchmod": ["EPERM", "EROFS", "EIO"],
    "flock": ["ENOLCK", "EINTR"], "fstat": ["EIO"], "newfstatat": ["EIO", "EACCES"],
    "statx": ["EIO"], "renameat": ["EIO", "ENOSPC", "EACCES", "EROFS"],
    "renameat2": ["EIO", "ENOSPC", "EACCES", "EROFS"], "unlinkat": ["EIO", "EROFS"],
    "mkdirat": ["ENOSPC", "EACCES"], "close": ["EIO", "ENOSPC", "EDQUOT"],
    "fstatfs": ["EIO"],
  ]

  private let deed: Deed
  private let original: TemporaryFolder
  private let isSettled: Bool
  private(set) var calls = 0
  private(set) var errors = 0
  private(set) var kills = 0
  private(set) var missed = 0
  private var answers: [String: Int] = [:]
  private(set) var losses: [String] = []

  init(of deed: Deed, on original: TemporaryFolder) throws {
    self.deed = deed
    self.original = original
    isSettled = try Audit(original).disagreements.isEmpty
  }

  var description: String {
    let answers = answers.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return "\(calls) calls, \(errors) errors and \(kills) kills: "
      + answers.joined(separator: ", ") + ", \(losses.count) wrong"
  }

  /// Makes every call fail with every plausible error, or with one of them in the short version.
  mutating func run() throws {
    let copy = try TemporaryFolder(copying: original)
    let saving = try TracedRun(deed.arguments(on: copy)).saving.dropLast().filter {
      Self.plausible[$0.name] != nil
    }
    // After a killed save most calls are those of any save.
    let stride = factor > 1 || isSettled ? 1 : 3
    for (index, call) in saving.enumerated() where index % stride == 0 {
      calls += 1
      let all = Self.plausible[call.name] ?? []
      for error in factor > 1 ? all : [all[index % all.count]] {
        errors += 1
        try make(call, "error=\(error)")
      }
      guard factor > 1 || index % 6 == 0 else { continue }
      kills += 1
      try make(call, "signal=KILL")
    }
  }

  private var factor: Int { FaultTests.factor }

  private mutating func make(_ call: SystemCall, _ fault: String) throws {
    let folder = try TemporaryFolder(copying: original, to: TemporaryFolder.memory)
    let injection = "\(call.name):\(fault):when=\(call.number)"
    let run = try TracedRun(deed.arguments(on: folder), injecting: injection)
    if !run.isHit { missed += 1 }
    answers[run.answer ?? "killed", default: 0] += 1
    let found = try mistakes(after: run.answer, in: folder)
    losses += found.map { "\(injection) \(call.arguments): \(run.output): \($0)" }
  }

  private func mistakes(after answer: String?, in folder: TemporaryFolder) throws -> [String] {
    let now = try Audit(folder)
    var mistakes = now.torn.map { "torn: \($0)" }
    let isDone = deed.isDone(in: now)
    if answer == "saved" || answer == "unconfirmed", isDone.contains(false) {
      mistakes.append("false “saved”")
    }
    if answer == "refused", isSettled, try folder.texts() != original.texts() {
      mistakes.append("a refused save has changed something")
    }
    // Somebody else saves, then the writer.
    mistakes += [try folder.count(as: "chair@desk")].compactMap { $0 }
    let next = try Audit(folder)
    mistakes += deed.mistakes(after: answer, in: next) + (try next.mistakes(isTidy: false))
    for writer in [Deed.writer, "ben@desk"] {
      mistakes += [try folder.count(as: writer, in: [.drugs, .cse])].compactMap { $0 }
    }
    return try mistakes + Audit(folder).mistakes()
  }
}
