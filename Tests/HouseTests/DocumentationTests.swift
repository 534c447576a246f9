import Domain
import Foundation
import JSON
import TestSupport
import Testing

/// What our pages name is there, and the page on the file format leaves nothing out.
struct DocumentationTests {
  static let pages =
    ["README.md"]
    + ((try? House.files(in: "docs", ending: ".md")) ?? []).map { file in
      String(file.path.dropFirst(House.root.path.count + (House.root.path.hasSuffix("/") ? 0 : 1)))
    }

  @Test func `the pages are found`() {
    #expect(Self.pages.count >= 10)
    #expect(Self.pages.contains("docs/decisions/0001-the-file-name-is-the-name.md"))
  }

  @Test(arguments: pages)
  func `what a page links to or names is there`(page: String) throws {
    let text = try House.text(page)
    let folder = House.root.appending(path: page).deletingLastPathComponent()
    for target in Self.links(in: text) {
      let path = target.split(separator: "#", omittingEmptySubsequences: false)[0]
      let file = path.isEmpty ? House.root.appending(path: page) : folder.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page) links to \(target)")
      guard let anchor = target.split(separator: "#").dropFirst(path.isEmpty ? 0 : 1).first else {
        continue
      }
      let headings = Self.anchors(in: try String(contentsOf: file, encoding: .utf8))
      #expect(headings.contains(String(anchor)), "\(page) links to \(target)")
    }
    for path in Self.paths(in: text) {
      let file = House.root.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page) names \(path)")
    }
  }

  @Test(arguments: pages)
  func `what a page tells to make, the Makefile makes`(page: String) throws {
    let rules = Set(
      try House.text("Makefile").matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
    for rule in Self.rules(in: try House.text(page)) {
      #expect(rules.contains(rule), "\(page) tells to make \(rule)")
    }
  }

  @Test func `the search for links and paths bites`() {
    let page =
      "[one](a/b.md#c-d) `Sources/Nothing` `u` [two](https://example.org) [3](#x) `data/x.csv`"
    #expect(Self.links(in: page) == ["a/b.md#c-d", "#x"])
    #expect(Self.paths(in: page) == ["Sources/Nothing", "data/x.csv"])
    #expect(
      Self.rules(in: "`make one`\n    make two  # makes three\nto make four") == ["one", "two"])
    #expect(Self.anchors(in: "# A b, C!\n## Exact numbers") == ["a-b-c", "exact-numbers"])
  }

  @Test func `the page on the architecture names the folders of a module, and no others`() throws {
    let page = try House.text("docs/architecture.md")
    for module in ["Domain", "Workspace", "Exchange", "Store", "socboard"] {
      let row = page.split(separator: "\n").last { $0.hasPrefix("| `\(module)` |") } ?? ""
      let told = Set(row.matches(of: /`([A-Z][A-Za-z]+)`/).map { String($0.1) })
      #expect(
        told.subtracting([module]) == Set(try House.folders(in: "Sources/\(module)")), "\(module)")
    }
  }

  @Test(arguments: Kind.allCases)
  func `the page on the file format has every field of a kind`(kind: Kind) throws {
    let page = MarkdownPage(try House.text("docs/file-format.md"))
    let ofAll = try page.table(under: "Every record").map { try Self.field(of: $0) }
    let own = try page.table(under: kind.rawValue).map { try Self.field(of: $0) }
    #expect(Set(own).count == own.count, "no field stands twice")
    // An entry is told by what is in it, unless it is a plain value.
    let all = try FullRecords.fields(of: kind)
    let told = all.filter { field in
      !field.hasSuffix(".*") || !all.contains { $0.hasPrefix("\(field).") }
    }
    #expect(Set(own).union(ofAll).subtracting(told) == [], "the page names what is not there")
    #expect(told.subtracting(own).subtracting(ofAll) == [], "the page leaves these out")
  }

  @Test(arguments: Kind.allCases)
  func `the page on the file format says what is needed and which words are taken`(
    kind: Kind
  ) throws {
    let page = MarkdownPage(try House.text("docs/file-format.md"))
    let rows = try page.table(under: "Every record") + page.table(under: kind.rawValue)
    let full = try FullRecords.value(of: kind)
    for path in FullRecords.paths(in: full) {
      // Of a field that stands in both tables the kind's own row counts.
      let pattern = FullRecords.pattern(path)
      guard let row = rows.last(where: { $0["Field"] == pattern }) else { continue }
      let isNeeded = (try? FullRecords.recoded(full.setting(nil, at: path), as: kind)) == nil
      #expect(row["Needed"] == (isNeeded ? "yes" : ""), "\(kind), \(pattern)")
      for word in Self.words(of: path, in: full, kind) {
        #expect(row["Meaning"]?.contains(word) == true, "\(kind), \(pattern): \(word)")
      }
    }
  }

  /// The words that a field takes, as they are told when it is given another; else none.
  private static func words(of path: [String], in full: Value, _ kind: Kind) -> [String] {
    do {
      _ = try FullRecords.recoded(full.setting("other", at: path), as: kind)
      return []
    } catch let problem as DecodingProblem where problem.reason.contains("; use one of: ") {
      let list = problem.reason.split(separator: "; use one of: ").last ?? ""
      return list.split(separator: ", ").map(String.init)
    } catch {
      return []
    }
  }

  private static func field(of row: MarkdownPage.Row) throws -> String { try row.cell("Field") }

  /// The targets of a page's links into this checkout.
  private static func links(in text: String) -> [String] {
    text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }.filter { !$0.contains("://") }
  }

  /// The paths of this checkout that a page sets as code.
  private static func paths(in text: String) -> [String] {
    text.matches(of: /`((?:Sources|Tests|data|docs)\/[^`* ]*)`/).map { String($0.1) }
  }

  /// What a page sets as a command of make, in a line of its own or in the text.
  private static func rules(in text: String) -> [String] {
    text.matches(of: /(?m)(?:`|^ {4})make ([a-z-]+)/).map { String($0.1) }
  }

  /// The anchors of a page's headings.
  private static func anchors(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
      heading.drop { $0 == "#" || $0 == " " }.lowercased()
        .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        .replacing(" ", with: "-")
    }
  }
}
