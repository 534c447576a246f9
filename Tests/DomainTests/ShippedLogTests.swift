import Domain
import Foundation
import JSON
import TestSupport
import Testing

/// The shipped board's log is whole: its chain holds, and it leads to the shipped files.
struct ShippedLogTests {
  let log: ShippedLog

  init() throws { log = try ShippedLog() }

  @Test func `acts are numbered from 1, in the order in which they came true`() {
    #expect(log.lines.map { $0.value["act"]?.intValue } == Array(1...log.lines.count))
    let days = log.lines.map(\.effective.lastDayNumber)
    #expect(days == days.sorted())
  }

  @Test func `a line is canonical, and says who typed it and when`() {
    for line in log.lines {
      #expect([UInt8](line.value.compactText.utf8) == line.bytes)
      #expect(line.value["by"] == "import")
      #expect(line.value["at"] == "2026-11-21T06:00:00Z")
      #expect(
        line.value.objectValue?.keys.filter { $0 != "prev" }
          == ["act", "at", "by", "edits", "effective"])
    }
  }

  @Test func `an act changes a record once, and says exactly what differs`() throws {
    var state = ShippedLog.State()
    for (line, next) in zip(log.lines, try log.states()) {
      #expect(!line.edits.isEmpty)
      #expect(Set(line.edits.map(\.record)).count == line.edits.count)
      for edit in line.edits {
        let after = try #require(next[edit.record])
        #expect(!edit.changes.isEmpty)
        #expect(edit.changes == FieldChange.between(state[edit.record] ?? [:], after))
        #expect((edit.before == nil) == (state[edit.record] == nil))
      }
      state = next
    }
  }

  @Test func `replaying all of it gives the files that ship, byte for byte`() throws {
    let state = try #require(log.states().last)
    #expect(Set(state.keys.map(\.path)) == Set(ShippedBoardTests.files))
    for (name, document) in state {
      let file = House.root.appending(path: "data/city-of-london/\(name.path)")
      #expect(try document.canonicalBytes == [UInt8](Data(contentsOf: file)), "\(name)")
    }
  }

  @Test func `the chain of hashes holds, of lines and of records`() throws {
    var hashed: [[UInt8]] = []
    var said: [String?] = []
    for line in log.lines.dropLast() { hashed.append(line.bytes) }
    for line in log.lines.dropFirst() { said.append(line.value["prev"]?.stringValue) }
    #expect(log.lines.first?.value["prev"] == nil)
    var latest: [RecordName: String] = [:]
    for (line, state) in zip(log.lines, try log.states()) {
      for edit in line.edits {
        #expect(edit.before == latest[edit.record], "\(edit.record) in act \(line.number)")
        latest[edit.record] = edit.after
        hashed.append(try #require(state[edit.record]).canonicalBytes)
        said.append(edit.after)
      }
    }
    #expect(try sha256(of: hashed) == said)
  }

  @Test func `a change anywhere in a line would break the chain`() throws {
    let line = try #require(log.lines.first).bytes
    var altered = line
    altered[altered.count / 2] ^= 1
    let hashes = try sha256(of: [line, altered])
    #expect(hashes[0] == log.lines[1].value["prev"]?.stringValue)
    #expect(hashes[1] != hashes[0])
  }

  /// The SHA-256 of each text in hexadecimal, by the system's own program.
  private func sha256(of texts: [[UInt8]]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try texts.indices.map { index in
      let file = folder.appending(path: "\(index)")
      try Data(texts[index]).write(to: file)
      return file.path
    }
    let (status, output) = try ChildProcess.run(["sha256sum"] + files)
    try #require(status == 0, "\(output)")
    return output.split(separator: "\n").map { String($0.prefix(64)) }
  }
}
