import Foundation
import TestSupport
import Testing

/// What may not stand in the source, whatever it is for.
struct SourceTests {
  /// What is refused, and why.
  static let refused: [(text: String, why: String)] = [
    ("try" + "!", "an error is handled or thrown"),
    ("as" + "!", "a cast is asked for, never assumed"),
    ("fatal" + "Error(", "a broken invariant is a precondition with the rule in words"),
    ("@unchecked " + "Sendable", "what threads share is a value or locked"),
    ("nonisolated" + "(unsafe)", "what threads share is a value or locked"),
    ("@pre" + "concurrency", "what threads share is a value or locked"),
    ("@testable" + " ", "tests use what a module shows"),
    ("TO" + "DO", "write the code, a decision, or an issue"),
    ("FIX" + "ME", "write the code, a decision, or an issue"),
    ("\npublic" + " ", "nothing is public: the package is one program"),
    ("  public" + " ", "nothing is public: the package is one program"),
  ]

  /// The refused texts that stand in a source.
  static func findings(in source: String) -> [String] {
    refused.filter { source.contains($0.text) }.map(\.text)
  }

  @Test(arguments: ["Sources", "Tests"])
  func `nothing refused stands in the source`(folder: String) throws {
    for file in try House.files(in: folder) where file.lastPathComponent != "ImportTests.swift" {
      let found = Self.findings(in: try String(contentsOf: file, encoding: .utf8))
      #expect(found.isEmpty, "\(file.lastPathComponent): \(found)")
    }
  }

  @Test func `no file has a name that says nothing`() throws {
    let empty = ["Util", "Helper", "Manager", "Handler", "Processor", "Common", "Impl"]
    for file in try House.files(in: "Sources") {
      for word in empty { #expect(!file.lastPathComponent.contains(word)) }
    }
  }

  @Test func `the gate bites`() {
    #expect(Self.findings(in: "let x = try" + "! f()\npublic" + " struct S {}").count == 2)
  }
}

/// The formatter, as `make test` runs it.
struct FormatTests {
  @Test(arguments: [
    ("struct S {\n    let four = 4\n}\n", false), ("struct S {\n  let two = 2\n}\n", true),
    ("let text = Optional(1)" + "!\n", false),
  ])
  func `the format gate refuses what is not formatted`(source: String, isAccepted: Bool) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).swift")
    try source.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let lint = Process()
    lint.executableURL = URL(filePath: "/usr/bin/env")
    lint.arguments = [
      "swift", "format", "lint", "--strict", "--configuration",
      House.root.appending(path: ".swift-format").path, file.path,
    ]
    lint.standardError = FileHandle.nullDevice
    lint.standardOutput = FileHandle.nullDevice
    try lint.run()
    lint.waitUntilExit()
    #expect((lint.terminationStatus == 0) == isAccepted)
  }
}
