import Foundation
import TestSupport
import Testing

/// A person at the real program while something is wrong with the disk.
@Suite(.timeLimit(.minutes(3)))
struct TroubleTests {
  @Test(.enabled(if: geteuid() == 0, "It takes root to mount a small disk."))
  func `what a full disk refuses stays on the screen, and is saved once there is room`() throws {
    let program = try Program()
    defer { program.remove() }
    let held = program.board.deletingLastPathComponent().appending(path: "held")
    try FileManager.default.moveItem(at: program.board, to: held)
    try FileManager.default.createDirectory(at: program.board, withIntermediateDirectories: false)
    let isMounted = mount("none", program.board.path, "tmpfs", 0, "size=1m") == 0
    try #require(isMounted, "This machine forbids even root to mount a disk.")
    defer { umount2(program.board.path, Int32(MNT_DETACH)) }
    for name in try FileManager.default.contentsOfDirectory(atPath: held.path) {
      try FileManager.default.copyItem(
        at: held.appending(path: name), to: program.board.appending(path: name))
    }
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    let ballast = program.board.appending(path: "ballast").path
    _ = try ChildProcess.run(["dd", "if=/dev/zero", "of=\(ballast)", "bs=4096"])
    try tmux.type("4", "Enter", "8")
    try tmux.wait(for: "NOT SAVED")
    try tmux.type("Tab", "4")
    #expect(try tmux.screen().contains("NOT SAVED"))
    #expect(try program.value(of: "individual", on: "cse-block-1") != 8)
    unlink(ballast)
    try tmux.type("C-s")
    try tmux.wait(until: "all is saved") { $0.contains("saved ") && !$0.contains("NOT SAVED") }
    try tmux.type("Enter", "q")
    #expect(try tmux.waitForExit() == 0)
    #expect(try program.value(of: "individual", on: "cse-block-1") == 8)
    let (status, output) = try ChildProcess.run(
      [House.program("socboard"), "check", program.board.path])
    #expect(status == 0, "\(output)")
  }

  @Test func `what a crash left of the last act is finished when the board is opened`() throws {
    let program = try Program()
    defer { program.remove() }
    // The last act of the shipped board made the good practice; a save leaves such a lock.
    let path = "practice/project-engage.json"
    let whole = try program.text(path)
    try FileManager.default.removeItem(at: program.board.appending(path: path))
    try FileManager.default.createDirectory(
      at: program.board.appending(path: "locks"), withIntermediateDirectories: false)
    try program.write(#"{"process": 4711, "writer": "anna@desk"}"#, to: "locks/board.lock")
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    try tmux.wait(until: "the record is there") { _ in
      (try? program.text(path)) == whole
    }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }
}
