import Domain
import Testing
import Workspace

/// How much typing can be lost.
struct DraftPaceTests {
  /// What is typed at some second.
  typealias Step = (texts: [String], second: Int)

  static let long = String(repeating: "b", count: 500)
  let start = ContinuousClock.now
  var pace = DraftPace()

  private func draft(_ text: String) -> Draft {
    Draft(
      at: Timestamp(seconds: 0), title: "Add an issue", command: .addIssue, record: nil,
      fields: [Draft.Field(label: "Title", before: "", text: text)])
  }

  /// Whether drafts of these texts are due.
  private mutating func isDue(_ texts: [String], at second: Int) -> Bool {
    pace.isDue(texts.map(draft), at: start + .seconds(second))
  }

  @Test(
    arguments: [
      ([], []),
      // Four seconds after the first change, not after the last.
      ([(["a"], 0), (["ab"], 3), (["abc"], 4), (["abc"], 9), (["abcd"], 9)], [4]),
      // What is as it was written waits for nothing.
      ([(["a"], 0), ([], 3), (["a"], 5), (["a"], 9)], [9]),
      ([([String(repeating: "a", count: 199)], 0)], []),
      ([([String(repeating: "a", count: 200)], 0)], [0]),
      // What two texts have in common does not count; what was taken out does.
      ([(["a\(long)c"], 0), (["ax\(long)c"], 1), (["a"], 2)], [0, 2]),
      // A draft that is gone must not be offered again.
      ([(["a", "b"], 0), (["a", "b"], 4), (["b"], 5), ([], 6)], [4, 5, 6]),
    ] as [([Step], [Int])])
  mutating func `drafts are due within four seconds or 200 characters`(steps: [Step], due: [Int]) {
    var found: [Int] = []
    for step in steps where isDue(step.texts, at: step.second) { found.append(step.second) }
    #expect(found == due)
  }

  @Test mutating func `one waits no longer than until drafts are due`() {
    #expect(pace.patience(at: start) == nil)
    _ = isDue(["a"], at: 0)
    #expect(pace.patience(at: start + .seconds(3)) == .seconds(1))
    #expect(pace.patience(at: start + .seconds(9)) == .zero)
    _ = isDue(["a"], at: 9)
    #expect(pace.patience(at: start + .seconds(9)) == nil)
  }

  @Test mutating func `what could not be written is tried again, but not without end at once`() {
    let due = isDue([Self.long], at: 0)
    pace.failed()
    let again = [1, 4, 5, 6].map { isDue([Self.long], at: $0) }
    #expect(due)
    #expect(again == [false, false, true, false])
    #expect(pace.holds([draft(Self.long)]))
  }
}
