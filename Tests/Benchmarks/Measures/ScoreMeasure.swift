import Domain
import Foundation
import TestSupport

/// `socboard score` of a large sheet against a plain Python script that does the same.
struct ScoreMeasure {
  let workshop: Workshop
  private let rows = 60_000

  func lines() throws -> [Line] {
    let what = "score of \(rows) rows, whole process"
    guard let program = workshop.program else { return [Line(what, notMeasured: "no program")] }
    let sheet = workshop.folder.appending(path: "sheet.csv")
    try Data(text.utf8).write(to: sheet)
    let ours = [program, "score", sheet.path]
    let theirs = ["python3", Workshop.source("score.py"), sheet.path]
    let comparison = try Comparison(rounds: 7) {
      try run(ours, "ours.csv")
    } theirs: {
      try run(theirs, "theirs.csv")
    }
    let isEqual = try figures("ours.csv") == figures("theirs.csv")
    return [
      Line(what, comparison, against: "Python", aim: .faster(2)),
      Line(
        what: "the same figures in all \(rows) rows", figure: isEqual ? "equal" : "different",
        against: "Python", aim: "equal", isMet: isEqual),
    ]
  }

  /// Runs a program to its end; gives the seconds it took.
  private func run(_ arguments: [String], _ output: String) throws -> Double {
    let file = workshop.folder.appending(path: output).path
    return try seconds {
      let child = try ChildProcess(
        arguments, environment: ChildProcess.surroundings, output: file)
      guard child.wait() == 0 else {
        let said = try String(contentsOfFile: file, encoding: .utf8)
        throw Failure("\(arguments.joined(separator: " ")): \(said)")
      }
    }
  }

  /// The lines of an output, without what ends them.
  private func figures(_ output: String) throws -> [Substring] {
    let text = try String(contentsOf: workshop.folder.appending(path: output), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline)
  }

  /// The sheet: a name and the value of each criterion in every row.
  private var text: String {
    var random = SeededGenerator(seed: 60_000)
    let criteria = workshop.model.content.criteria.sorted { $0.key < $1.key }
    let scales = criteria.map { $0.value.scale.keys.sorted().map(\.description) }
    var text = "issue," + criteria.map(\.key.text).joined(separator: ",") + "\n"
    for row in 1...rows {
      let values = scales.map { $0[Int.random(in: $0.indices, using: &random)] }
      text += "Issue \(row)," + values.joined(separator: ",") + "\n"
    }
    return text
  }
}
