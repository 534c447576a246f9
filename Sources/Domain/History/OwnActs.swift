import JSON

/// The acts of one writer, for taking them back and doing them again.
///
/// An undo is an act of its own that says which one it takes back; a redo is an undo of an undo.
package struct OwnActs: Sendable {
  private let acts: [LoggedAct]

  /// - Parameter acts: The acts of one writer's log, in their order.
  package init(_ acts: [LoggedAct]) { self.acts = acts }

  /// The act that the next undo takes back; `nil` when there is none.
  package var undoable: LoggedAct? {
    var takenBack: Set<Int> = []
    for act in acts.reversed() where !takenBack.contains(act.number) {
      guard let target = act.undoes else { return act.makesTheBoard ? nil : act }
      takenBack.insert(target)
    }
    return nil
  }

  /// The undo that the next redo takes back; `nil` when there is none, or something else was done
  /// since.
  package var redoable: LoggedAct? {
    var takenBack: Set<Int> = []
    for act in acts.reversed() where !takenBack.contains(act.number) {
      guard let target = act.undoes else { return nil }
      if self[target]?.undoes == nil { return act }
      takenBack.insert(target)
    }
    return nil
  }

  /// The act of a number, or `nil`.
  package subscript(number: Int) -> LoggedAct? { acts.last { $0.number == number } }

  /// Whether an act has been taken back, and not done again since.
  package func isTakenBack(_ number: Int) -> Bool {
    var takenBack: Set<Int> = []
    for act in acts.reversed() where !takenBack.contains(act.number) {
      if let target = act.undoes { takenBack.insert(target) }
    }
    return takenBack.contains(number)
  }
}

extension LoggedAct {
  /// Whether the act made the board itself, which nobody takes back.
  package var makesTheBoard: Bool { edits.contains { $0.record == .board && $0.before == nil } }

  /// The act that takes this one back.
  ///
  /// It leads every field to what it held before, and is to be refused where a field holds
  /// something else by now. A record that was made is removed, not destroyed.
  ///
  /// - Parameters:
  ///   - stamp: Who takes it back, and when.
  ///   - effective: When that came true; `nil` on the day of the stamp.
  /// - Returns: The act to be saved.
  package func inverse(stamp: Stamp, effective: CalendarDate? = nil) -> Act {
    let touch = FieldChange(path: ["updated"], old: nil, new: stamp.value)
    return Act(
      stamp: stamp, effective: effective,
      edits: edits.reversed().map { edit in
        let back =
          edit.before == nil
          ? [FieldChange(path: ["deleted"], old: nil, new: stamp.value)]
          : edit.changes.reversed().map(\.inverse).filter { !$0.isStamp }
        return Domain.Edit(record: edit.record, changes: back + [touch])
      },
      undoes: number)
  }
}

extension Stamp {
  fileprivate var value: Value { ["at": .string(at.description), "by": .string(by)] }
}
