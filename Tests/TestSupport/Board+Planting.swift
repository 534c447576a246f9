package import Domain
import Foundation
package import JSON

/// A record that a test plants something in is not on the board.
private struct NoSuchRecord: Error {}

private func planted(_ value: Value?) throws -> Value {
  guard let value else { throw NoSuchRecord() }
  return value
}

extension Board {
  /// The full board, with every record marked public.
  package static func open() throws -> Board {
    var board = try full()
    board.settings.markings["official"] = Marking(title: "OFFICIAL", level: 1, isPublic: true)
    board.settings.markings["official-sensitive"] = Marking(
      title: "OFFICIAL-SENSITIVE", level: 2, isPublic: false)
    for name in board.documentNames { board.setMarking(of: name, to: "official") }
    return board
  }

  /// The names of all records, the board's own settings among them where they say anything.
  package var documentNames: [RecordName] {
    Kind.allCases.flatMap { names(of: $0) }.filter { $0 != .board || !settings.name.isEmpty }
  }

  /// What every record says.
  package func documents() throws -> [RecordName: Value] {
    try Dictionary(
      uniqueKeysWithValues: documentNames.map { ($0, try planted(value(of: $0))) })
  }

  /// All that stands in the board, as one text.
  package func text() throws -> String {
    try documents().map { "\($0.key) \($0.value.compactText)" }.joined(separator: "\n")
      + (value(of: .board)?.compactText ?? "")
  }

  package mutating func setMarking(of name: RecordName, to marking: Identifier<Marking>?) {
    change(name) { header in
      header.marking = marking
      header.exemptParagraph = nil
    }
  }

  private mutating func change(_ name: RecordName, _ change: (inout Header) -> Void) {
    func set<Content: RecordContent>(_ content: Content.Type) {
      guard let id = try? Identifier<Content>(name.id), var record = self[id] else { return }
      change(&record.header)
      self[id] = record
    }
    set(name.kind.content)
  }

  /// The board with another way to handle the record of a kind that holds the plant.
  package func with(_ header: Header, on kind: Kind, _ plant: String) -> Board {
    var board = self
    let id = (try? Identifier<Never>(plant)).map { RecordName(kind: kind, id: $0) }
    board.change(kind == .board ? .board : id ?? .board) { old in
      old.marking = header.marking
      old.exemptParagraph = header.exemptParagraph
    }
    return board
  }

  /// The board with a record of a kind that says something in every field that takes it, in place of
  /// the full one: whatever named that names this one.
  package func planting(_ plant: String, in kind: Kind) throws -> Board {
    var board = self
    func put<Content: RecordContent>(_ content: Content.Type) throws {
      let isBoard = kind == .board
      for name in documentNames where name.kind != kind {
        board = try board.pointing(name, at: plant, insteadOf: kind)
      }
      let full = RecordName(try Identifier<Content>(isBoard ? "board" : "full"))
      let document = try filled(planted(value(of: full)), with: plant, of: content)
      let id = try Identifier<Content>(isBoard ? "board" : plant)
      board[id] = try Record(id: id, document: document)
    }
    try put(kind.content)
    return board
  }

  /// The board with one record naming another record of a kind than the full one.
  private func pointing(
    _ name: RecordName, at plant: String, insteadOf kind: Kind
  ) throws -> Board {
    var board = self
    func put<Content: RecordContent>(_ content: Content.Type) throws {
      let id = try Identifier<Content>(name.id)
      let document = try planted(value(of: name))
      func isPointed(_ record: Record<Content>) -> Bool {
        record.links.contains { $0.target.id == plant && $0.target.kind == kind }
      }
      for path in FullRecords.paths(in: document).reversed() where kind != .board {
        let old = try planted(board.value(of: name))
        guard let entry = old[path: path] else { continue }
        var changed: [Value] = []
        if entry.stringValue?.hasSuffix("full") == true {
          changed = [plant, "\(kind.folder ?? "")/\(plant)"].map {
            old.setting(.string($0), at: path)
          }
        } else if path.last == "full" {
          changed = [old.setting(nil, at: path).setting(entry, at: path.dropLast() + [plant])]
        }
        for changed in changed {
          guard let record = try? Record<Content>(id: id, document: changed), isPointed(record)
          else { continue }
          board[id] = record
        }
      }
    }
    try put(name.kind.content)
    return board
  }
}

