import Domain
import Screen

extension WorkspaceState {
  /// Every field of the board that has two values.
  var openConflicts: [OpenConflict] {
    conflicted.sorted().flatMap { name in
      board.conflicts(of: name).map { OpenConflict(record: name, conflict: $0) }
    }
  }

  /// The conflicts that are shown in a record's row.
  func conflicts(at subject: RecordName) -> [OpenConflict] {
    guard conflictMarks.contains(subject) else { return [] }
    return openConflicts.filter { self.subject(of: $0.record) == subject }
  }

  /// Looks through the whole board for records with two values for a field.
  mutating func findConflicts() {
    conflicted = Set(board.conflicts.map(\.record))
    markConflicts()
  }

  /// Takes note of the conflicts of a record that came in, and says when one is of one's own.
  mutating func noteConflicts<Content: RecordContent>(
    of record: Record<Content>, after old: Record<Content>?
  ) {
    let open = record.header.conflicts
    let before = old?.header.conflicts ?? []
    guard open != before else { return }
    if open.isEmpty {
      conflicted.remove(record.recordName)
    } else {
      conflicted.insert(record.recordName)
    }
    markConflicts()
    let own = open.filter { conflict in
      !before.contains(conflict) && [conflict.kept.by, conflict.other.by].contains(writer)
    }
    guard let first = own.first else { return }
    let field = fieldTitle(path(of: OpenConflict(record: record.recordName, conflict: first)))
    let more = own.count > 1 ? " and \(own.count - 1) more" : ""
    flash = "2 values for \(field)\(more): c settles"
  }

  private mutating func markConflicts() { conflictMarks = Set(conflicted.map(subject)) }

  /// The field of a conflict, as names from the outside in.
  func path(of open: OpenConflict) -> [String] {
    board.value(of: open.record).map { open.conflict.path(in: $0) } ?? [open.conflict.field]
  }

  /// Gives a field one of its values; one act, like any other.
  mutating func settle(_ open: OpenConflict, by settlement: Settlement) -> [Effect] {
    let path = path(of: open)
    guard let edit = settled(open, by: settlement) else {
      flash =
        board.conflicts(of: open.record).contains(open.conflict)
        ? "The record cannot hold that: change the field in its pane."
        : "It was settled meanwhile."
      return []
    }
    let value = board.value(of: open.record).flatMap { open.conflict.standing(in: $0) }
    lastChange = .single("your last change settled a conflict.")
    flash = "Settled: \(fieldTitle(path)) is \(valueText(value, of: path).cut(to: 40))."
    return save([edit])
  }

  /// Settles a conflict in memory.
  private mutating func settled(_ open: OpenConflict, by settlement: Settlement) -> Edit? {
    func settle<Content: RecordContent>(_ content: Content.Type) -> Edit? {
      guard let id = try? Identifier<Content>(open.record.id), let old = board[id],
        let edit = board.settle(open.conflict, of: open.record, by: settlement, stamp: stamp),
        let record = board[id]
      else { return nil }
      place(record, after: old)
      return edit
    }
    return settle(open.record.kind.content)
  }
}

extension Board {
  /// The fields of a record that have two values.
  func conflicts(of name: RecordName) -> [FieldConflict] {
    func conflicts<Content: RecordContent>(_ content: Content.Type) -> [FieldConflict] {
      guard let id = try? Identifier<Content>(name.id) else { return [] }
      return self[id]?.header.conflicts ?? []
    }
    return conflicts(name.kind.content)
  }
}
