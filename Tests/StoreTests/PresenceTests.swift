import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct PresenceTests {
  /// A session's writer, and what it tells of the others.
  final class Person: Sendable {
    private let mailbox = WriterTests.Mailbox()
    private let writer: Writer

    init(_ name: String, at folder: TemporaryFolder) {
      let mailbox = mailbox
      writer = Writer(folder: BoardFolder(path: folder.path, writer: name)) { mailbox.put($0) }
    }

    func look(at record: RecordName?) {
      writer.look(at: record)
      writer.finish()
    }

    /// The others, where they are not as last told.
    func others() -> [Visitor]? {
      let count = mailbox.visitors.count
      writer.findOthers()
      writer.finish()
      return mailbox.visitors.dropFirst(count).last
    }
  }

  /// A sign as another program writes it, held as long as this lives.
  final class Sign: Sendable {
    private let file: CInt

    init(_ text: String, as name: String = "1.here", in folder: TemporaryFolder) throws {
      try folder.write(text, to: "locks/\(name)")
      file = open(folder.url("locks/\(name)").path, O_RDWR)
      try #require(flock(file, LOCK_EX | LOCK_NB) == 0)
    }

    deinit { close(file) }
  }

  static let sign = #"{"since": "2018-02-06T10:42:00Z", "writer": "analyst"}"#
  static let analyst = Visitor(
    writer: "analyst", record: nil, since: Timestamp(seconds: 1_517_913_720))

  func signs(in folder: TemporaryFolder) throws -> [String] {
    try folder.everything().filter { $0.hasSuffix(".here") }
  }

  @Test func `two who have a board open see each other, and where they are`() throws {
    let folder = try TemporaryFolder.board()
    let chair = Person("chair", at: folder)
    let analyst = Person("analyst", at: folder)
    #expect(chair.others() == nil)
    chair.look(at: nil)
    #expect(chair.others() == nil)
    analyst.look(at: SaveTests.drugs)
    #expect(chair.others()?.map(\.writer) == ["analyst"])
    let seen = try #require(analyst.others())
    #expect(seen.map(\.writer) == ["chair"] && seen.map(\.record) == [nil])
    #expect(analyst.others() == nil)
    chair.look(at: .board)
    #expect(analyst.others()?.map(\.record) == [.board])
  }

  @Test func `who leaves is seen no more, and leaves nothing behind`() throws {
    let folder = try TemporaryFolder.board()
    let chair = Person("chair", at: folder)
    do {
      let analyst = Person("analyst", at: folder)
      analyst.look(at: nil)
      #expect(chair.others()?.count == 1)
      #expect(try signs(in: folder).count == 1)
    }
    #expect(chair.others() == [])
    #expect(try signs(in: folder) == [])
  }

  @Test func `a sign that somebody took away is set again with the next look`() throws {
    let folder = try TemporaryFolder.board()
    let chair = Person("chair", at: folder)
    chair.look(at: nil)
    try folder.remove("locks")
    chair.look(at: SaveTests.drugs)
    #expect(Person("analyst", at: folder).others()?.map(\.record) == [SaveTests.drugs])
  }

  @Test func `the sign says who and where, and since when`() throws {
    let folder = try TemporaryFolder.board()
    let chair = Person("chair", at: folder)
    chair.look(at: SaveTests.drugs)
    let name = try #require(try signs(in: folder).first)
    #expect(name == "locks/\(getpid()).here")
    var sign = try #require(try folder.value(of: name).objectValue)
    #expect(sign["since"]?.stringValue.flatMap(Timestamp.init) != nil)
    sign["since"] = nil
    #expect(
      Value.object(sign) == [
        "process": .number(Number(Int(getpid()))), "record": "issues/drugs", "writer": "chair",
      ])
    let bytes = try folder.bytes(of: name).count
    chair.look(at: nil)
    #expect(try folder.value(of: name)["record"] == nil)
    #expect(try folder.bytes(of: name).count == bytes)
  }

  @Test func `of many looks the last one is told, and no save waits for it`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = WriterTests.Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    for _ in 0..<1000 { writer.look(at: SaveTests.drugs) }
    writer.look(at: RecordName("areas/cse"))
    writer.load()
    writer.finish()
    let name = try #require(try signs(in: folder).first)
    #expect(try folder.value(of: name)["record"] == "areas/cse")
    #expect(mailbox.words == ["loaded Drugs"])
  }

  @Test func `a watch notices who comes, moves on and leaves`() throws {
    let folder = try TemporaryFolder.board()
    let watch = BoardWatch(folder.board, on: .ext)
    do {
      let analyst = Person("analyst", at: folder)
      analyst.look(at: nil)
      #expect(watch.wait() && watch.changes().concernsVisitors)
      analyst.look(at: SaveTests.drugs)
      #expect(watch.wait() && watch.changes().concernsVisitors)
    }
    let changes = watch.changes()
    #expect(changes.concernsVisitors && changes.records == [])
  }

  @Test func `looking for others is no news to anybody`() throws {
    let folder = try TemporaryFolder.board()
    let sign = try Sign(Self.sign, in: folder)
    let chair = Person("chair", at: folder)
    chair.look(at: nil)
    let watch = BoardWatch(folder.board, on: .ext)
    withExtendedLifetime(sign) { #expect(chair.others() == [Self.analyst]) }
    #expect(!watch.changes().concernsVisitors)
  }

  @Test func `who was killed is not counted, and the sign is removed`() throws {
    let folder = try TemporaryFolder.board()
    let chair = Person("chair", at: folder)
    let watch = BoardWatch(folder.board, on: .ext)
    let path = folder.url("locks/1.here").path
    // Elsewhere until it is locked: a sign without a lock is removed.
    let new = folder.url("sign").path
    let script =
      "exec 9<>\(new); flock -n 9; printf '%s' '\(Self.sign)' > \(new); mv \(new) \(path); "
      + "exec sleep 600"
    let child = try ChildProcess(["sh", "-c", script], environment: ChildProcess.surroundings)
    var others: [Visitor]?
    while others == nil, watch.wait() {
      if watch.changes().concernsVisitors { others = chair.others() }
    }
    #expect(others == [Self.analyst])
    child.kill(SIGKILL)
    child.wait()
    #expect(watch.wait() && watch.changes().concernsVisitors)
    #expect(chair.others() == [])
    #expect(try signs(in: folder) == [])
  }

  @Test func `the sign of a program of ours that was killed is removed`() async throws {
    let folder = try TemporaryFolder.board()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let writer = Writer(folder: BoardFolder(path: path, writer: "analyst")) { _ in }
      writer.look(at: nil)
      writer.finish()
      kill(getpid(), SIGKILL)
    }
    #expect(try signs(in: folder).count == 1)
    #expect(Person("chair", at: folder).others() == nil)
    #expect(try signs(in: folder) == [])
  }

  @Test(arguments: [
    "", "{", "[]", "{}", #"{"writer": "analyst"}"#,
    #"{"since": "yesterday", "writer": "analyst"}"#,
    #"{"since": "2018-02-06T10:42:00Z", "writer": ""}"#,
    #"{"since": "2018-02-06T10:42:00Z", "writer": 7}"#,
    #"{"since": "2018-02-06T10:42:00Z", "writer": "\#(String(repeating: "a", count: 129))"}"#,
    sign + String(repeating: " ", count: 4096), String(repeating: "[", count: 2048),
  ])
  func `a sign that makes no sense is ignored`(text: String) throws {
    let folder = try TemporaryFolder.board()
    let senseless = try Sign(text, in: folder)
    let good = try Sign(Self.sign, as: "2.here", in: folder)
    let chair = Person("chair", at: folder)
    withExtendedLifetime((senseless, good)) { #expect(chair.others() == [Self.analyst]) }
    #expect(try signs(in: folder).count == 2)
  }

  @Test func `a record that cannot be is none`() throws {
    let folder = try TemporaryFolder.board()
    let text = #"{"record": "../../etc", "since": "2018-02-06T10:42:00Z", "writer": "analyst"}"#
    let sign = try Sign(text, in: folder)
    let chair = Person("chair", at: folder)
    withExtendedLifetime(sign) { #expect(chair.others() == [Self.analyst]) }
  }

  @Test func `what only looks like a sign is not opened`() throws {
    let folder = try TemporaryFolder.board()
    try folder.makeFolder("locks/folder.here")
    try #require(mkfifo(folder.url("locks/pipe.here").path, 0o600) == 0)
    try #require(symlink("../board.json", folder.url("locks/link.here").path) == 0)
    let chair = Person("chair", at: folder)
    #expect(chair.others() == nil)
    #expect(try signs(in: folder).count == 3)
    #expect(folder.holds("board.json"))
  }

  @Test func `a name of any length is told as far as there is room`() throws {
    let folder = try TemporaryFolder.board()
    let long = Person(String(repeating: "\u{202E}", count: 1000), at: folder)
    long.look(at: SaveTests.drugs)
    let seen = try #require(Person("chair", at: folder).others())
    #expect(seen.map(\.writer.unicodeScalars.count) == [128])
    #expect(seen.map(\.record) == [SaveTests.drugs])
  }

  @Test func `where nothing can be written there is no presence, and no error`() throws {
    let folder = try TemporaryFolder.board()
    try folder.remove("locks")
    try folder.write("", to: "locks")
    let chair = Person("chair", at: folder)
    chair.look(at: SaveTests.drugs)
    #expect(chair.others() == nil)
    try folder.remove("locks")
    chair.look(at: SaveTests.drugs)
    #expect(try signs(in: folder).count == 1)
  }
}
