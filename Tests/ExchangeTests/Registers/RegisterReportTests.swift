import Domain
import Exchange
import Foundation
import JSON
import TestSupport
import Testing

struct RegisterReportTests {
  private func report(
    _ board: Board, in context: Identifier<ScoringContext>? = nil,
    by order: Register.Order = .grading, for audience: Audience = .board
  ) throws -> RegisterReport {
    try RegisterReport(
      of: board, in: context, by: order, for: audience, asAt: PlanBoards.day("2018-09-27"))
  }

  private func text(_ report: RegisterReport, _ format: RegisterFormat) -> String {
    report.file(as: format).text
  }

  @Test func `the generated register is one of 106 issues in 11 themes, and says so`() throws {
    let board = try Board.generatedRegister()
    #expect(board.issues.count == 106)
    #expect(Set(board.issues.all.compactMap(\.content.theme)).count == 11)
    #expect(board.settings.goldenThemes.count == 7)
    #expect(board.problems.isEmpty, "\(board.problems.prefix(3))")
    for issue in board.issues.all {
      #expect(issue.header.source?.hasPrefix("Generated") == true)
    }
    let assessment = try board.assessed()
    let funnel = Funnel(of: board, assessment, cut: .top(30))
    #expect(funnel.all.scored == 106)
    #expect(funnel.all.above == assessment.count(above: .top(30)))
    #expect(funnel.standingAlone.issues == 1)
    #expect(
      try Board.generatedRegister().value(of: .board) == board.value(of: .board),
      "the same every time")
  }

  @Test func `every format says under what it was scored, and as at which day`() throws {
    let board = try Board.shipped()
    let report = try report(board)
    let sheet = try CSVTable(parsing: report.file(as: .csv), file: "register.csv")
    let columns = Dictionary(
      uniqueKeysWithValues: sheet.header.enumerated().map { ($0.element, $0.offset) })
    let (asAt, version) = (
      try #require(columns["as_at"]), try #require(columns["Model version"])
    )
    for row in 0..<sheet.rowCount {
      #expect(sheet[row, asAt] == "2018-09-27")
      #expect(sheet[row, version] == "2015-12")
    }
    let json = try Value(parsing: report.file(as: .json))
    #expect(json["model"]?["version"]?.stringValue == "2015-12")
    #expect(json["as_at"]?.stringValue == "2018-09-27")
    #expect(json["issues"]?.arrayValue?.count == 4)
    #expect(json["unscored"]?.arrayValue?.count == 3)
    #expect(text(report, .markdown).contains("as at 27 September 2018 · scored with "))
    #expect(text(report, .markdown).contains(", version 2015-12\n"))
  }

  @Test func `figures stand in the order of score's columns`() throws {
    let table = try CSVTable(parsing: report(Board.shipped()).file(as: .csv), file: "register.csv")
    let first = table.header.firstIndex(of: "total_harm")
    let start = try #require(first)
    #expect(
      table.header[start..<start + 9] == [
        "total_harm", "total_likelihood", "risk", "total_op", "op_grading", "op_grading_low",
        "op_grading_high", "rank_by_risk", "rank_by_grading",
      ])
    let cse = (start..<start + 9).map { table[0, $0] }
    #expect(cse == ["22", "4.5", "99", "6", "198", "198", "198", "2", "1"])
    let unscored = (start..<start + 9).map { table[6, $0] }
    #expect(unscored == Array(repeating: "", count: 9))
  }

  @Test(arguments: [nil, "north", "south"] as [Identifier<ScoringContext>?])
  func `a register that comes back unchanged leaves nothing to write`(
    context: Identifier<ScoringContext>?
  ) throws {
    let board = try Board.generatedRegister()
    let report = try report(board, in: context)
    let reading = try IssueSheets.read(report.file(as: .csv), board)
    #expect(
      reading.preview.summary == "0 added, 0 changed, 106 unchanged, 0 refused",
      "\(reading.preview.rows.filter { $0.fate != .unchanged }.prefix(2))")
    #expect(reading.preview.columns.allSatisfy { $0.use != .notes })
  }

  @Test func `an override changes the figures of its place only`() throws {
    let board = try Board.shipped()
    let json = try Value(parsing: report(board, in: "block-3").file(as: .json))
    let rows = try #require(json["issues"]?.arrayValue)
    #expect(json["context"]?.stringValue == "block-3")
    #expect(rows.map { $0["op_grading"]?.compactText } == ["308", "169", "42.9", "14.4"])
    #expect(rows[0]["values"]?["volume"]?.compactText == "3")
  }

  @Test func `no cell and no line is taken for a formula or for markup`() throws {
    for text in PlanBoards.hostile {
      var board = try Board.shipped()
      board.issues["cse"]?.title = text
      board.settings.content.themes["illustration"]?.title = text
      let report = try report(board)
      let table = try CSVTable(parsing: report.file(as: .csv), file: "register.csv")
      for row in 0..<table.rowCount {
        for column in table.header.indices {
          let lines = table[row, column].split(whereSeparator: \.isNewline)
          for line in lines {
            let first = line.drop { $0 == " " || $0 == "\u{A0}" }.unicodeScalars.first
            let isNumber = Exact(String(line)) != nil
            #expect(isNumber || !"=+-@".unicodeScalars.contains(first ?? " "), "\(line)")
          }
        }
      }
      let page = self.text(report, .markdown)
      #expect(!page.contains("<script>"))
      #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }

  @Test func `the public is not told what nobody has agreed, nor a cut at a place`() throws {
    var board = try Board.shipped()
    board.settings.content.cuts["morile-2015"] = Cut(top: 2)
    let report = try report(board, for: .public)
    let page = text(report, .markdown)
    #expect(page.contains("CSE") && !page.contains("`w`") && !page.contains("cut"))
    let table = try CSVTable(parsing: report.file(as: .csv), file: "register.csv")
    let basis = try #require(table.header.firstIndex(of: "Basis"))
    #expect(table[0, basis].isEmpty)
    let json = try Value(parsing: report.file(as: .json))
    let first = try #require(json["issues"]?.arrayValue?.first)
    #expect(first["op_grading"]?.compactText == "198")
    #expect(first["is_working"] == nil && first["cut"] == nil && json["cut"] == nil)
  }

  @Test func `the page has a row for each issue with a bar, and the line of the cut`() throws {
    var board = try Board.shipped()
    board.settings.content.cuts["morile-2015"] = Cut(top: 2)
    let page = text(try report(board), .markdown)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(
      rows[0...1] == [
        "| By grade | By risk | Issue | Theme | Risk | Grade |  |",
        "| --: | --: | --- | --- | --: | --: | --- |",
      ])
    let theme = "Home Office illustration 2015 (not the City)"
    #expect(
      rows[2] == "| 1 | 2 | CSE `w` | \(theme) | 99 | 198 | \(String(repeating: "█", count: 20)) |")
    #expect(rows[3].hasSuffix("| 169 | 169 | █████████████████ |"))
    #expect(rows[4] == "|  |  | **cut: the first 2 by grading** |  |  |  |  |")
    #expect(rows[5].contains("Aggravated Burglary `w` *(just missed)*"))
    #expect(rows[6].hasSuffix("| 24 | 14.4 | █▌ |"))
    #expect(page.contains("`w`: nobody has agreed the score yet."))
    #expect(page.contains("## Not scored\n\n- "))
    #expect(page.contains("| All | 7 | 4 | 2 |"))
  }

  @Test func `the page of the generated register tells the funnel`() throws {
    let board = try Board.generatedRegister()
    let page = text(try report(board), .markdown)
    let funnel = Funnel(of: board, try board.assessed(), cut: .top(30))
    #expect(page.contains("## Golden themes\n"))
    let youth = try #require(funnel.goldenThemes["youth"])
    #expect(page.contains("| Youth | \(youth.issues) | \(youth.scored) | \(youth.above) |"))
    #expect(page.contains("| Standing alone | 1 | 1 | "))
    #expect(page.components(separatedBy: "**cut: ").count == 2)
    let byRisk = text(try report(board, by: .risk), .markdown)
    #expect(byRisk.contains("The cut is the first 30 by grading."))
    #expect(!byRisk.contains("**cut: "))
  }

  // MARK: Audience

  @Test(arguments: RegisterFormat.allCases)
  func `the public is not told what nobody has scored or agreed, nor a cut by places`(
    format: RegisterFormat
  ) throws {
    var board = try Board.shipped()
    board.settings.content.cuts["morile-2015"] = Cut(top: 2)
    let shown = text(try report(board, for: .public), format)
    let unscored = try #require(try report(board).json["unscored"]?.arrayValue?.first)
    let title = try #require(unscored["title"]?.stringValue)
    #expect(!shown.contains(title), "it is public, but whether its score is nobody can tell")
    for word in ["unscored", "not scored", "| scored", "working", "`w`", "agreed", "just missed"] {
      #expect(!shown.lowercased().contains(word), "\(word)")
    }
    #expect(!shown.contains("\"cut\"") && !shown.contains("the first 2"))
    #expect(text(try report(board), format).contains(title))
    if format == .markdown { #expect(shown.contains("| All | 4 |\n")) }
    board.settings.content.cuts["morile-2015"] = Cut(value: 169)
    #expect(text(try report(board, for: .public), format).contains("169"))
  }

  static let ways: [Header] = Header.withheld

  @Test(arguments: ways)
  func `what is withheld leaves no trace`(header: Header) throws {
    var board = try Board.shipped()
    var hidden = header
    hidden.notes = "canary"
    var issue = Domain.Issue(title: "Canary issue", stage: .registered)
    issue.text = "canary"
    board.issues["canary"] = Record(id: "canary", header: hidden, content: issue)
    var card = try #require(board.scorecards["cse-block-1"]).content
    card.issue = "canary"
    board.scorecards["canary-card"] = Record(
      id: "canary-card", header: board.scorecards["cse-block-1"]?.header ?? Header(), content: card)
    for format in RegisterFormat.allCases {
      let shown = text(try report(board, for: .public), format).lowercased()
      #expect(!shown.contains("canary"), "\(format)")
      #expect(shown.contains("aggravated burglary"), "what is public is there")
      let all = text(try report(board), format).lowercased()
      #expect(all.contains("canary") != (header.deleted != nil), "\(format)")
    }
  }

  @Test func `a board whose model is not to be had has no register`() throws {
    var board = try Board.shipped()
    board.models["morile-2015"]?.header.marking = nil
    #expect(throws: NothingToScoreWith.self) { try report(board, for: .public) }
    #expect(throws: Never.self) { try report(board) }
    board.settings.content.model = nil
    #expect(throws: NothingToScoreWith.self) { try report(board) }
  }

  @Test func `a score of a former version is told with that version, and comes back unchanged`()
    throws
  {
    var board = try Board.shipped()
    let former = try #require(board["morile-2015" as Identifier<ScoringModel>])
    var card = try #require(
      board.scorecards.standing.first { $0.issue == "cse" && $0.context == nil })
    card.content.basis = .agreed
    board["cse-agreed"] = Record(id: "cse-agreed", header: card.header, content: card.content)
    var model = former
    model.version = "2018-09-27"
    model.criteria["capability"]?.scale[3] = nil
    model.multipliers[6] = nil
    board[model.id] = model
    var content = former.content
    content.formerOf = model.id
    board["former"] = Record(id: "former", header: former.header, content: content)
    let report = try report(board)
    let sheet = try CSVTable(parsing: report.file(as: .csv), file: "register.csv")
    let version = try #require(sheet.header.firstIndex(of: "Model version"))
    let total = try #require(sheet.header.firstIndex(of: "total_op"))
    let title = try #require(sheet.header.firstIndex(of: "Title"))
    let row = try #require((0..<sheet.rowCount).first { sheet[$0, title] == "CSE" })
    #expect(sheet[row, version] == "2015-12")
    #expect(sheet[row, total] == "6")
    #expect(text(report, .markdown).contains("| CSE `v` |"))
    #expect(text(report, .markdown).contains("`v`: agreed under an earlier version"))
    let json = try Value(parsing: report.file(as: .json))
    #expect(json["issues"]?.arrayValue?.first?["model_version"]?.stringValue == "2015-12")
  }
}
