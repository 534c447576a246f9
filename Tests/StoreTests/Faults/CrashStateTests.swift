import Foundation
import Store
import TestSupport
import Testing

extension FaultTests {
  /// The power fails at every moment of a save, on the weakest disk that POSIX allows.
  struct CrashStateTests {
    @Test(arguments: Deed.allCases)
    func `no power cut during a save makes a liar of it`(deed: Deed) throws {
      guard TracedRun.isPermitted else { return report("crash states: not permitted here") }
      try hold(PowerCut(during: deed), "\(deed)")
    }

    @Test func `nor one during or after a save in which a call fails`() throws {
      guard TracedRun.isPermitted else { return }
      let names: Set = ["pwrite64", "fsync", "fdatasync", "ftruncate", "renameat", "renameat2"]
      let calls = try PowerCut(during: .pair).saving.filter { names.contains($0.name) }
      var states = 0
      var losses: [String] = []
      for call in calls {
        let injection = "\(call.name):error=EIO:when=\(call.number)"
        let cut = try PowerCut(during: .pair, injecting: injection)
        states += try cut.judge(atMost: FaultTests.factor > 1 ? .max : 8)
        losses += cut.losses.map { "\(injection): \($0)" }
      }
      report(
        "crash states, with a failing call: \(calls.count) calls, \(states) states, "
          + "\(losses.count) wrong")
      #expect(losses.isEmpty, "\(losses.prefix(5))")
      #expect(calls.count >= 9 && states > 80)
    }

    @Test func `nor one during the save that finishes a killed one`() throws {
      guard TracedRun.isPermitted else { return }
      let names: Set = [
        "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "renameat", "renameat2",
      ]
      let first = try PowerCut(during: .pair).saving.filter { names.contains($0.name) }
      let changing = first.filter { !["openat", "write"].contains($0.name) }
      // The calls from the log's line to the last record are those that leave work for others.
      let chosen = FaultTests.factor > 1 ? first : Array(changing.suffix(6))
      var states = 0
      var losses: [String] = []
      for call in chosen {
        let cut = try PowerCut(killedAt: "\(call.name):signal=KILL:when=\(call.number)")
        states += try cut.judge(atMost: FaultTests.factor > 1 ? .max : 20)
        losses += cut.losses.map { "killed at \(call.name) \(call.arguments): \($0)" }
      }
      report(
        "crash states after kills: \(chosen.count) kills, \(states) states, \(losses.count) wrong")
      #expect(losses.isEmpty, "\(losses.prefix(5))")
      #expect(chosen.count >= 6 && states > 100)
    }

    @Test(arguments: BrokenDisk.allCases)
    func `the harness notices a broken store`(broken: BrokenDisk) throws {
      guard TracedRun.isPermitted else { return }
      let cut = try PowerCut(during: .one, broken: broken)
      let states = try cut.judge(untilLoss: true)
      report("crash states, \(broken): \(cut.losses.first ?? "survived \(states) states")")
      #expect(cut.losses.isEmpty == false)
    }

    private func hold(_ cut: PowerCut, _ what: String) throws {
      let states = try cut.judge()
      report("crash states, \(what): \(states) states, \(cut.losses.count) wrong")
      #expect(cut.losses == [])
      #expect(states > 10)
    }
  }
}

/// What a store does that is broken in one way.
enum BrokenDisk: CaseIterable {
  case noSync, noRecordSync, noLogSync, noFolderSync, inPlace, logLast, early

  /// The steps of a save as the broken store would make them.
  func steps(of model: CrashModel) -> [CrashModel.Step] {
    func isPending(_ file: Int) -> Bool { model.firstNames[file]?.hasSuffix(".saving") == true }
    func isLog(_ file: Int) -> Bool { model.firstNames[file]?.hasSuffix(".jsonl") == true }
    return switch self {
    case .noSync:
      model.steps.filter { step in
        switch step {
        case .sync, .syncFolder: false
        default: true
        }
      }
    case .noRecordSync:
      model.steps.filter { if case .sync(let file) = $0 { !isPending(file) } else { true } }
    case .noLogSync:
      model.steps.filter { if case .sync(let file) = $0 { !isLog(file) } else { true } }
    case .noFolderSync:
      model.steps.filter { if case .syncFolder = $0 { false } else { true } }
    case .inPlace: writingInPlace(model)
    case .logLast:
      model.steps.filter { !touchesLog($0, isLog) && !isAnswer($0) }
        + model.steps.filter { touchesLog($0, isLog) || isAnswer($0) }
    case .early: model.steps.filter(isAnswer) + model.steps.filter { !isAnswer($0) }
    }
  }

