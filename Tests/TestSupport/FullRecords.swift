package import Domain
import Foundation
package import JSON

/// The records named `full` in `Tests/Fixtures/full-board`: of every kind one with all its fields.
package enum FullRecords {
  /// The bytes of the full record's file.
  package static func bytes(of kind: Kind) throws -> [UInt8] {
    let path = kind.folder.map { "\($0)/full.json" } ?? "board.json"
    return try [UInt8](Data(contentsOf: folder.appending(path: path)))
  }

  /// The object in the full record's file.
  package static func value(of kind: Kind) throws -> Value {
    try Value(parsing: bytes(of: kind))
  }

  /// The fields of a kind as names joined by dots, `*` for the names in a list keyed by name.
  package static func fields(of kind: Kind) throws -> Set<String> {
    Set(paths(in: try value(of: kind)).map { pattern($0) })
  }

  /// The path of every value below the top of a value, outer ones before what is in them.
  package static func paths(in value: Value) -> [[String]] {
    guard let object = value.objectValue else { return [] }
    return object.flatMap { key, inner in [[key]] + paths(in: inner).map { [key] + $0 } }
  }

  /// A path with `*` for each name that a person or the program has chosen.
  package static func pattern(_ path: [String]) -> String {
    var names: [String] = []
    var isInList = false
    for name in path {
      names.append(isInList ? "*" : name)
      isInList = !isInList && lists.contains(name)
    }
    return names.joined(separator: ".")
  }

  /// The value of the record that a value decodes to.
  package static func recoded(_ value: Value, as kind: Kind) throws -> Value {
    func recode<Content: RecordContent>(_ content: Content.Type) throws -> Value {
      try Value(encoding: try record(value, of: content))
    }
    return try recode(kind.content)
  }

  /// The record that a value decodes to, as something to look into.
  package static func decoded(_ value: Value, as kind: Kind) throws -> Any {
    func decode<Content: RecordContent>(_ content: Content.Type) throws -> Any {
      try record(value, of: content)
    }
    return try decode(kind.content)
  }

  private static func record<Content: RecordContent>(
    _ value: Value, of content: Content.Type
  ) throws -> Record<Content> {
    try Document(parsing: value.canonicalBytes).decode { try Record(id: "full", from: $0) }
  }

  static let folder = House.root.appending(path: "Tests/Fixtures/full-board")

  /// The fields that are lists keyed by name.
  private static let lists: Set<String> = [
    "agenda", "attendance", "blocks", "contexts", "criteria", "cuts", "disruptions", "evidence",
    "extraPs", "goldenThemes", "impact", "invitations", "keys", "lineage", "markings",
    "milestones", "moves", "multipliers", "nominations", "owners", "phases", "questions",
    "ratings", "remotes", "reminders", "reviewCriteria", "reviewScale", "reviews", "roles",
    "scale", "sections", "statusHistory", "statusLegend", "themes", "updates", "values",
  ]
}

extension Value {
  /// The value at a path of keys; `nil` where there is none.
  package subscript(path path: [String]) -> Value? {
    path.reduce(Optional(self)) { value, key in value?[key] }
  }

  /// The same value with another one at a path of keys; `nil` takes it away.
  package func setting(_ new: Value?, at path: some Collection<String>) -> Value {
    guard let key = path.first, var object = objectValue else { return new ?? self }
    object[key] =
      path.count == 1 ? new : object[key]?.setting(new, at: Array(path.dropFirst()))
    return .object(object)
  }
}
