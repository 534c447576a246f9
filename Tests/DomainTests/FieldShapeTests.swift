import Domain
import TestSupport
import Testing

/// What records tell of their own fields, held against the page that tells people.
struct FieldShapeTests {
  /// A field as a row of the page describes it.
  struct Told: Hashable {
    let field: String
    let type: String
    let isNeeded: Bool
  }

  @Test(arguments: Kind.allCases)
  func `a record tells its fields as the page on the file format does`(kind: Kind) throws {
    let page = MarkdownPage(try House.text("docs/file-format.md"))
    let own = try page.table(under: kind.rawValue)
    let names = Set(own.compactMap { $0["Field"] })
    let common = try page.table(under: "Every record").filter { row in
      !names.contains(row["Field"] ?? "")
    }
    let rows = try (own + common).map { row in
      Told(
        field: try row.cell("Field"), type: Self.plain(try row.cell("Type")),
        isNeeded: try row.cell("Needed") == "yes")
    }
    let told = Self.told(kind.shape)
    #expect(Set(told).subtracting(rows) == [])
    #expect(Set(rows).subtracting(told) == [])
  }

  /// The types that are one to a decoder.
  private static func plain(_ type: String) -> String {
    switch type {
    case "rank": "text"
    case "a marking", "name": "name"
    case "stamp", "": "group"
    default: type
    }
  }

  private static func told(_ shape: FieldShape, in path: String = "") -> [Told] {
    shape.fields.flatMap { field -> [Told] in
      let path = path + field.name
      let told = Told(field: path, type: type(field.shape), isNeeded: field.isNeeded)
      switch field.shape {
      case .group: return [told] + Self.told(field.shape, in: path + ".")
      case .list(let entries) where entries.entry.fields.isEmpty:
        return [told, Told(field: path + ".*", type: type(entries.entry), isNeeded: false)]
      case .list(let entries): return [told] + Self.told(entries.entry, in: path + ".*.")
      default: return [told]
      }
    }
  }

  private static func type(_ shape: FieldShape) -> String {
    switch shape {
    case .text: "text"
    case .yesNo: "yes/no"
    case .whole: "whole"
    case .number: "number"
    case .date: "date"
    case .time: "time"
    case .word: "word"
    case .name(let kind?): kind.withArticle
    case .name(nil): "name"
    case .record: "any record"
    case .set(.group): "array"
    case .set(.text): "set of text"
    case .set(.name(nil)): "set of names"
    case .set(.name(let kind?)): "set of \(kind.folder ?? "")"
    case .set: "another set"
    case .list(let entries): list(entries)
    case .group: "group"
    case .anything: "anything"
    }
  }

  private static func list(_ entries: FieldShape.Entries) -> String {
    switch entries.key {
    case .name(let kind?): "list, keyed by \(kind)"
    case .number: "list, keyed by number"
    case .text: "list, keyed by any text"
    // The criteria are the model's or the board's, and no records of their own.
    case .name(nil) where !entries.isKeyFree && entries.entry["sentence"] != nil:
      "list, keyed by review criterion"
    case .name(nil) where !entries.isKeyFree: "list, keyed by criterion"
    default: "list"
    }
  }
}
