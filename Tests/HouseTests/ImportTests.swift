import Foundation
import TestSupport
import Testing

/// The walls of the house: which modules each module may import.
///
/// SwiftPM refuses an undeclared import of our own modules. It cannot refuse Foundation or Glibc, so
/// the whole table is checked here, and only the listed modules exist.
struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "Domain": ["JSON"],
    "Exchange": ["Domain", "JSON", "Foundation"],
    "JSON": [],
    "Screen": [],
    "socboard": [
      "ArgumentParser", "Domain", "Exchange", "Glibc", "JSON", "Screen", "Store",
      "Synchronization", "Terminal", "Workspace",
    ],
    "Store": ["CSystem", "Crypto", "Domain", "Glibc", "JSON", "Synchronization"],
    "Workspace": ["Domain", "JSON", "Screen"],
    "Terminal": ["Screen", "CNcurses", "CSystem", "Glibc"],
  ]

  /// C targets: nothing to read.
  static let foreign: Set<String> = ["CNcurses", "CSystem"]

  @Test(arguments: allowed.keys.sorted())
  func `a module imports only what the map allows`(module: String) throws {
    let allowed = try #require(Self.allowed[module])
    for file in try House.files(in: "Sources/\(module)") {
      for name in House.imports(of: try String(contentsOf: file, encoding: .utf8)) {
        #expect(allowed.contains(name), "\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test func `every module is on the map`() throws {
    let modules = try House.folders(in: "Sources").filter { !Self.foreign.contains($0) }
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test func `the gate bites`() {
    let source = """
      @testable import Domain
        package import Foundation
      @preconcurrency private import Glibc
      import struct Store.BoardFolder
      // import Nothing
      let text = "import Something"
      """
    #expect(House.imports(of: source) == ["Domain", "Foundation", "Glibc", "Store"])
  }
}
