import Domain
import Exchange
import JSON
import TestSupport
import Testing

struct ScoreSheetTests {
  static let inputs = [
    "individual", "community", "public_expectation", "environmental", "financial",
    "organisational", "org_economic", "frequency", "volume", "confidence", "capacity",
    "capability",
  ]

  static let results = [
    "total_harm", "total_likelihood", "risk", "total_op", "op_grading", "op_grading_low",
    "op_grading_high", "rank_by_risk", "rank_by_grading",
  ]

  static func published() throws -> CSVTable {
    let text = try House.text("data/morile-illustration.csv")
    return try CSVTable(parsing: Array(text.utf8), file: "published.csv")
  }

  static func scorer() throws -> Scorer {
    try Scorer(try #require(try Board.shipped().models["morile-2015"]))
  }

  static func sheet(_ text: String, _ scorer: Scorer? = nil) throws -> ScoreSheet {
    try ScoreSheet(
      CSVTable(parsing: Array(text.utf8), file: "rows.csv"), scorer: scorer ?? Self.scorer())
  }

  static func scored(_ text: String, _ scorer: Scorer? = nil) throws -> CSVTable {
    try CSVTable(parsing: sheet(text, scorer).text, file: "scored.csv")
  }

  static func column(_ name: String, of table: CSVTable) throws -> [String] {
    let column = try #require(table.header.firstIndex(of: name), "no column \(name)")
    return (0..<table.rowCount).map { table[$0, column] }
  }

  /// A sheet of rows with the twelve inputs, and nothing else.
  static func text(_ rows: String...) -> String {
    ([inputs.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  // docs/scoring.md, "The published rows".
  @Test func `the published figures are reproduced exactly`() throws {
    let published = try Self.published()
    let sheet = try ScoreSheet(published, scorer: Self.scorer())
    let table = try CSVTable(parsing: sheet.text, file: "scored.csv")
    #expect(published.rowCount == 12)
    for name in ["total_harm", "total_likelihood", "risk", "total_op", "op_grading"] {
      #expect(try Self.column(name, of: table) == Self.column(name, of: published), "\(name)")
    }
    #expect(
      try Self.column("rank_by_risk", of: table)
        == ["11", "8", "1", "6", "10", "8", "4", "5", "11", "7", "1", "3"])
    #expect(
      try Self.column("rank_by_grading", of: table)
        == ["11", "8", "4", "3", "10", "8", "6", "2", "11", "7", "4", "1"])
  }

  @Test func `figures stand after the other columns, in place of their old ones`() throws {
    let sheet = try ScoreSheet(Self.published(), scorer: Self.scorer())
    let table = try CSVTable(parsing: sheet.text, file: "scored.csv")
    #expect(table.header == ["block", "thematic_area"] + Self.inputs + Self.results)
    let again = try ScoreSheet(table, scorer: Self.scorer())
    #expect(again.text == sheet.text)
  }

  @Test func `an assumed multiplier gives bounds`() throws {
    let table = try Self.scored(Self.text("1,1,1,1,1,1,0,1,1,1,1,1"))
    let figures = try Self.results.map { try Self.column($0, of: table)[0] }
    #expect(figures == ["6", "3", "18", "2", "14.4", "10.8", "18", "1", "1"])
  }

  @Test func `equal values share the better rank`() throws {
    let table = try Self.scored(
      Self.text(
        "1,0,0,0,0,0,0,1,1,1,0,0", "4,0,0,0,0,0,0,1,1,1,0,0", "2,0,0,0,0,0,0,1,1,1,0,0",
        "2,0,0,0,0,0,0,1,1,1,0,1"))
    #expect(try Self.column("rank_by_risk", of: table) == ["4", "1", "2", "2"])
    #expect(try Self.column("rank_by_grading", of: table) == ["4", "1", "2", "2"])
  }

  @Test func `a row with an empty input has no figures and no rank`() throws {
    let table = try Self.scored(
      Self.text("1,0,0,0,0,0,0,1,1,1,0,0", "8,8,8,8,8,8,8,3,3,3,3,", "2,0,0,0,0,0,0,1, ,1,0,0"))
    for name in Self.results {
      #expect(try Self.column(name, of: table).dropFirst() == ["", ""], "\(name)")
    }
    #expect(try Self.column("rank_by_grading", of: table)[0] == "1")
  }

  @Test(arguments: [
    "Public Expectation", "PUBLIC_EXPECTATION", "publicexpectation", "Public-Expectation",
    " public expectation ", "expectation", "Expectation",
  ])
  func `a column is found by title or name, however it is written`(name: String) throws {
    let header = Self.inputs.map { $0 == "public_expectation" ? name : $0 }
    let table = try Self.scored(header.joined(separator: ",") + "\n0,0,8,0,0,0,0,1,1,1,0,0\n")
    #expect(try Self.column("risk", of: table) == ["24"])
  }

  @Test(arguments: ["0.50", " 0.5", "0.5 ", "0.5000000000"])
  func `a value may be written in any usual way`(value: String) throws {
    let table = try Self.scored(Self.text("2,0,0,0,0,0,0,\(value),0.5,1,0,0"))
    #expect(try Self.column("total_likelihood", of: table) == ["2"])
    #expect(try Self.column("frequency", of: table) == [value])
  }

  @Test(arguments: [
    "0.6", "4", "-1", "0,5", "two", "1e0", "NaN", "0.4999999999999999999999", "９",
  ])
  func `a value off the scale is named, with the allowed ones`(value: String) {
    let refusal = #expect(throws: SheetProblems.self) {
      try Self.sheet(
        Self.text("1,0,0,0,0,0,0,1,1,1,0,0", "1,0,0,0,0,0,0,1,\"\(value)\",1,0,0"))
    }
    #expect(
      refusal?.description == "rows.csv, line 3, column 9, volume: “\(value)” is not on the "
        + "scale. Use one of: 0.5, 1, 2, 3; or leave it empty.")
  }

