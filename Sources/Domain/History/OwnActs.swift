/// The acts of one writer, for taking them back and doing them again.
///
/// An undo is an act of its own that says which one it takes back; a redo is an undo of an undo.
package struct OwnActs: Sendable {
  private let acts: [LoggedAct]

  /// The numbers of the acts that have been taken back, and not been done again since.
  package let takenBack: Set<Int>

  /// - Parameter acts: The acts of one writer's log, in their order.
  package init(_ acts: [LoggedAct]) {
    self.acts = acts
    // From the last one on: an undo that is itself taken back takes nothing back.
    takenBack = acts.reversed().reduce(into: []) { takenBack, act in
      if let target = act.undoes, !takenBack.contains(act.number) { takenBack.insert(target) }
    }
  }

  /// The act that the next undo takes back; `nil` when there is none.
  package var undoable: LoggedAct? { undoable { _ in true } }

  /// The last act that can be taken back before the act of a number; `nil` when there is none.
  package func undoable(before number: Int) -> LoggedAct? { undoable { $0.number < number } }

  private func undoable(where isMeant: (LoggedAct) -> Bool) -> LoggedAct? {
    let last = acts.last {
      $0.undoes == nil && !takenBack.contains($0.number) && isMeant($0)
    }
    return last.flatMap { $0.makesTheBoard ? nil : $0 }
  }

  /// The undo that the next redo takes back; `nil` when there is none, or something else was done
  /// since.
  package var redoable: LoggedAct? {
    for act in acts.reversed() where !takenBack.contains(act.number) {
      guard let target = act.undoes else { return nil }
      if self[target]?.undoes == nil { return act }
    }
    return nil
  }

  /// The act of a number, or `nil`.
  package subscript(number: Int) -> LoggedAct? { acts.last { $0.number == number } }
}

extension LoggedAct {
  /// Whether the act made the board itself, which nobody takes back.
  package var makesTheBoard: Bool { edits.contains { $0.record == .board && $0.before == nil } }
}