  private func isAnswer(_ step: CrashModel.Step) -> Bool {
    if case .answer = step { true } else { false }
  }

  private func touchesLog(_ step: CrashModel.Step, _ isLog: (Int) -> Bool) -> Bool {
    switch step {
    case .write(_, _, let file), .sync(let file): isLog(file)
    default: false
    }
  }

  private func writingInPlace(_ model: CrashModel) -> [CrashModel.Step] {
    var written: [UInt8] = []
    return model.steps.flatMap { step -> [CrashModel.Step] in
      if case .write(let bytes, _, let file) = step,
        model.firstNames[file]?.hasSuffix(".saving") == true
      {
        written = bytes
      }
      guard case .rename(_, let name, _) = step,
        let file = model.firstNames.first(where: { $0.value == name })?.key
      else { return [step] }
      return [.cut(0, file: file), .write(written, at: 0, file: file), .sync(file: file)]
    }
  }
}

/// One save, and all that the disk may hold when the power fails in it.
private final class PowerCut {
  private let deed: Deed
  private let folders: [String]
  private var model: CrashModel
  private(set) var losses: [String] = []

  /// The calls of the save.
  let saving: [SystemCall]

  /// The power fails during a save; or during one in which something is done to a call.
  init(during deed: Deed, injecting injection: String? = nil, broken: BrokenDisk? = nil) throws {
    let folder = try TemporaryFolder.board()
    self.deed = deed
    folders = try PowerCut.folders(in: folder)
    model = CrashModel(try folder.contents())
    let run = try TracedRun(deed.arguments(on: folder), injecting: injection, isWhole: true)
    saving = Array(run.saving)
    model.record(saving, in: folder.path)
    if let broken { model.change(broken.steps) }
  }

  /// The power fails while somebody else finishes what a killed program has begun.
  init(killedAt injection: String) throws {
    let folder = try TemporaryFolder.board()
    deed = .pair
    folders = try PowerCut.folders(in: folder)
    model = CrashModel(try folder.contents())
    let killed = try TracedRun(deed.arguments(on: folder), injecting: injection, isWhole: true)
    model.record(killed.saving, in: folder.path)
    let next = try TracedRun(["count", folder.path, "ben@desk", "0", "1", "single"])
    saving = Array(killed.saving + next.saving)
    model.record(next.saving, in: folder.path)
    isFinished = true
  }

  /// Whether the answer is that of the second program.
  private var isFinished = false

  private static func folders(in folder: TemporaryFolder) throws -> [String] {
    try folder.everything().filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: folder.url(name).path, isDirectory: &isFolder) && isFolder.boolValue
    }
  }

  /// Brings the power back after every cut, or after some of them.
  ///
  /// - Returns: How many states that were.
  func judge(untilLoss: Bool = false, atMost count: Int = .max) throws -> Int {
    var generator = SeededGenerator(seed: 3)
    let moments = model.moments.shuffled(using: &generator).prefix(count)
    for (index, moment) in moments.enumerated() {
      let mistakes = try mistakes(at: moment, recovering: index % 2 == 0)
      losses += mistakes.map { "after \(moment.answer ?? "no answer"): \($0)" }
      if untilLoss, !losses.isEmpty { break }
    }
    return moments.count
  }

  /// Brings the power back; then the board is recovered, or somebody else just saves.
  private func mistakes(
    at moment: CrashModel.Moment, recovering: Bool
  ) throws -> [String] {
    let folder = try TemporaryFolder(in: TemporaryFolder.memory)
    for name in folders {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: true)
    }
    for (name, bytes) in moment.files { try folder.write(bytes, to: name) }
    var mistakes = try folder.board.load().problems.map { "torn: \($0)" }
    let disk = Disk(boot: "after the power came back")
    if recovering {
      let left = try BoardFolder(path: folder.path, disk: disk).recover().left
      mistakes += left.map { "\($0)" }.filter { !$0.contains("marking") }
        .map { "not recovered: \($0)" }
    } else {
      mistakes += [try folder.count(as: "chair@desk", disk: disk)].compactMap { $0 }
    }
    let next = try Audit(folder)
    mistakes += deed.mistakes(after: isFinished ? nil : moment.answer, in: next)
    if isFinished, moment.answer == "saved", next.count(of: "ben@desk", in: .drugs) != 1 {
      mistakes.append("what the second program saved is not there")
    }
    mistakes += try next.mistakes(isTidy: recovering)
    for writer in [Deed.writer, "ben@desk"] {
      mistakes += [try folder.count(as: writer, disk: disk)].compactMap { $0 }
    }
    return try mistakes + Audit(folder).mistakes()
  }
}
