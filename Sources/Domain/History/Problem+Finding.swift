extension Problem {
  /// A record that does not fit what the logs say of it.
  ///
  /// - Parameters:
  ///   - finding: The record, and how it differs.
  ///   - lastAct: The number of the board's last act, which a save may have left half done.
  package init(_ finding: RecordFinding, lastAct: Int) {
    let file = finding.record.path
    switch finding.difference {
    case .damaged(let problem):
      self.init(
        file: problem.file, line: problem.line, column: problem.column, field: problem.field,
        what: "is damaged: \(problem.what)", remedy: finding.remedy(otherwise: problem.remedy))
    case .missing where finding.lacks(onlyAct: lastAct, after: nil):
      self.init(unfinished: finding, after: nil)
    case .missing:
      self.init(
        file: file, what: "is missing, and the log has it since \(finding.firstAct)",
        remedy: finding.remedy())
    case .behind(let state) where finding.lacks(onlyAct: lastAct, after: state):
      self.init(unfinished: finding, after: state)
    case .behind(let state):
      self.init(
        file: file, what: "does not show \(finding.list(after: state))",
        remedy: finding.remedy("brings it up to the log"))
    case .altered(let changes):
      self.init(
        file: file,
        what: "is altered: since \(finding.lastAct) it was changed outside socboard, "
          + changes.prefix(8).map(\.sentence).joined(separator: ", ")
          + (changes.count > 8 ? " and \(changes.count - 8) fields more" : ""),
        remedy: RecordFinding.adoption)
    case .unlogged:
      self.init(
        file: file, what: "is in no log: it was put here outside socboard",
        remedy: RecordFinding.adoption)
    case .unexplained:
      let gap = finding.trail?.gap.map { "before act \($0.act) of \($0.writer)" }
      self.init(
        file: file,
        what: gap.map { "was changed outside socboard \($0), and no log has that change" }
          ?? "is what the log says, but the changes in the log do not lead there",
        remedy: RecordFinding.adoption)
    }
  }
}

extension Problem {
  /// A record that the board's last act has left behind.
  private init(unfinished finding: RecordFinding, after state: RecordTrail.State?) {
    self.init(
      file: finding.record.path,
      what: "does not show \(finding.list(after: state)) yet: the save was interrupted",
      remedy: "The next save, or “socboard recover”, finishes it.")
  }
}

extension RecordFinding {
  fileprivate static let adoption =
    "“socboard recover --adopt” takes what stands there into the log."

  fileprivate var firstAct: String { trail?.states.first.map { "act \($0.act)" } ?? "" }
  fileprivate var lastAct: String { trail.map { "act \($0.latest.act)" } ?? "" }

  /// The acts that a file lacks that is as it was after some act, `nil` before the first.
  private func acts(after state: RecordTrail.State?) -> ArraySlice<RecordTrail.State> {
    guard let states = trail?.states else { return [] }
    let place = states.lastIndex { $0 == state }
    return states[(place.map { $0 + 1 } ?? 0)...]
  }

  /// Whether a file is as it was after some act, `nil` before the first, but for one act.
  fileprivate func lacks(onlyAct number: Int, after state: RecordTrail.State?) -> Bool {
    acts(after: state).map(\.act) == [number]
  }

  /// The acts that a file lacks, in words.
  fileprivate func list(after state: RecordTrail.State?) -> String {
    let missing = acts(after: state)
    let last = missing.last.map { "act \($0.act) of \($0.writer)" } ?? ""
    return missing.count == 1 ? last : "\(missing.count) acts, the last of them \(last)"
  }

  /// What to do about a record that should be made anew.
  fileprivate func remedy(
    _ what: String = "rebuilds it from the log",
    otherwise remedy: String = "Bring it back from a copy of the board."
  ) -> String {
    if isRebuildable { return "“socboard recover” \(what)." }
    return trail == nil ? remedy : "The log cannot rebuild it. \(remedy)"
  }
}

extension FieldChange {
  /// The change as a part of a sentence: `title from "A" to "B"`.
  package var sentence: String {
    "\(field) from \(EditRefusal.shown(old)) to \(EditRefusal.shown(new))"
  }
}
