import Domain
import JSON

/// What holds for every text that is read as a log.
enum LogLaws {
  static func flaw(in bytes: [UInt8]) -> String? {
    let limits = Limits(maximumBytes: 1 << 20, maximumDepth: 64)
    let acts = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? Value(parsing: Array(line), limits: limits)).flatMap { try? LoggedAct($0) }
    }
    for act in acts {
      guard (try? LoggedAct(act.value)) == act else { return "an act is not what it was" }
    }
    let history = History(acts)
    if history.acts.count != acts.count { return "an act is missing" }
    return flaw(in: history) ?? flaw(in: OwnActs(acts), of: history)
  }

  private static func flaw(in history: History) -> String? {
    let documents = history.documents
    if !documents.values.allSatisfy({ $0.objectValue != nil }) { return "a record is no object" }
    for act in history.acts {
      let day = act.effective ?? CalendarDate("2018-02-06")
      for record in day.map({ history.documents(asAt: $0) })?.keys ?? [:].keys
      where documents[record] == nil {
        return "\(record) was there, and is in no act"
      }
      for edit in act.edits
      where !history.stamps(of: edit.record).values.allSatisfy({ stamp in
        history.acts.contains { $0.stamp == stamp }
      }) {
        return "\(edit.record) was changed by nobody"
      }
    }
    return nil
  }

  private static func flaw(in acts: OwnActs, of history: History) -> String? {
    let stamp = Stamp(at: Timestamp(seconds: 0), by: "one")
    for act in [acts.undoable, acts.redoable].compactMap({ $0 }) {
      if acts.takenBack.contains(act.number) { return "act \(act.number) is taken back twice" }
      let back = (try? history.takingBack(act, in: history.documents, stamp: stamp)) ?? []
      for edit in back where !edit.changes.isEmpty && !edit.changes.contains(where: \.isStamp) {
        return "\(edit.record) is taken back by nobody"
      }
    }
    return nil
  }
}
