package import Foundation

/// The checkout the tests were built from.
package enum House {
  /// The folder that holds `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a program that was built with the tests.
  package static func program(_ name: String) -> String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: name).path
  }

  /// All files with an ending below a folder of the checkout, sorted by path.
  package static func files(in folder: String, ending: String = ".swift") throws -> [URL] {
    let top = root.appending(path: folder)
    let below = try FileManager.default.subpathsOfDirectory(atPath: top.path)
    return below.filter { $0.hasSuffix(ending) }.sorted().map { top.appending(path: $0) }
  }

  /// The text of a file of the checkout.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders directly in a folder of the checkout, sorted.
  package static func folders(in folder: String) throws -> [String] {
    let top = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: top.path).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: top.appending(path: name).path, isDirectory: &isFolder)
      return isFolder.boolValue
    }.sorted()
  }

  /// The modules that a source text imports, in order, whatever stands before `import`.
  package static func imports(of source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
        words[..<keyword].allSatisfy({ isModifier($0) })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
      let name = kinds.contains(words[keyword + 1]) ? words.last : words[keyword + 1]
      return name?.split(separator: ".").first.map(String.init)
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["package", "public", "internal", "private", "fileprivate"].contains(word)
  }
}
