import Foundation
import Fuzzing
import TestSupport
import Testing

/// What fuzzing has found worth keeping is tried again by every test run; `make fuzz` looks for more.
struct FuzzCorpusTests {
  private static func corpus(of target: FuzzTarget) throws -> [URL] {
    try House.files(in: "Tests/Fuzzing/corpus/\(target.rawValue)", ending: "")
  }

  @Test(arguments: FuzzTarget.allCases)
  func `nothing in the corpus shows a flaw`(target: FuzzTarget) throws {
    let files = try Self.corpus(of: target)
    #expect(files.count >= 10)
    for file in files {
      let flaw = target.flaw(in: [UInt8](try Data(contentsOf: file)))
      #expect(flaw == nil, "\(file.lastPathComponent)")
    }
  }

  @Test func `the corpus stays small`() throws {
    let files = try FuzzTarget.allCases.flatMap { try Self.corpus(of: $0) }
    #expect(files.count < 200)
    let bytes = try files.map { try Data(contentsOf: $0).count }.reduce(0, +)
    #expect(bytes < 300_000)
  }
}
