import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Makes records anew from what the logs say of them, where the logs can.
  func rebuild(
    _ findings: [RecordFinding], in folder: Folder
  ) throws(StoreError) -> [Recovery.Step] {
    var files: [PendingFile] = []
    var damaged: Set<RecordName> = []
    var steps: [Recovery.Step] = []
    var folders = RecordFolders(of: folder)
    for finding in findings {
      guard finding.isRebuildable, let trail = finding.trail, let what = finding.rebuilding,
        var file = try? PendingFile(making: finding.record, saying: trail.document, in: &folders),
        (try? file.check()) != nil
      else { continue }
      if case .damaged = finding.difference { damaged.insert(finding.record) }
      files.append(file)
      steps.append(Recovery.Step(file: finding.record.path, what: what))
    }
    try PendingFile.stage(files)
    do throws(StoreError) {
      for (index, file) in files.enumerated() where damaged.contains(file.record) {
        let path = file.record.path
        let kept = try saving(path) { () throws(Errno) in try file.keepDamaged() }
        steps[index] = Recovery.Step(
          file: path, what: "\(steps[index].what); the damaged file is kept in \(kept)")
      }
      do throws(PendingFile.Failure) {
        try PendingFile.publish(files)
      } catch {
        throw .cannotWrite(path: error.record.path, error.errno)
      }
    } catch {
      PendingFile.discard(files)
      throw error
    }
    return steps
  }

  /// Takes what stands in files, and no act has made it, into the log.
  func adopt(
    _ findings: [RecordFinding], as stamp: Stamp, _ number: Int, in folder: Folder
  ) throws(StoreError) -> [Recovery.Step] {
    var edits: [LoggedAct.Edit] = []
    var steps: [Recovery.Step] = []
    for finding in findings where finding.isForAdoption {
      let reading = RecordReading(of: finding.record, in: folder)
      guard case .document(let document) = reading.outcome else { continue }
      let old = finding.trail?.document
      let edit = LoggedAct.Edit(
        record: finding.record, before: old.map { Digest(of: $0.canonicalBytes) },
        after: Digest(of: document.canonicalBytes),
        changes: FieldChange.between(old ?? [:], document))
      edits.append(edit)
      let sentences = old == nil ? "" : ": " + edit.changes.map(\.sentence).joined(separator: ", ")
      steps.append(
        Recovery.Step(
          file: finding.record.path, what: "was taken into the log by act \(number)\(sentences)"))
    }
    guard !edits.isEmpty else { return [] }
    var log = try log(of: stamp.by, in: folder)
    let act = LoggedAct(
      number: number, stamp: stamp, edits: edits, previous: log.last.map(Digest.init(of:)))
    do throws(LogFile.Failure) {
      try log.append(act.line)
    } catch {
      throw error.isCertain
        ? .cannotWrite(path: log.path, error.errno) : .uncertain(path: log.path, error.errno)
    }
    return steps
  }
}

extension RecordFinding {
  /// What is done about it from the logs, in words; `nil` when nothing is.
  fileprivate var rebuilding: String? {
    let act = trail.map { "as act \($0.latest.act) of \($0.latest.writer) left it" } ?? ""
    switch difference {
    case .behind: return "was brought up to the log, \(act)"
    case .damaged: return "was damaged, and rebuilt from the log \(act)"
    case .missing: return "was missing, and rebuilt from the log \(act)"
    case .altered, .unlogged, .unexplained: return nil
    }
  }

  fileprivate var isForAdoption: Bool {
    switch difference {
    case .altered, .unlogged, .unexplained: true
    case .behind, .damaged, .missing: false
    }
  }
}

extension PendingFile {
  /// Keeps the record's damaged file under a hidden name beside its place, which is free then.
  ///
  /// What is kept already is never replaced.
  fileprivate func keepDamaged() throws(Errno) -> String {
    var name = ".\(record.fileName).damaged"
    var number = 1
    while folder.holds(name) {
      number += 1
      name = ".\(record.fileName).damaged-\(number)"
    }
    try folder.rename(record.fileName, to: name)
    return folder.path(of: name)
  }
}