/// A record with a text in every field and as every key that can be one; where its links are kept,
/// in all but those.
private func filled<Content: RecordContent>(
  _ record: Value, with plant: String, of content: Content.Type, isLinked: Bool = false
) throws -> Value {
  var filled = record
  let links = try Record<Content>(id: "full", document: record).links.map(\.target)
  func isRecord(_ value: Value) -> Bool {
    guard let record = try? Record<Content>(id: "full", document: value) else { return false }
    return !isLinked || record.links.map(\.target) == links
  }
  for path in FullRecords.paths(in: record) where filled[path: path]?.stringValue != nil {
    for text in [plant, "issues/\(plant)"] {
      let changed = filled.setting(.string(text), at: path)
      if isRecord(changed) {
        filled = changed
        break
      }
    }
  }
  for path in FullRecords.paths(in: filled).sorted(by: { $0.count > $1.count }) {
    guard let entry = filled[path: path], path.count > 1 else { continue }
    let renamed = filled.setting(nil, at: path).setting(entry, at: path.dropLast() + [plant])
    if isRecord(renamed) { filled = renamed }
  }
  return filled.setting("official", at: ["marking"])
}

extension Record {
  /// The record as a header withholds it.
  fileprivate func withheld(_ other: Header) -> Record {
    var record = self
    record.header.marking = other.marking
    record.header.exemptParagraph = other.exemptParagraph
    record.header.deleted = other.deleted
    return record
  }
}

extension Header {
  /// Every way in which a record may say that it is not public.
  package static var withheld: [Header] {
    var removed = Header(marking: "official")
    removed.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    return [
      Header(marking: "official-sensitive"), Header(marking: nil), Header(marking: "unheard-of"),
      Header(marking: "official", exemptParagraph: "7"), removed,
    ]
  }
}

extension Board {
  /// A board that is public but for two records of every kind, withheld in many ways.
  ///
  /// One holds a text in every field and name, and there are public records that name it. The other
  /// names what the full record of its kind names, as one that counts beside it, and holds the text
  /// in every other field.
  package static func aviary(_ plant: String) throws -> Board {
    let open = try open()
    var aviary = open
    for (place, kind) in Kind.allCases.enumerated() where kind != .board {
      let header = Header.withheld[place % Header.withheld.count]
      let name = "\(plant)-\(kind.rawValue)"
      let pointed = try open.planting(name, in: kind)
      func add<Content: RecordContent>(_ content: Content.Type) throws {
        for record in pointed[kind: content].all {
          if record.id.text == name {
            aviary[record.id] = record.withheld(header)
          } else if let former = open[record.id], former != record {
            // One that names what is withheld stands beside the one it was.
            let id = try Identifier<Content>("n-\(kind.rawValue)-\(record.id.text)")
            aviary[id] = Record(id: id, header: record.header, content: record.content)
          }
        }
      }
      for kind in Kind.allCases where kind != .board { try add(kind.content) }
      let next = Header.withheld[(place + 2) % Header.withheld.count]
      func addLinked<Content: RecordContent>(_ content: Content.Type) throws {
        let id = try Identifier<Content>("\(name)-linked")
        let full = try planted(open.value(of: RecordName("full" as Identifier<Content>)))
        let document = try filled(full, with: plant, of: content, isLinked: true)
        aviary[id] = try Record(id: id, document: document).withheld(next)
      }
      try addLinked(kind.content)
    }
    return aviary
  }

  /// Writes every record, removed ones too, as a folder.
  package func write(to folder: String) throws {
    func write<Content: RecordContent>(_ content: Content.Type) throws {
      for record in self[kind: content].all {
        let path = "\(folder)/\(record.recordName.path)"
        try FileManager.default.createDirectory(
          atPath: URL(filePath: path).deletingLastPathComponent().path,
          withIntermediateDirectories: true)
        try Data(Value(encoding: record).canonicalBytes).write(to: URL(filePath: path))
      }
    }
    for kind in Kind.allCases { try write(kind.content) }
  }
}
