import Domain
import Foundation
import JSON
import Store

/// One save, against the same system calls without anything of ours between them.
struct SaveMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let folder = try workshop.boardFolder(1_000)
    let board = BoardFolder(path: folder.path, writer: "bench@desk")
    let issue = try aScoredIssue(in: board)
    var count = 0
    let change = {
      count += 1
      try board.save(
        Act(
          stamp: Stamp(at: Timestamp(seconds: 1_538_037_720 + count), by: "bench@desk"),
          edits: [
            Edit(
              record: issue,
              changes: [
                FieldChange(
                  path: ["x-note"], old: count == 1 ? nil : .string("note \(count - 1)"),
                  new: .string("note \(count)"))
              ])
          ]))
    }
    try change()
    let bare = try BareSave(like: issue, in: folder, writer: "bench@desk")
    let comparison = try Comparison(rounds: 301) {
      try seconds { try change() }
    } theirs: {
      try seconds { try bare.run() }
    }
    let ours = "p50 \(time(comparison.ours.median)), p99 \(time(comparison.ours.percentile(99)))"
    var line = Line(
      "save one field, with lock, merge, log and syncs", comparison, against: "bare system calls",
      aim: .atMost(1.3))
    line = Line(
      what: line.what, figure: ours, against: line.against, ratio: line.ratio, aim: line.aim,
      isMet: line.isMet)
    return [line]
  }

  private func aScoredIssue(in board: BoardFolder) throws -> RecordName {
    guard let issue = try board.load().board.issues.all.first else {
      throw Failure("the board has no issue")
    }
    return issue.recordName
  }
}
