package import JSON

extension History {
  /// What a record is to say once an act on it is taken back.
  ///
  /// The state before the act and the record as it is are merged as two revisions of the state
  /// after it, so that what others have done to other fields since stays. A record that the act made
  /// is removed, not destroyed.
  ///
  /// - Parameters:
  ///   - edit: The record's part of the act.
  ///   - act: The act.
  ///   - current: The record as it is.
  ///   - stamp: Who takes it back, and when.
  /// - Returns: The document to write.
  /// - Throws: ``UndoRefusal`` when a field of the act holds something else by now.
  package func takingBack(
    _ edit: LoggedAct.Edit, of act: LoggedAct, in current: Value, stamp: Stamp
  ) throws(UndoRefusal) -> Value {
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

  private func refusal(
    _ field: [String], of record: RecordName, _ act: LoggedAct, in current: Value
  ) -> UndoRefusal {
    let givers = stamps(of: record).filter {
      $0.key.starts(with: field) || field.starts(with: $0.key)
    }.values
    return UndoRefusal(
      act: act.number, record: record, field: field, found: current.value(at: field[...]),
      since: givers.max { $0.isEarlier(than: $1) })
  }
}

extension Stamp {
  fileprivate var value: Value { ["at": .string(at.description), "by": .string(by)] }
}
