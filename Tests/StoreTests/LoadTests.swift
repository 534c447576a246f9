import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct LoadTests {
  /// A file that must be listed: its name, what it holds, and what is said of it.
  struct Bad: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let line: Int?
    let says: String

    init(_ name: String, _ text: String, line: Int? = nil, _ says: String) {
      self.init(name, bytes: [UInt8](text.utf8), line: line, says)
    }

    init(_ name: String, bytes: [UInt8], line: Int? = nil, _ says: String) {
      self.name = name
      self.bytes = bytes
      self.line = line
      self.says = says
    }

    var testDescription: String { says }
  }

  static let bad: [Bad] = [
    Bad(
      "issues/twice.json", "{\n  \"title\": \"A\",\n  \"title\": \"B\"\n}", line: 3,
      "the key \"title\" stands twice"),
    Bad("issues/empty.json", "", line: 1, "there is nothing here"),
    Bad(
      "issues/zeros.json", bytes: [UInt8](repeating: 0, count: 512), line: 1,
      "there is nothing here but zeros"),
    Bad(
      "issues/late-zero.json", "{\n\"title\": \"\u{0}\"}", line: 2, "a raw control character (0)"),
    Bad(
      "issues/deep.json", String(repeating: "[", count: 100_000), line: 1,
      "nested more than 32 levels deep"),
    Bad(
      "issues/latin.json", bytes: [UInt8]("{\"title\": \"caf".utf8) + [0xE9] + [UInt8]("\"}".utf8),
      line: 1, "not UTF-8"),
    Bad("issues/bom.json", "\u{FEFF}{}", line: 1, "byte order mark"),
    Bad(
      "issues/long-number.json", "{\"title\": \(String(repeating: "9", count: 5000))}", line: 1,
      "more than 40 characters"),
    Bad(
      "issues/markers.json", "{\n<<<<<<< ours\n\"title\": \"A\"\n=======\n", line: 2,
      "a key is needed"),
    Bad("issues/cut.json", "{\"stage\": \"reg", line: 1, "no closing quote"),
    Bad("issues/list.json", "[]", line: 1, "object"),
    Bad("issues/no-title.json", "{\n  \"stage\": \"emerging\"\n}", line: 1, "is missing"),
    Bad(
      "issues/no-stage.json", "{\n  \"stage\": \"asleep\",\n  \"title\": \"A\"\n}", line: 2,
      "is “asleep”; use one of"),
    Bad(
      "issues/future.json", "{\"format\": 2, \"title\": {\"text\": \"A\"}}",
      "is 2, and this program knows formats up to 1"),
    Bad(
      "issues/readable-future.json", "{\"format\": 2, \"stage\": \"emerging\", \"title\": \"A\"}",
      "is 2, and this program knows formats up to 1"),
    Bad("issues/ab.json", "{}", "is not the name of a record"),
    Bad("issues/Upper.json", "{}", "is not the name of a record"),
    Bad("issues/drugs.json.orig", "{}", "is not the name of a record"),
    Bad("issues/drugs (copy).json", "{}", "is not the name of a record"),
    Bad("issues/notes.txt", "", "is not the name of a record"),
    Bad("issues/-dash.json", "{}", "is not the name of a record"),
    Bad("issues/\u{E9}t\u{E9}.json", "{}", "is not the name of a record"),
  ]

  @Test(arguments: bad)
  func `a bad file is listed with its place, and the rest loads`(bad: Bad) throws {
    let folder = try TemporaryFolder.board()
    try folder.write(bad.bytes, to: bad.name)
    let before = try folder.contents()
    let loaded = try folder.board.load()
    let problem = try #require(loaded.problems.first)
    #expect(loaded.problems.count == 1)
    #expect(problem.file == bad.name)
    #expect(problem.description.contains(bad.says), "\(problem)")
    #expect(problem.remedy.hasSuffix("."))
    if let line = bad.line { #expect(problem.line == line) }
    #expect(loaded.board.issues.all.map(\.id) == ["drugs"])
    #expect(try folder.contents() == before)
  }

  @Test func `a file over 1 MiB is not read, whatever its size`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write("", to: "issues/huge.json")
    try #require(truncate(folder.url("issues/huge.json").path, 1 << 30) == 0)
    let loaded = try folder.board.load()
    #expect(loaded.problems.map(\.file) == ["issues/huge.json"])
    #expect(loaded.problems.first?.what == "is larger than 1048576 bytes, so it was not read")
  }

  @Test func `a link is not followed, wherever it leads`() throws {
    let folder = try TemporaryFolder.board()
    for (name, target) in [("good", "drugs.json"), ("lost", "nowhere"), ("zero", "/dev/zero")] {
      try #require(symlink(target, folder.url("issues/\(name).json").path) == 0)
    }
    let loaded = try folder.board.load()
    #expect(loaded.problems.map(\.what) == Array(repeating: Self.link, count: 3))
    #expect(loaded.board.issues.count == 1)
  }

  static let link = "is a link, and links are not followed"

  @Test func `a pipe and a folder in place of a record are not opened`() throws {
    let folder = try TemporaryFolder.board()
    try #require(mkfifo(folder.url("issues/pipe.json").path, 0o600) == 0)
    try #require(mkdir(folder.url("issues/folder.json").path, 0o700) == 0)
    let problems = try folder.board.load().problems
    #expect(
      problems.map(\.description) == [
        "issues/folder.json: is a folder among the records. "
          + "Put the record itself in its place, or take it elsewhere.",
        "issues/pipe.json: is not a plain file, so it was not opened. "
          + "Put the record itself in its place, or take it elsewhere.",
      ])
  }

  @Test func `a folder of records that is a link or a file is listed`() throws {
    let folder = try TemporaryFolder.board()
    for name in ["papers", "rounds"] {
      try FileManager.default.removeItem(at: folder.url(name))
    }
    try #require(symlink("issues", folder.url("papers").path) == 0)
    try folder.write("", to: "rounds")
    let problems = try folder.board.load().problems
    #expect(problems.map(\.file) == ["papers/", "rounds/"])
    #expect(problems.allSatisfy { $0.what.contains("not a folder") })
  }

  @Test func `a file's name cannot drive the terminal`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write("{}", to: "issues/\u{1B}[2J\u{202E}.json")
    let problem = try #require(folder.board.load().problems.first)
    #expect(problem.file == #"issues/\u001b[2J\u202e.json"#)
  }

  @Test func `what a file says cannot drive the terminal`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"area": "\u001b[2J", "stage": "emerging", "title": "A"}"#, to: "issues/steer.json")
    let problem = try #require(folder.board.load().problems.first)
    #expect(problem.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(problem.field == "area")
  }

  @Test func `hidden files, notes and the other folders of a board are left alone`() throws {
    let folder = try TemporaryFolder.board()
    for name in ["log", "originals", "templates", ".git"] {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: true)
      try folder.write("?", to: "\(name)/anything")
    }
    for name in [".gitignore", "README.md", "sheet.csv", "issues/.drugs.json.saving"] {
      try folder.write("?", to: name)
    }
    #expect(try folder.board.load().problems == [])
  }

  @Test func `a folder that nobody knows is listed, and an empty kind needs none`() throws {
    let folder = try TemporaryFolder.board()
    for name in ["issue", "Areas", "old"] {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: true)
    }
    try FileManager.default.removeItem(at: folder.url("meetings"))
    let problems = try folder.board.load().problems
    #expect(problems.map(\.file) == ["Areas/", "issue/", "old/"])
  }

  @Test func `records come in the order of their names, from both threads`() throws {
    let folder = try TemporaryFolder.board()
    for number in (100..<400).shuffled() {
      try folder.write(
        #"{"stage": "emerging", "title": "\#(number)"}"#, to: "issues/n\(number).json")
    }
    try folder.write("", to: "issues/n100.json")
    try folder.write("", to: "issues/n399.json")
    let loaded = try folder.board.load()
    #expect(
      loaded.board.issues.all.map(\.id.text) == ["drugs"] + (101..<399).map { "n\($0)" })
    #expect(loaded.problems.map(\.file) == ["issues/n100.json", "issues/n399.json"])
  }
}

