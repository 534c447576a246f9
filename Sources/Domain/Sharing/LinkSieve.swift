import JSON

/// Takes out of records every link that leads to another record than some.
///
/// The type of a record tells where its links are, so that a field that is added to it is not
/// forgotten here.
struct LinkSieve {
  /// The records that may be named.
  var names: Set<RecordName> = []

  private let shapes = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, $0.shape) })

  /// The record with no other name in it, and without what tells of the people who wrote it.
  ///
  /// - Returns: `nil` when it rests on a record that may not be named.
  func sifted<Content: RecordContent>(_ record: Record<Content>) -> Record<Content>? {
    var record = record
    record.header.created = nil
    record.header.updated = nil
    record.header.conflicts = []
    if record.header.source?.hasPrefix("entered by ") == true { record.header.source = nil }
    let isWhole = record.content.links.allSatisfy { names.contains($0.target) }
    if isWhole, !LinkSieve.signedKinds.contains(Content.kind) { return record }
    guard let shape = shapes[Content.kind], let value = try? Value(encoding: record),
      let sifted = sifted(value, as: shape, at: [Content.kind.rawValue])
    else { return nil }
    return try? Record(id: record.id, document: sifted)
  }

  /// What is left of a value; `nil` when nothing is.
  private func sifted(_ value: Value, as shape: FieldShape, at path: [String]) -> Value? {
    switch shape {
    case .name(let kind?): return mayName(value.stringValue, of: kind) ? value : nil
    case .record:
      return value.stringValue.flatMap { RecordName($0) }.map(names.contains) == true ? value : nil
    case .set(let element):
      return .array((value.arrayValue ?? []).compactMap { sifted($0, as: element, at: path) })
    case .list(let entries):
      return sifted(value, as: entries, at: path)
    case .group(let fields):
      return sifted(value, as: fields, at: path)
    default: return value
    }
  }

  private func mayName(_ id: String?, of kind: Kind) -> Bool {
    guard let id = id.flatMap({ try? Identifier<Never>($0) }) else { return false }
    return names.contains(RecordName(kind: kind, id: id))
  }

  private func sifted(
    _ value: Value, as entries: FieldShape.Entries, at path: [String]
  ) -> Value? {
    var kept = Object()
    for (key, entry) in value.objectValue ?? Object() {
      if case .name(let kind?) = entries.key, !mayName(key, of: kind) { continue }
      kept[key] = sifted(entry, as: entries.entry, at: path + ["*"])
    }
    return .object(kept)
  }

  private func sifted(
    _ value: Value, as fields: [FieldShape.Field], at path: [String]
  ) -> Value? {
    var kept = Object()
    for field in fields {
      guard let inner = value[field.name], !inner.isNull else { continue }
      let path = path + [field.name]
      if LinkSieve.signatures.contains(path.joined(separator: ".")) { continue }
      kept[field.name] = sifted(inner, as: field.shape, at: path)
      let isLost = kept[field.name] == nil
      if isLost, field.isNeeded || LinkSieve.supports.contains(path.joined(separator: ".")) {
        return nil
      }
    }
    return .object(kept)
  }

  /// The fields that tell who wrote, or who holds a role.
  private static let signatures: Set<String> = [
    "action.statusHistory.*.by", "partner.roles.*.login", "round.invitations.*.reminders.*.by",
  ]
  private static let signedKinds: Set<Kind> = [.action, .partner, .round]

  /// The links that may be left out of a record or an entry, but without which it would mislead, or
  /// tell of what it does not name.
  private static let supports: Set<String> = [
    "action.area", "response.area", "decision.subject", "meeting.agenda.*.record",
    "area.lineage.*.from",
  ]
}
