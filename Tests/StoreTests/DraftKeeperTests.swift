import Foundation
import Glibc
import JSON
import Store
import Synchronization
import Testing

/// The file in which a session keeps what is typed.
struct DraftKeeperTests {
  /// Keeps what keepers answer.
  final class Answers: Sendable {
    private let answers = Mutex<[DraftAnswer]>([])

    func put(_ answer: DraftAnswer) { answers.withLock { $0.append(answer) } }

    var left: [LeftDrafts] {
      answers.withLock {
        $0.flatMap { if case .left(let left, _) = $0 { left } else { [] as [LeftDrafts] } }
      }
    }

    var problems: [String] {
      answers.withLock { answers in
        answers.flatMap { if case .left(_, let problems) = $0 { problems } else { [] as [String] } }
      }
    }

    var failures: [String] {
      answers.withLock { answers in
        answers.compactMap { if case .notKept(let sentence) = $0 { sentence } else { nil } }
      }
    }
  }

  let folder: TemporaryFolder
  let answers = Answers()

  init() throws { folder = try TemporaryFolder() }

  private func keeper(_ session: String, disk: Disk = Disk()) -> DraftKeeper {
    DraftKeeper(folder: folder.path + "/state/drafts", session: session, disk: disk) { [answers] in
      answers.put($0)
    }
  }

  private func files() throws -> [String] {
    try folder.everything().filter { $0.contains("drafts/") }.map { String($0.dropFirst(13)) }
  }

  @Test func `what is kept replaces what was kept, and nothing takes the file away`() throws {
    let keeper = keeper("ours")
    keeper.keep(["a": 1])
    keeper.finish()
    keeper.keep(["a": 2])
    keeper.finish()
    #expect(try folder.value(of: "state/drafts/ours.json") == ["a": 2])
    #expect(try files() == ["ours.json"])
    keeper.keep(nil)
    keeper.finish()
    #expect(try files() == [])
    #expect(answers.failures.isEmpty)
  }

  @Test func `nobody else can read it`() throws {
    let keeper = keeper("ours")
    keeper.keep(["a": 1])
    keeper.finish()
    for (name, mode) in [
      ("state", 0o700), ("state/drafts", 0o700), ("state/drafts/ours.json", 0o600),
    ] {
      let found = try FileManager.default.attributesOfItem(atPath: folder.url(name).path)
      #expect(found[.posixPermissions] as? Int == mode)
    }
  }

  @Test func `of contents that wait only the last is written`() throws {
    let fault = Fault(at: 1) { nil }
    let keeper = keeper("ours", disk: fault.disk)
    for number in 0..<200 { keeper.keep(["a": .number(Number(number))]) }
    keeper.finish()
    #expect(try folder.value(of: "state/drafts/ours.json")["a"]?.intValue == 199)
    #expect(fault.seen.count { $0 == .rename } <= 200)
  }

  @Test func `what a session leaves is found by the next one, and by only one`() throws {
    do {
      let ended = keeper("ended")
      ended.keep(["a": 1])
      ended.finish()
    }
    let next = keeper("next")
    next.look()
    next.finish()
    let left = try #require(answers.left.first)
    #expect(left.content == ["a": 1])
    let third = keeper("third")
    third.look()
    third.finish()
    #expect(answers.left.count == 1)
    next.keep(["b": 2], obsolete: [left.path])
    next.finish()
    #expect(try files() == ["next.json"])
  }

  @Test func `what a living session keeps is not left, however often it is replaced`() throws {
    let living = keeper("living")
    for number in 0..<3 {
      living.keep(["a": .number(Number(number))])
      living.finish()
      let other = keeper("other")
      other.look()
      other.finish()
    }
    #expect(answers.left.isEmpty)
    #expect(answers.problems.isEmpty)
  }

  @Test func `what cannot be read is named, and stays`() throws {
    let drafts = folder.url("state/drafts")
    try FileManager.default.createDirectory(at: drafts, withIntermediateDirectories: true)
    try folder.write("{\"a\": ", to: "state/drafts/torn.json")
    try folder.write("", to: "state/drafts/empty.json")
    try folder.write(
      [UInt8](repeating: 0x20, count: 1 << 25), to: "state/drafts/huge.json")
    try folder.write([0xFF, 0xFE, 0x00], to: "state/drafts/bytes.json")
    try folder.write("half", to: "state/drafts/killed.json.new")
    mkfifo(drafts.path + "/pipe.json", 0o600)
    symlink("/etc/passwd", drafts.path + "/link.json")
    let keeper = keeper("ours")
    keeper.look()
    keeper.finish()
    #expect(answers.left.isEmpty)
    #expect(answers.problems.count == 5)
    for name in ["torn", "empty", "huge", "bytes", "pipe"] {
      #expect(answers.problems.contains { $0.contains("/\(name).json cannot be used") })
      #expect(try files().contains("\(name).json"))
    }
    #expect(try !files().contains("killed.json.new"))
  }

  @Test(arguments: [Disk.Call.open, .write, .sync, .rename])
  func `a disk that refuses is told, and what was kept before stays`(call: Disk.Call) throws {
    let isFull = Mutex(false)
    let disk = Disk { made in made == call && isFull.withLock { $0 } ? ENOSPC : nil }
    let keeper = keeper("ours", disk: disk)
    keeper.keep(["a": 1])
    keeper.finish()
    try folder.write("text", to: "editor.md")
    isFull.withLock { $0 = true }
    keeper.keep(["a": 2], obsolete: [folder.url("editor.md").path])
    keeper.finish()
    #expect(answers.failures.count == 1)
    #expect(answers.failures[0].contains("the disk is full"))
    #expect(try folder.value(of: "state/drafts/ours.json") == ["a": 1])
    #expect(folder.holds("editor.md"))
    isFull.withLock { $0 = false }
    keeper.keep(["a": 3])
    keeper.finish()
    #expect(try folder.value(of: "state/drafts/ours.json") == ["a": 3])
    #expect(!folder.holds("editor.md"))
    #expect(try files() == ["ours.json"])
  }
}