/// What keeps a whole board from being read.
struct LoadRefusalTests {
  @Test func `a folder without settings is no board`() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: StoreError.self) { try folder.board.load() }
    #expect(error == .notABoard(path: folder.path))
    #expect(error.category == .badData)
    #expect(error.description.contains("socboard init"))
  }

  @Test(arguments: ["nowhere", "issues/drugs.json"])
  func `a path that is no folder is refused`(name: String) throws {
    let folder = try TemporaryFolder.board()
    let path = folder.url(name).path
    let error = try #require(throws: StoreError.self) { try BoardFolder(path: path).load() }
    #expect(error.description.hasPrefix("\(path) cannot be read: it is not"))
  }

  @Test func `a board of a newer format is refused with both versions`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(#"{"format": 7, "name": ["a", "list"]}"#, to: "board.json")
    let error = try #require(throws: StoreError.self) { try folder.board.load() }
    #expect(error == .tooNew(path: "board.json", format: 7))
    #expect(error.category == .badData)
    #expect(error.description.contains("format 7") && error.description.contains("up to 1"))
  }

  @Test(arguments: ["", "{", "{}", "[]", #"{"format": "1", "name": "A"}"#])
  func `damaged settings are refused`(text: String) throws {
    let folder = try TemporaryFolder.board()
    try folder.write(text, to: "board.json")
    let error = try #require(throws: StoreError.self) { try folder.board.load() }
    guard case .damaged(let problem) = error else {
      Testing.Issue.record(error)
      return
    }
    #expect(problem.file == "board.json" && problem.line == 1)
  }

  @Test func `settings that are a link are refused`() throws {
    let folder = try TemporaryFolder.board()
    try FileManager.default.moveItem(at: folder.url("board.json"), to: folder.url("other.json"))
    try #require(symlink("other.json", folder.url("board.json").path) == 0)
    let error = try #require(throws: StoreError.self) { try folder.board.load() }
    #expect(error.description.contains("links are not followed"))
  }
}
