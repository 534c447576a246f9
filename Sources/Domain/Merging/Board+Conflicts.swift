import JSON

extension Board {
  /// The conflicts of one record.
  package struct Contested: Hashable, Sendable {
    package let record: RecordName
    package let conflicts: [FieldConflict]
  }

  /// The records with conflicts that nobody has settled, by name; removed records too.
  package var conflicts: [Contested] {
    func contested<Content: RecordContent>(_ content: Content.Type) -> [Contested] {
      self[kind: content].all.lazy.filter { !$0.header.conflicts.isEmpty }
        .map { Contested(record: $0.recordName, conflicts: $0.header.conflicts) }
    }
    return Kind.allCases.flatMap { contested($0.content) }.sorted { $0.record < $1.record }
  }

  /// Settles a conflict in memory, and gives the edit that does the same on disk.
  ///
  /// Where it is about the stage of an issue, what belongs to the other stage goes with it.
  ///
  /// - Returns: `nil` when the record no longer has the conflict, when both texts are asked for but
  ///   one is no text, and when the record could not be read with the value that is asked for.
  package mutating func settle(
    _ conflict: FieldConflict, of name: RecordName, by settlement: Settlement, stamp: Stamp
  ) -> Edit? {
    func settle<Content: RecordContent>(_ content: Content.Type) -> Edit? {
      guard let id = try? Identifier<Content>(name.id),
        let document = self[id].flatMap({ try? Value(encoding: $0) }),
        let settled = conflict.settled(settlement, in: document),
        let record = try? Document(parsing: settled.canonicalBytes).decode({
          try Record<Content>(id: id, from: $0)
        })
      else { return nil }
      guard conflict.field == "stage", var issue = record as? Record<Issue> else {
        return put(record, stamp: stamp)
      }
      issue.content.move(to: issue.stage)
      return put(issue, stamp: stamp)
    }
    return settle(name.kind.content)
  }
}
