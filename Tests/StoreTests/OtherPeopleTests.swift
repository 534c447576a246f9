import Domain
import Foundation
import JSON
import Store
import Testing

/// Several people of one group on one machine; child processes become them.
@Suite(.enabled(if: geteuid() == 0, "Only root can become other people."))
struct OtherPeopleTests {
  static let group: gid_t = 50_000

  /// Becomes one of the people, for good.
  static func become(_ user: uid_t) throws {
    var none: gid_t = 0
    try #require(setgroups(0, &none) == 0 && setgid(group) == 0 && setuid(user) == 0)
    umask(0o077)
  }

  /// A folder in which the group may work.
  static func place() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try #require(chown(folder.path, 50_001, group) == 0 && chmod(folder.path, 0o2770) == 0)
    return folder
  }

  static let notes = (1...3).map { number in
    Edit(
      record: SaveTests.drugs,
      changes: [
        FieldChange(
          path: ["x-notes", "n\(number)"], old: nil, new: .number(Number(number)))
      ])
  }

  @Test func `two people with a narrow umask save in turn`() async throws {
    let folder = try Self.place()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_001)
      try BoardFolder.create(at: path + "/board", records: TemporaryFolder.smallBoard)
      try BoardFolder(path: path + "/board").save(
        Act([OtherPeopleTests.notes[0]], by: "anna@desk"))
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_002)
      try BoardFolder(path: path + "/board").save(Act([OtherPeopleTests.notes[1]], by: "ben@desk"))
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_001)
      try BoardFolder(path: path + "/board").save(
        Act([OtherPeopleTests.notes[2], SaveTests.decide], by: "anna@desk"))
      let checked = try BoardFolder(path: path + "/board").check()
      #expect(checked.problems.allSatisfy { $0.field == "marking" })
    }
    let notes = try folder.value(of: "board/issues/drugs.json")["x-notes"]
    #expect(notes == ["n1": 1, "n2": 2, "n3": 3])
  }

  @Test func `a record that its owner keeps to himself refuses the save, not the act`() async throws
  {
    let folder = try Self.place()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_001)
      try BoardFolder.create(at: path + "/board", records: TemporaryFolder.smallBoard)
      chmod(path + "/board/issues/drugs.json", 0o600)
    }
    let before = try folder.bytes(of: "board/issues/drugs.json")
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_002)
      let board = BoardFolder(path: path + "/board")
      let error = try #require(throws: StoreError.self) {
        try board.save(Act([SaveTests.rename(to: "A")], by: "ben@desk"))
      }
      #expect(error == .cannotWrite(path: "issues/drugs.json", Errno(code: EACCES)))
      #expect(
        error.description == "issues/drugs.json could not be saved: you have no right to it. "
          + "Ask the board's owner to let your group read and write its folder.")
      // Nobody who may not look at a record can say that it is damaged.
      let told = try board.check().problems.filter { $0.file == "issues/drugs.json" }
      #expect(told.map(\.what) == ["could not be read: you have no right to it"])
      #expect(try board.recover().steps == [])
    }
    #expect(try folder.bytes(of: "board/issues/drugs.json") == before)
  }

  @Test func `a log of another login is not written to`() async throws {
    let folder = try Self.place()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_001)
      try BoardFolder.create(at: path + "/board", records: TemporaryFolder.smallBoard)
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_002)
      let board = BoardFolder(path: path + "/board")
      let error = try #require(throws: StoreError.self) {
        try board.save([SaveTests.rename(to: "A")])
      }
      #expect(error == .foreignLog(path: "log/chair@desk.jsonl", writer: "chair@desk"))
      #expect(error.category == .cannotWrite)
      #expect(
        error.description == "log/chair@desk.jsonl belongs to another login, so nothing of "
          + "chair@desk can be added to it. Work under another name: set SOCBOARD_USER.")
      try board.save(Act([SaveTests.rename(to: "A")], by: "ben@desk"))
    }
    #expect(try folder.value(of: "board/issues/drugs.json")["title"] == "A")
  }

  @Test func `an act that is half done waits for somebody who may finish it`() async throws {
    let folder = try InterruptedSaveTests.halfDone(InterruptedSaveTests.act)
    for name in try folder.everything() + ["."] {
      try #require(chown(folder.url(name).path, 50_001, Self.group) == 0)
    }
    for name in ["", "/locks", "/log", "/issues", "/areas", "/decisions"] {
      try #require(chmod(folder.path + name, 0o2770) == 0)
    }
    try #require(chmod(folder.url("issues/drugs.json").path, 0o600) == 0)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherPeopleTests.become(50_002)
      let act = Act([InterruptedSaveTests.note], by: "ben@desk")
      #expect(throws: StoreError.cannotWrite(path: "issues/drugs.json", Errno(code: EACCES))) {
        try BoardFolder(path: path).save(act)
      }
    }
    try folder.board.save(Act([InterruptedSaveTests.note], by: "anna@desk"))
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
    #expect(try folder.problems() == [])
  }
}
