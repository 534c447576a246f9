import Domain
import JSON
import Store
import Testing

struct NewsTests {
  @Test func `what was done since an act is read from the ends of the logs`() throws {
    let folder = try TemporaryFolder.board()
    for count in 1...3 {
      try folder.board.save(
        Act(
          [SaveTests.rename(from: .string("\(count - 1)"), to: .string("\(count)"))],
          by: count == 2 ? "anna@desk" : "ben@desk"))
    }
    let news = try folder.board.news(after: 2)
    #expect(news.acts.map(\.number) == [3, 4])
    #expect(news.acts.map(\.stamp.by) == ["anna@desk", "ben@desk"])
    #expect(news.last == 4)
    #expect(try folder.board.news(after: nil).acts == [])
    #expect(try folder.board.news(after: nil).last == 4)
    #expect(try folder.board.news(after: 9).acts == [])
  }

  @Test func `of a log that is very long only the end is read`() throws {
    let folder = try TemporaryFolder.board()
    let text = String(repeating: "x", count: 200_000)
    var old: Value = "Drugs"
    for count in 1...8 {
      let new = Value.string("\(count)\(text)")
      try folder.board.save([SaveTests.rename(from: old, to: new)])
      old = new
    }
    let acts = try folder.board.news(after: 0).acts
    #expect(acts.last?.number == 9)
    #expect((1..<8).contains(acts.count))
  }
}
