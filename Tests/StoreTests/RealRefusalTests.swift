import Domain
import Foundation
import JSON
import Store
import Testing

/// What real disks refuse; a child process takes what a test process cannot give up.
struct RealRefusalTests {
  @Test func `a folder that may only be read refuses the save`() async throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.rename(to: "A")])
    let before = try folder.contents()
    try setModes(in: folder, files: 0o444, folders: 0o555)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      // Nothing is refused to root.
      if geteuid() == 0 { try #require(setuid(65_534) == 0) }
      #expect(try BoardFolder(path: path).load().problems == [])
      let error = try #require(throws: StoreError.self) {
        try BoardFolder(path: path).save([SaveTests.rename(from: "A", to: "B")])
      }
      #expect(
        error.description == "locks/board.lock could not be saved: you have no right to it. "
          + "Ask the board's owner to let your group read and write its folder.")
      #expect(error.category == .cannotWrite)
    }
    try setModes(in: folder, files: 0o664, folders: 0o775)
    #expect(try folder.contents() == before)
  }

  @Test func `a record that may not be read is listed`() async throws {
    let folder = try TemporaryFolder.board()
    try setModes(in: folder, files: 0o444, folders: 0o555)
    chmod(folder.url("issues/drugs.json").path, 0)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      if geteuid() == 0 { try #require(setuid(65_534) == 0) }
      let loaded = try BoardFolder(path: path).load()
      #expect(loaded.problems.map(\.file) == ["issues/drugs.json"])
      #expect(loaded.problems.first?.what == "could not be read: you have no right to it")
    }
    try setModes(in: folder, files: 0o664, folders: 0o775)
  }

  @Test func `a disk that takes no more refuses the save and keeps the record`() async throws {
    let folder = try TemporaryFolder.board()
    let before = try folder.contents()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let text = Value.string(String(repeating: "a", count: 10_000))
      let error = try #require(throws: StoreError.self) {
        try BoardFolder(path: path).save([SaveTests.decide, SaveTests.rename(to: text)])
      }
      #expect(error == .cannotWrite(path: "issues/drugs.json", Errno(code: EFBIG)))
    }
    #expect(try folder.contents() == before)
  }

  @Test(.enabled(if: geteuid() == 0, "Only root may mount a disk."))
  func `a full disk refuses the save and keeps the record`() throws {
    let folder = try TemporaryFolder()
    // A container may forbid even root to mount; then there is nothing to see here.
    guard mount("none", folder.path, "tmpfs", 0, "size=128k") == 0 else { return }
    defer { umount(folder.path) }
    try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
    let before = try folder.contents()
    let text = Value.string(String(repeating: "a", count: 1_000_000))
    let error = try #require(throws: StoreError.self) {
      try folder.board.save([SaveTests.decide, SaveTests.rename(to: text)])
    }
    #expect(error == .cannotWrite(path: "issues/drugs.json", Errno(code: ENOSPC)))
    #expect(error.description.contains("the disk is full. Make room"))
    #expect(try folder.contents() == before)
    try folder.board.save([SaveTests.decide, SaveTests.rename(to: "A short one")])
  }

  @Test(.enabled(if: geteuid() == 0, "Only root may mount a disk."))
  func `a disk mounted for reading refuses the save`() throws {
    let folder = try TemporaryFolder()
    guard mount("none", folder.path, "tmpfs", 0, "size=1m") == 0 else { return }
    defer { umount(folder.path) }
    try BoardFolder.create(at: folder.path, records: TemporaryFolder.smallBoard)
    try #require(mount("none", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0)
    let error = try #require(throws: StoreError.self) {
      try folder.board.save([SaveTests.rename(to: "A")])
    }
    #expect(error == .cannotWrite(path: "locks/board.lock", Errno(code: EROFS)))
    #expect(try folder.board.load().problems == [])
  }

  private func setModes(in folder: TemporaryFolder, files: mode_t, folders: mode_t) throws {
    for name in try folder.everything() + ["."] {
      let path = folder.url(name).path
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      try #require(chmod(path, isFolder.boolValue ? folders : files) == 0)
    }
  }
}
