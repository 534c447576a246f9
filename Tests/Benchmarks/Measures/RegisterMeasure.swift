import Domain
import Foundation
import TestSupport

/// The register at its largest: a sheet of issues read and checked, one value changed, lookalikes of
/// one title.
struct RegisterMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let (small, large) = (workshop.sizes[0], workshop.sizes.last ?? workshop.sizes[0])
    return try importing(rows: large) + showing(small, large)
      + [changing(small, large), likening(large)]
  }

  // MARK: Import

  private static let reading = """
    import csv, sys
    with open(sys.argv[1], newline="") as file:
        rows = list(csv.DictReader(file))
    print(len(rows))
    """

  /// The preview of an import against a script that makes issues of the same file, and against
  /// Python's reading of it alone, of which nothing is made.
  private func importing(rows: Int) throws -> [Line] {
    let what = "import of \(rows) rows, read and checked, whole process"
    guard let program = workshop.program else { return [Line(what, notMeasured: "no program")] }
    let sheet = workshop.folder.appending(path: "issues.csv")
    try Data(text(rows: rows).utf8).write(to: sheet)
    let board = try workshop.cityBoard()
    let ours = [program, "import", "issues", sheet.path, "--board", board.path]
    let others = [
      ("a Python script", ["python3", Workshop.source("issues.py"), sheet.path]),
      ("Python's csv, reading only", ["python3", "-c", RegisterMeasure.reading, sheet.path]),
    ]
    return try others.map { name, theirs in
      let comparison = try Comparison(rounds: 7) {
        try run(ours, "ours.txt", saying: "\(rows) added, 0 changed, 0 unchanged, 0 refused\n")
      } theirs: {
        try run(theirs, "theirs.txt", saying: "\(rows)\n")
      }
      return Line(what, comparison, against: name, aim: .faster(1))
    }
  }

  /// Runs a program to its end; gives the seconds it took.
  private func run(_ arguments: [String], _ output: String, saying words: String) throws -> Double {
    let file = workshop.folder.appending(path: output).path
    let duration = try seconds {
      let child = try ChildProcess(
        arguments, environment: ChildProcess.surroundings, output: file)
      guard child.wait() == 0 else { throw Failure("\(arguments[0]) refused the sheet") }
    }
    let said = try String(contentsOfFile: file, encoding: .utf8)
    guard said.contains(words) else { throw Failure("\(arguments[0]): \(said.suffix(200))") }
    return duration
  }

  /// A sheet with a title, a text and all values in every row.
  private func text(rows: Int) -> String {
    var generator = BoardGenerator(model: workshop.model, seed: UInt64(rows))
    let board = generator.board(issues: rows)
    let criteria = workshop.model.content.criteria.keys.sorted()
    var text = "Title,Text,Raised," + criteria.map(\.text).joined(separator: ",") + "\n"
    for (issue, card) in zip(board.issues.all, board.scorecards.all) {
      let values = criteria.map { card.values[$0]?.description ?? "" }
      text += "\(issue.title),\(issue.content.text ?? ""),\(issue.raised?.description ?? ""),"
      text += values.joined(separator: ",") + "\n"
    }
    return text
  }

  // MARK: One value

  /// What of it both orders take, for any issue: finding its new places moves what lies between.
  private func changing(_ small: Int, _ large: Int) throws -> Line {
    var few = try ValueDesk(workshop.board(small), workshop.model)
    var many = try ValueDesk(workshop.board(large), workshop.model)
    let comparison = Comparison(rounds: 101, ours: { many.change() }, theirs: { few.change() })
    return Line(
      what: "both ranks known after one value, \(large) issues",
      figure: time(comparison.ours.median),
      against: "\(small) issues \(time(comparison.theirs.median))",
      ratio: Aim.atMost(1).text(comparison))
  }

  /// One value given by its key in one issue after the other, until the screen is right, with both
  /// ranks on it.
  private func showing(_ small: Int, _ large: Int) -> [Line] {
    let value = PaneDeed(
      "one value changed, both ranks and the screen right", after: "4\r", before: "jh1h", keys: "4")
    return PaneDeed.lines(
      [value], on: workshop.board(large), called: "\(large) issues",
      against: workshop.board(small), called: "\(small) issues")
  }

  // MARK: Lookalikes

  /// The lookalikes of one title among all issues of a board: less than a frame at 60 Hz.
  private func likening(_ size: Int) -> Line {
    let board = workshop.board(size)
    let lookalikes = Lookalikes(of: board)
    var durations: [Double] = []
    for round in 0..<101 {
      let title = "Smugling of vehicle \(round * 7)"
      let duration = seconds {
        let found = lookalikes.matches(title: title, text: nil, except: nil, in: board)
        precondition(found.count <= 3, "At most three are suggested.")
      }
      if round > 0 { durations.append(duration) }
    }
    let samples = Samples(durations)
    return Line(
      what: "lookalikes of one title among \(size) issues",
      figure: "p50 \(time(samples.median)), p99 \(time(samples.percentile(99)))",
      aim: "p99 < 16 ms", isMet: samples.percentile(99) < 0.016)
  }
}

/// A board whose issues are given one value after the other.
private struct ValueDesk {
  private var board: Board
  private var assessment: Assessment
  private let scorer: Scorer
  private var random = SeededGenerator(seed: 1)

  init(_ board: Board, _ model: Record<ScoringModel>) throws {
    self.board = board
    scorer = try Scorer(model)
    assessment = Assessment(of: board, scorer: scorer)
  }

  /// Changes a value of some issues; gives the seconds it took.
  mutating func change() -> Double {
    seconds {
      for _ in 0..<20 { changeOne() }
    } / 20
  }

  private mutating func changeOne() {
    let slot = Table<Issue>.Slot(Int.random(in: 0..<board.issues.count, using: &random))
    let criterion = scorer.criteria[Int.random(in: scorer.criteria.indices, using: &random)]
    let point = criterion.points[Int.random(in: criterion.points.indices, using: &random)]
    guard let card = assessment.workingCard(of: slot) else { return }
    board.scorecards[slot: card].values[criterion.id] = point.value
    assessment.file(card, of: board)
    assessment.reassess(slot, in: board)
    let standing = assessment.score(of: slot).map { assessment.standing(of: $0) }
    precondition((standing?.byRisk ?? 0) > 0, "Every generated issue has a rank.")
  }
}
