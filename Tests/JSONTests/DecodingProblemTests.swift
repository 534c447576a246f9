import JSON
import Testing

struct DecodingProblemTests {
  struct Plan: Codable {
    struct Milestone: Codable {
      var due: String
      var rank: Int8
    }
    enum Status: String, Codable { case open, done }
    struct Day: Codable {
      struct NotADay: Error, CustomStringConvertible { let description = "is not a day" }
      init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if text.isEmpty { throw NotADay() }
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "is no day: \(text)"))
      }
    }
    var title: String
    var milestones: [String: Milestone]
    var status: Status?
    var share: Double?
    var flag: Bool?
    var list: [[Int]]
    var day: Day?
  }

  static let problems: [(text: String, sentence: String)] = [
    ("[]", "line 1, column 1: the document is a list where an object is needed"),
    ("\n {}", "line 2, column 2: title is missing"),
    (#"{"title": 1}"#, "line 1, column 11: title is a number where text is needed"),
    (#"{"title": null}"#, "line 1, column 11: title is null where text is needed"),
    (
      "{\"title\": \"é\",\n \"milestones\": {\"m1\": {\"due\": 4}}}",
      "line 2, column 31: milestones.m1.due is a number where text is needed"
    ),
    (
      "{\"title\": \"é\",\n \"milestones\": {\"m1\": {\"rank\": 4}}}",
      "line 2, column 23: milestones.m1.due is missing"
    ),
    (
      #"{"title": "", "milestones": {"m.\u001b": {"due": "", "rank": 128}}}"#,
      "line 1, column 62: milestones.\"m.\\u001b\".rank "
        + "is 128 where a whole number from -128 to 127 is needed"
    ),
    (
      #"{"title": "", "milestones": {"m": {"due": "", "rank": 1.0}}}"#,
      "line 1, column 55: milestones.m.rank is 1.0 where a whole number from -128 to 127 is needed"
    ),
    (
      #"{"title": "", "milestones": {"m": {"due": "", "rank": "1"}}}"#,
      "line 1, column 55: milestones.m.rank is text where a whole number is needed"
    ),
    (
      #"{"title": "", "flag": 1}"#,
      "line 1, column 23: flag is a number where true or false is needed"
    ),
    (
      #"{"title": "", "share": 1e400}"#,
      "line 1, column 24: share is 1e400, which is too large or too small"
    ),
    (
      #"{"title": "", "share": true}"#,
      "line 1, column 24: share is true or false where a number is needed"
    ),
    (
      #"{"title": "", "list": [[], [1, []]]}"#,
      "line 1, column 32: list.1.1 is a list where a whole number is needed"
    ),
    (
      #"{"title": "", "list": [[], [1e2]]}"#,
      "line 1, column 29: list.1.0 is 1e2 where a whole number from \(Int.min) to \(Int.max) is needed"
    ),
    (#"{"title": "", "day": "x"}"#, "line 1, column 22: day is no day: x"),
    (#"{"title": "", "day": ""}"#, "line 1, column 22: day is not a day"),
    (
      #"{"title": "", "status": "lost"}"#,
      #"line 1, column 25: status is "lost", which is not one of its values"#
    ),
  ]

  @Test(arguments: problems)
  func `a problem names line, column, field and what is needed`(
    text: String, sentence: String
  ) throws {
    let document = try Document(parsing: Array(text.utf8))
    let problem = #expect(throws: DecodingProblem.self) { try document.decode(Plan.self) }
    #expect(problem?.description == sentence)
  }

  @Test func `a problem of a bare value names its path only`() {
    let value: Value = ["title": "", "milestones": ["m1": ["rank": 1]]]
    let problem = #expect(throws: DecodingProblem.self) { try value.decode(Plan.self) }
    #expect(problem?.path == ["milestones", "m1", "due"])
    #expect(problem?.reason == "is missing")
    #expect(problem?.line == nil)
    #expect(problem?.column == nil)
    #expect(problem?.description == "milestones.m1.due is missing")
  }
}
