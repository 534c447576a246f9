import Foundation
import TestSupport
import Testing

struct ScoreTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  static let header =
    "individual,community,public_expectation,environmental,financial,"
    + "organisational,org_economic,frequency,volume,confidence,capacity,capability"

  static let results =
    "total_harm,total_likelihood,risk,total_op,op_grading,op_grading_low,"
    + "op_grading_high,rank_by_risk,rank_by_grading"

  static var published: String { House.root.appending(path: "data/morile-illustration.csv").path }

  @Test func `the published rows come out with the published figures`() throws {
    defer { shell.remove() }
    let answer = try shell.run("score", Self.published)
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(
      answer.output == """
        block,thematic_area,\(Self.header),\(Self.results)
        1,Dwelling Burglary,1,1,1,0,1,1,1,2,1,1,0,0,6,4,24,0,14.4,14.4,14.4,11,11
        1,Aggravated Burglary,4,2,2,0,2,2,1,0.5,2,2,0,1,13,4.5,58.5,1,35.1,35.1,35.1,8,8
        1,Modern Slavery,4,4,8,0,2,4,4,0.5,3,3,3,2,26,6.5,169,5,169,169,169,1,4
        1,CSE,4,2,8,0,0,4,4,1,0.5,3,3,3,22,4.5,99,6,198,198,198,6,3
        2,Dwelling Burglary,1,1,1,0,1,1,1,2,2,1,0,0,6,5,30,0,18,18,18,10,10
        2,Aggravated Burglary,4,2,2,0,2,2,1,0.5,2,2,0,1,13,4.5,58.5,1,35.1,35.1,35.1,8,8
        2,Modern Slavery,4,4,8,0,2,4,4,0.5,2,3,3,2,26,5.5,143,5,143,143,143,4,6
        2,CSE,4,2,8,0,0,4,4,1,1,3,3,3,22,5,110,6,220,220,220,5,2
        3,Dwelling Burglary,1,1,1,0,1,1,1,2,1,1,0,0,6,4,24,0,14.4,14.4,14.4,11,11
        3,Aggravated Burglary,4,2,2,0,2,2,1,0.5,3,2,0,1,13,5.5,71.5,1,42.9,42.9,42.9,7,7
        3,Modern Slavery,4,4,8,0,2,4,4,0.5,3,3,3,2,26,6.5,169,5,169,169,169,1,4
        3,CSE,4,2,8,0,0,4,4,1,3,3,3,3,22,7,154,6,308,308,308,3,1

        """)
  }

  @Test(arguments: [[], ["-"]])
  func `a sheet on standard input is scored the same`(arguments: [String]) throws {
    defer { shell.remove() }
    let text = try House.text("data/morile-illustration.csv")
    let piped = try shell.run(["score"] + arguments, input: text)
    #expect(piped.status == 0)
    #expect(piped.output == (try shell.run("score", Self.published).output))
    let again = try shell.run("score", input: piped.output)
    #expect(again.output == piped.output)
  }

  @Test func `objects hold figures as numbers`() throws {
    defer { shell.remove() }
    let answer = try shell.run("score", Self.published, "--json")
    let rows = try answer.rows()
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(rows.count == 12)
    #expect(rows[3]["thematic_area"] as? String == "CSE")
    #expect(rows[3]["risk"] as? Double == 99)
    #expect(rows[3]["op_grading"] as? Double == 198)
    #expect(rows[3]["rank_by_grading"] as? Int == 3)
    #expect(rows[0]["op_grading"] as? Double == 14.4)
  }

  @Test func `nothing is scored when a value is off its scale, and all such values are named`()
    throws
  {
    defer { shell.remove() }
    let sheet = """
      \(Self.header)
      1,1,1,0,1,1,1,2,1,1,0,0
      1,3,1,0,1,1,1,2,1,1,0,0
      1,1,1,0,1,1,1,2,many,1,0,0

      """
    let answer = try shell.run("score", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == """
        standard input, line 3, column 2, community: “3” is not on the scale. \
        Use one of: 0, 1, 2, 4, 8; or leave it empty.
        standard input, line 4, column 9, volume: “many” is not on the scale. \
        Use one of: 0.5, 1, 2, 3; or leave it empty.

        """)
  }

  @Test func `a missing column is named`() throws {
    defer { shell.remove() }
    let answer = try shell.run("score", input: Self.header.replacing("volume,", with: "") + "\n")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "standard input, line 1: no column is headed “Volume”. "
        + "Add one; leave a cell of it empty where nothing is scored.\n")
  }

  @Test func `a file that is not there is named`() throws {
    defer { shell.remove() }
    let answer = try shell.run("score", "nowhere.csv")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "nowhere.csv cannot be read: No such file or directory.\n")
  }

  @Test func `output that cannot be written is no success`() throws {
    defer { shell.remove() }
    let answer = try shell.run("score", Self.published, output: "/dev/full")
    #expect(answer.status == 73)
    #expect(answer.errors == "The output could not be written: No space left on device.\n")
  }

  @Test(arguments: ["\u{1B}]0;x\u{7}", "\u{9B}2J", "\u{202E}", "\u{0}"])
  func `a cell that steers terminals is refused and does not`(text: String) throws {
    defer { shell.remove() }
    let sheet = "name,\(Self.header)\n\(text),1,1,1,0,1,1,1,2,1,1,0,0\n"
    let answer = try shell.run("score", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("standard input, line 2, column 1: a control character"))
    #expect(answer.isHarmless)
  }

  @Test func `a model comes from a file or from the board`() throws {
    defer { shell.remove() }
    let file = "\(shell.board)/models/morile-2015.json"
    let tenfold = try shell.text(of: "models/morile-2015.json")
      .replacing("\"risk\": \"harm * likelihood\"", with: "\"risk\": \"harm * likelihood * 10\"")
    try shell.write(tenfold, to: "models/tenfold.json")
    let plain = try shell.run("score", Self.published)
    #expect(try shell.run("score", Self.published, "--model", file).output == plain.output)
    let other = try shell.run(
      "score", Self.published, "--model", "tenfold", "--board", shell.board, "--json")
    #expect(other.status == 0)
    #expect(try other.rows()[3]["risk"] as? Double == 990)
    let unknown = try shell.run(
      "score", Self.published, "--model", "unheard", "--board", shell.board)
    #expect(unknown.status == 64)
    #expect(unknown.output.isEmpty)
    #expect(
      unknown.errors == "“unheard” is not a model of this board. "
        + "Use one of: morile-2015, tenfold; or a JSON file.\n")
  }

  @Test func `a model with a hole in its table scores nothing`() throws {
    defer { shell.remove() }
    let holed = try shell.text(of: "models/morile-2015.json")
      .replacing(
        "    \"4\": {\n      \"basis\": \"assumed\",\n      \"value\": 1\n    },\n", with: "")
    try shell.write(holed, to: "models/holed.json")
    let answer = try shell.run(
      "score", Self.published, "--model", "\(shell.board)/models/holed.json")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "Nothing can be scored with \(shell.board)/models/holed.json: multipliers "
        + "has no entry for 4, which the scales allow; add one, marked assumed.\n")
  }

  @Test func `a board that is named is scored by its own model`() throws {
    defer { shell.remove() }
    let path = "\(shell.board)/models/morile-2015.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let steeper = text.replacing("\"value\": 2\n", with: "\"value\": 3\n")
    try #require(steeper != text)
    try steeper.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try shell.run("score", Self.published).output.contains(",198,"))
    let answer = try shell.run("score", Self.published, "--board", shell.board)
    #expect(answer.output.contains(",297,"))
  }
}