  @Test func `all bad cells are named and nothing is scored`() {
    let refusal = #expect(throws: SheetProblems.self) {
      try Self.sheet(
        Self.text("9,0,0,0,0,0,0,1,1,1,0,0", "1,0,0,0,0,0,0,1,1,1,0,0", "1,3,0,0,0,0,0,1,1,1,4,0"))
    }
    #expect(refusal?.problems.map(\.line) == [2, 4, 4])
    #expect(refusal?.problems.map(\.field) == ["individual", "community", "capacity"])
  }

  @Test func `missing and double columns are all named`() {
    let names = Self.inputs.filter { $0 != "volume" && $0 != "capacity" } + ["Individual"]
    let refusal = #expect(throws: SheetProblems.self) {
      try Self.sheet(names.joined(separator: ",") + "\n")
    }
    #expect(
      refusal?.problems.map(\.what) == [
        "is a second column for “Individual” beside individual", "no column is headed “Volume”",
        "no column is headed “Capacity”",
      ])
    #expect(refusal?.problems.first?.column == names.count)
  }

  @Test func `a sheet without rows has only names`() throws {
    let table = try Self.scored(Self.text())
    #expect(table.header == Self.inputs + Self.results)
    #expect(table.rowCount == 0)
  }

  @Test func `formulas in other columns are disarmed`() throws {
    let text = Self.text("1,0,0,0,0,0,0,1,1,1,0,0")
      .replacing("capability\n", with: "capability,=note\n")
      .replacing(",0,0\n", with: ",0,0,=HYPERLINK(1)\n")
    #expect(try Self.column("'=note", of: Self.scored(text)) == ["'=HYPERLINK(1)"])
  }

  @Test func `objects hold numbers for figures and inputs, texts for the rest`() throws {
    let sheet = try ScoreSheet(Self.published(), scorer: Self.scorer())
    let rows = try #require(try sheet.json().arrayValue)
    #expect(rows.count == 12)
    #expect(rows[0]["thematic_area"] == "Dwelling Burglary")
    #expect(rows[0]["block"] == "1")
    #expect(rows[0]["frequency"] == 2)
    #expect(rows[0]["op_grading"]?.numberValue?.literal == "14.4")
    #expect(rows[0]["rank_by_grading"] == 11)
    let names = try #require(rows[0].objectValue?.keys)
    #expect(Set(names) == Set(["block", "thematic_area"] + Self.inputs + Self.results))
  }

  @Test func `an unscored row has null for its figures`() throws {
    let sheet = try Self.sheet(Self.text("1,0,0,0,0,0,0,1,1,1,0,"))
    let row = try #require(try sheet.json().arrayValue?.first)
    for name in Self.results + ["capability"] { #expect(row[name] == .some(.null), "\(name)") }
    #expect(row["individual"] == 1)
  }

  @Test func `two columns of one name make no object`() throws {
    let text = Self.text("1,0,0,0,0,0,0,1,1,1,0,0")
      .replacing("capability\n", with: "capability,note,note\n")
      .replacing(",0,0\n", with: ",0,0,x,y\n")
    let sheet = try Self.sheet(text)
    let refusal = #expect(throws: SheetProblems.self) { try sheet.json() }
    #expect(refusal?.problems.map(\.field) == ["note"])
    let table = try CSVTable(parsing: sheet.text, file: "scored.csv")
    #expect([table[0, 12], table[0, 13]] == ["x", "y"])
  }

  @Test func `another model names its own totals`() throws {
    let table = try Self.scored("Need,reach,effort\n3,2,1\n", .variant())
    #expect(
      table.header == [
        "Need", "reach", "effort", "total_wish", "risk", "total_work", "op_grading",
        "op_grading_low", "op_grading_high", "rank_by_risk", "rank_by_grading",
      ])
    #expect(
      table.header.indices.map { table[0, $0] }
        == ["3", "2", "1", "5", "6", "1", "7", "7", "7", "1", "1"])
  }

  @Test func `a model whose names clash scores no sheet`() throws {
    let refusal = #expect(throws: SheetProblems.self) {
      try Self.sheet("Need,reach,effort\n3,2,1\n", .variant(column: "wish"))
    }
    #expect(refusal?.problems.map(\.file) == ["models/variant.json"])
  }
}
