import Foundation
import Store
import TestSupport
import Testing

extension FaultTests {
  struct DamagedLogTests {
    @Test func `no bytes in a log stop a program or harm a record`() throws {
      let folder = try TemporaryFolder.board(in: TemporaryFolder.memory)
      for writer in ["ada@desk", "ben@desk", "ada@desk"] {
        #expect(try folder.count(as: writer, in: [.drugs, .cse]) == nil)
      }
      let whole = try folder.contents()
      let name = "log/ada@desk.jsonl"
      let log = try #require(whole[name])
      var generator = SeededGenerator(seed: 11)
      var (noticed, saved, refused) = (0, 0, 0)
      for _ in 0..<(60 * factor) {
        let damaged = damage(log, using: &generator)
        try folder.write(damaged, to: name)
        try? FileManager.default.removeItem(at: folder.url("locks/board.lock"))
        if try !folder.board.history().problems.isEmpty { noticed += 1 }
        let refusal = try folder.count(as: "ada@desk")
        if refusal == nil { saved += 1 } else { refused += 1 }
        let audit = try Audit(folder)
        #expect(audit.torn.isEmpty)
        #expect(audit.count(of: "ada@desk", in: .drugs) >= 2)
        for (name, bytes) in whole { try folder.write(bytes, to: name) }
      }
      report(
        "damaged logs: \(noticed) noticed of \(60 * factor), \(saved) saved after, \(refused) refused"
      )
      #expect(noticed > 30 * factor && saved > 0)
    }

    private func damage(_ log: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
      var bytes = log
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        guard !bytes.isEmpty else { break }
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 3: bytes.removeSubrange(start...)
        case 4: for index in start..<end { bytes[index] = 0 }
        default:
          let digits = Array("9223372036854775807".utf8)
          bytes.insert(
            contentsOf: digits.prefix(Int.random(in: 1...19, using: &generator)), at: start)
        }
      }
      return bytes
    }
  }
}
