import Foundation
import TestSupport
import Testing

/// Acts on more records than a program may have files open.
struct ManyRecordsTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  /// Runs the program where it may open 96 files.
  private func run(_ arguments: String...) throws -> (status: Int32, output: String) {
    let limited = [
      "/bin/sh", "-c", "ulimit -n 96 && exec \"$0\" \"$@\"", House.program("socboard"),
    ]
    return try ChildProcess.run(limited + arguments + ["--board", shell.board])
  }

  @Test func `they are written as one act, and taken back as one`() throws {
    defer { shell.remove() }
    let rows = (1...60).map { "Generated threat \($0),1\n" }.joined()
    let sheet = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: sheet) }
    try Data("Title,Volume\n\(rows)".utf8).write(to: sheet)
    let written = try run("import", "issues", sheet.path, "--yes")
    #expect(written.status == 0, "\(written.output.suffix(300))")
    let listed = try run("list", "issue", "--json")
    #expect(listed.output.contains("Generated threat 60"))
    let undone = try run("undo")
    #expect(undone.status == 0, "\(undone.output.suffix(300))")
    let left = try run("list", "issue", "--json")
    #expect(left.status == 0 && !left.output.contains("Generated threat"))
  }
}
