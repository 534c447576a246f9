/// What one act did to one record, for a person to read.
package struct HistoryEntry: Hashable, Sendable {
  /// What became of the record as a whole.
  package enum Fate: Sendable { case added, changed, removed, restored }

  package let record: RecordName

  /// The number of the act on this board.
  package let number: Int

  /// Who did it, and when it was typed.
  package let stamp: Stamp

  /// When it came true, where that is not the day on which it was typed.
  package let effective: CalendarDate?
  package let fate: Fate

  /// Which fields, from what to what, but for the stamps that every act leaves.
  package let changes: [FieldChange]

  /// The number of the act that this one takes back; `nil` when none.
  package let undoes: Int?

  /// Whether the act has been taken back since, and not been done again.
  package let isTakenBack: Bool

  /// The entry of a record in an act.
  ///
  /// - Parameters:
  ///   - edit: The record's part of the act.
  ///   - act: The act.
  ///   - isTakenBack: Whether it no longer counts.
  package init(_ edit: LoggedAct.Edit, of act: LoggedAct, isTakenBack: Bool) {
    record = edit.record
    number = act.number
    stamp = act.stamp
    let isOfItsDay = act.effective.map { $0 == act.stamp.at.date } ?? true
    effective = isOfItsDay ? nil : act.effective
    let deletion = edit.changes.first { $0.path.first == Header.deleted }
    fate =
      edit.before == nil
      ? .added : deletion.map { $0.new == nil ? .restored : .removed } ?? .changed
    changes = edit.changes.filter { Header.StampField(rawValue: $0.path.first ?? "") == nil }
    undoes = act.undoes
    self.isTakenBack = isTakenBack
  }

  /// The last day on which it can have come true, counted from 1970-01-01.
  package var day: Int { effective?.lastDayNumber ?? stamp.at.dayNumber }
}

extension History {
  /// What was done to some records, the latest first.
  package func entries(on records: Set<RecordName>) -> [HistoryEntry] {
    let takenBack = Dictionary(grouping: acts, by: \.stamp.by).mapValues { OwnActs($0).takenBack }
    return acts.reversed().flatMap { act in
      act.edits.filter { records.contains($0.record) }.map { edit in
        let isTakenBack = takenBack[act.stamp.by]?.contains(act.number) ?? false
        return HistoryEntry(edit, of: act, isTakenBack: isTakenBack)
      }
    }
  }
}
