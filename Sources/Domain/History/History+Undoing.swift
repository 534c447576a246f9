package import JSON

extension History {
  /// The edits that take back an act.
  ///
  /// - Parameters:
  ///   - act: The act.
  ///   - documents: The act's records as they are.
  ///   - stamp: Who takes it back, and when.
  /// - Returns: An edit of each record, from the act's last one to its first: what was made for
  ///   another record goes after it.
  /// - Throws: ``UndoRefusal`` when a field of the act holds something else by now, a conflict that
  ///   it left was settled, or nothing of it is left to be led back.
  package func takingBack(
    _ act: LoggedAct, in documents: [RecordName: Value], stamp: Stamp
  ) throws(UndoRefusal) -> [Edit] {
    let edits = try act.edits.reversed().map { edit throws(UndoRefusal) in
      let current = documents[edit.record] ?? .object(Object())
      let wanted = try takingBack(edit, of: act, in: current, stamp: stamp)
      return Edit(record: edit.record, changes: FieldChange.between(current, wanted))
    }
    if edits.allSatisfy({ $0.changes.allSatisfy(\.isStamp) }),
      let refusal = whyNothingIsLeft(of: act, in: documents)
    {
      throw refusal
    }
    return edits
  }

  /// What a record is to say once an act on it is taken back.
  ///
  /// The state before the act and the record as it is are merged as two revisions of the state
  /// after it, so that what others have done to other fields since stays. A record that the act made
  /// is removed, not destroyed.
  private func takingBack(
    _ edit: LoggedAct.Edit, of act: LoggedAct, in current: Value, stamp: Stamp
  ) throws(UndoRefusal) -> Value {
    if let conflict = edit.conflicts.first(where: { !$0.isNoted(in: current) }) {
      throw refusal(settled: conflict, of: edit.record, act, in: current)
    }
    let after = document(of: edit.record, through: act.number)
    var result = current
    if edit.before == nil {
      let since = FieldChange.between(after, current).first { !$0.isStamp }
      if let since { throw refusal(since.path, of: edit.record, act, in: current) }
      result.set(stamp.value, at: [Header.deleted])
    } else {
      var before = document(of: edit.record, through: act.number - 1)
      // A file that was changed by hand held something else before the act than the logs tell.
      for change in edit.changes where before.value(at: change.path[...]) != change.old {
        change.inverse.replay(on: &before)
      }
      do {
        result = try Revision(document: before, stamp: stamp)
          .merged(strictlyWith: current, from: after)
      } catch {
        throw refusal(error.field, of: edit.record, act, in: current)
      }
    }
    result.set(stamp.value, at: [Header.updated])
    return result
  }

  /// What a record held after the act of a number, according to the logs.
  private func document(of record: RecordName, through number: Int) -> Value {
    var document = Value.object(Object())
    for act in acts.prefix(while: { $0.number <= number }) {
      for edit in act.edits where edit.record == record {
        for change in edit.changes { change.replay(on: &document) }
      }
    }
    return document
  }

  /// Who has led back all that an act did; `nil` when it did nothing in the first place.
  private func whyNothingIsLeft(
    of act: LoggedAct, in documents: [RecordName: Value]
  ) -> UndoRefusal? {
    for edit in act.edits {
      let current = documents[edit.record] ?? .object(Object())
      let changed = edit.changes.first {
        !$0.isStamp && current.value(at: $0.path[...]) != $0.new
      }
      if let changed { return refusal(changed.path, of: edit.record, act, in: current) }
    }
    return nil
  }

  private func refusal(
    settled conflict: FieldConflict, of record: RecordName, _ act: LoggedAct, in current: Value
  ) -> UndoRefusal {
    let field = conflict.path(in: current)
    let settler = acts.last { later in
      later.number > act.number
        && later.edits.contains { edit in
          edit.record == record
            && edit.changes.contains {
              $0.path == [Header.conflicts] && conflict.isListed(in: $0.old)
                && !conflict.isListed(in: $0.new)
            }
        }
    }
    return UndoRefusal(
      act: act.number, record: record, field: field, found: current.value(at: field[...]),
      since: settler?.stamp, isSettled: true)
  }

  private func refusal(
    _ field: [String], of record: RecordName, _ act: LoggedAct, in current: Value
  ) -> UndoRefusal {
    // What stands there may be of no act: whoever gave it an earlier value has not changed it since.
    let later = History(acts.filter { $0.number > act.number })
    let givers = later.stamps(of: record).filter {
      $0.key.starts(with: field) || field.starts(with: $0.key)
    }.values
    return UndoRefusal(
      act: act.number, record: record, field: field, found: current.value(at: field[...]),
      since: givers.max { $0.isEarlier(than: $1) })
  }
}

extension LoggedAct.Edit {
  /// The conflicts that the act has left in the record.
  fileprivate var conflicts: [FieldConflict] {
    changes.filter { $0.path == [Header.conflicts] }.flatMap { change in
      FieldConflict.listed(in: change.new).filter { !$0.isListed(in: change.old) }
    }
  }
}

extension FieldConflict {
  /// The conflicts of a list, which need not all be as we write them.
  fileprivate static func listed(in list: Value?) -> [FieldConflict] {
    (list?.arrayValue ?? []).compactMap { try? $0.decode(FieldConflict.self) }
  }

  /// Whether a list tells of the value that this conflict lost.
  fileprivate func isListed(in list: Value?) -> Bool {
    FieldConflict.listed(in: list).contains { $0.field == field && $0.other == other }
  }

  /// Whether nobody has settled this conflict of a record: it is on its list, or has made room there
  /// for later ones of its field.
  fileprivate func isNoted(in document: Value) -> Bool {
    let list = document[Header.conflicts]
    return isListed(in: list)
      || FieldConflict.listed(in: list).count { $0.field == field } >= Merge.mostConflictsOfAField
  }
}

extension Stamp {
  fileprivate var value: Value { ["at": .string(at.description), "by": .string(by)] }
}
