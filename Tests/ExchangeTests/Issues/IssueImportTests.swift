import Domain
import Exchange
import Foundation
import TestSupport
import Testing

struct IssueImportTests {
  private let criteria = IssueSheets.criteria

  @Test func `a sheet as people write it adds issues with working scores`() throws {
    let reading = try IssueSheets.read(
      """
      THREAT,Description,Source agency,Raised on,\(criteria.uppercased()),Officer comment
      Courier fraud,Calls to the old,trading standards,Mar-18,4,2,4,0,4,1,2,2,2,1,1,0,Seen twice
      """)
    #expect(reading.preview.summary == "1 added, 0 changed, 0 unchanged, 0 refused")
    #expect(reading.preview.columns.map(\.heading).count == 17)
    #expect(reading.preview.columns.first?.use == .field("Title"))
    #expect(reading.preview.columns.last?.use == .notes)
    let board = try reading.written()
    let slot = try board.slot(called: "Courier fraud")
    let issue = board.issues[slot: slot]
    #expect(issue.text == "Calls to the old")
    #expect(issue.sourcePartner == "trading-standards")
    #expect(issue.raised?.description == "2018-03")
    #expect(issue.stage == .emerging)
    #expect(issue.header.notes == "Officer comment: Seen twice")
    #expect(issue.header.source == "imported from issues.csv")
    #expect(issue.header.marking == board.lowestMarking)
    let assessment = try board.assessed()
    #expect(assessment.score(of: slot)?.risk.value == 85)
    #expect(assessment.isWorking(slot, in: board))
    let card = try #require(assessment.workingCard(of: slot).map { board.scorecards[slot: $0] })
    #expect(card.date?.description == "2018-09-27")
    #expect(card.modelVersion == assessment.scorer.version)
  }

  @Test func `a sheet that is taken in again asks for nothing`() throws {
    let sheet = "Title,Volume,Remark,Marking\nA,2,one,OFFICIAL\nB,3,,\n"
    let board = try IssueSheets.read(sheet).written()
    let again = try IssueSheets.read(sheet, board)
    #expect(again.preview.summary == "0 added, 0 changed, 2 unchanged, 0 refused")
    #expect(again.preview.isEmpty)
    #expect(again.preview.acts(on: board, stamp: try PlanBoards.stamp()).isEmpty)
  }

  @Test func `the published rows are what the shipped board says already`() throws {
    let file = House.root.appending(path: "data/morile-illustration.csv")
    let bytes = [UInt8](try Data(contentsOf: file))
    let reading = try IssueSheets.read(bytes, nil, IssueIntake(baseline: "1"))
    #expect(
      reading.preview.summary == "0 added, 0 changed, 4 unchanged, 0 refused",
      "\(reading.preview.rows)")
    let left = reading.preview.columns.filter { $0.use == .leftOut }.map(\.heading)
    #expect(left == ["total_harm", "total_likelihood", "risk", "total_op", "op_grading"])
  }

  @Test func `the published rows make a baseline and two overrides`() throws {
    var board = try Board.shipped()
    for issue in Array(board.issues.all) {
      board.issues[issue.id]?.header.deleted = try PlanBoards.stamp()
    }
    let file = House.root.appending(path: "data/morile-illustration.csv")
    let reading = try IssueSheets.read(
      [UInt8](try Data(contentsOf: file)), board, IssueIntake(baseline: "1"))
    #expect(reading.preview.count(of: .added) == 4, "\(reading.preview.problems)")
    board = try reading.written()
    let gradings = try ([nil, "block-2", "block-3"] as [Identifier<ScoringContext>?]).map {
      context in
      let assessment = try board.assessed(in: context)
      return assessment.score(of: try board.slot(called: "CSE"))?.grading.value
    }
    #expect(gradings == [198, 220, 308])
    // An override holds only what differs; in block 2 and 3 that is Volume, where it does.
    let overrides = board.scorecards.standing.filter {
      $0.context != nil && $0.id.text.hasPrefix("made")
    }
    #expect(overrides.allSatisfy { $0.values.entries.map(\.criterion) == ["volume"] })
    #expect(overrides.count == 5)
  }

  @Test func `changed cells change the working score, and nothing else does`() throws {
    let reading = try IssueSheets.read("Title,Volume,Theme\ncse,3,\n")
    let row = try reading.row
    #expect(row.fate == .changed)
    #expect(row.known == RecordName("issues/cse"))
    #expect(row.changes == ["volume: 0.5 → 3"])
    let board = try reading.written()
    let slot = try #require(board.issues.slot(of: "cse"))
    #expect(try board.assessed().score(of: slot)?.grading.value == 308)
    #expect(board.issues[slot: slot] == reading.board.issues[slot: slot])
    #expect(board.scorecards.count == reading.board.scorecards.count)
  }

  @Test func `a hyphen takes a value away, and an empty cell does not`() throws {
    let board = try IssueSheets.read("ID,Volume,Frequency\ncse,-,\n").written()
    let slot = try #require(board.issues.slot(of: "cse"))
    #expect(try board.assessed().score(of: slot) == nil)
    let card = try #require(board.scorecards["cse-block-1"])
    #expect(card.values["volume"] == nil && card.values["frequency"] == 1)
  }

  @Test func `an agency scores for itself, beside the board's score`() throws {
    let sheet = "Title,Scored by,Volume,Reason for volume\nCSE,City of London Police,3,Many cases\n"
    let board = try IssueSheets.read(sheet).written()
    let slot = try #require(board.issues.slot(of: "cse"))
    let spread = try board.assessed().spread(of: slot, in: board)
    #expect(spread.cards.keys.map(\.text) == ["police"])
    #expect(spread.rows.flatMap(\.given).map(\.reason) == ["Many cases"])
    #expect(try board.assessed().score(of: slot)?.grading.value == 198)
  }

  @Test func `an agreed score that differs is refused, one that says the same is not`() throws {
    var board = try Board.shipped()
    var card = try #require(board.scorecards["cse-block-1"])
    card.basis = .agreed
    board.scorecards["cse-block-1"] = card
    let same = try IssueSheets.read("ID,Basis,Volume\ncse,agreed,0.5\n", board)
    #expect(same.preview.summary == "0 added, 0 changed, 1 unchanged, 0 refused")
    let other = try IssueSheets.read("ID,Basis,Volume\ncse,agreed,3\n", board)
    #expect(other.preview.count(of: .refused) == 1)
    let working = try IssueSheets.read("ID,Volume\ncse,3\n", board)
    #expect(working.preview.count(of: .changed) == 1)
    let written = try working.written()
    let slot = try #require(written.issues.slot(of: "cse"))
    let assessment = try written.assessed()
    #expect(assessment.score(of: slot)?.grading.value == 198, "the agreed one counts")
    let new = try #require(assessment.workingCard(of: slot).map { written.scorecards[slot: $0] })
    #expect(new.values.entries.count == 12, "it begins with what was agreed")
  }

  @Test func `what a spreadsheet makes of the model's version is the version`() throws {
    let reading = try IssueSheets.read("Title,Model version,Volume\nA,Dec-15,1\nB,2015-12,1\n")
    #expect(reading.preview.count(of: .added) == 2)
  }

  @Test func `a title is one line, and is mended where the ID says whose it is`() throws {
    let reading = try IssueSheets.read("ID,Title\n,\"A \nrefused: B\"\ncse,cse\n")
    #expect(reading.preview.rows.map(\.title) == ["A refused: B", "cse"])
    let board = try reading.written()
    #expect(board.issues["cse"]?.title == "cse")
    #expect(try IssueSheets.read("Title\nCse\n", board).row.fate == .unchanged)
  }

  @Test(arguments: [(Domain.Issue.Stage.merged, "registered"), (.dismissed, "emerging")])
  func `an issue that is taken back keeps nothing of its former stage`(
    stage: Domain.Issue.Stage, word: String
  ) throws {
    var board = try Board.shipped()
    board.issues["cse"]?.stage = stage
    board.issues["cse"]?.mergedInto = "dwelling-burglary"
    board.issues["cse"]?.dismissReason = "Covered elsewhere"
    let reading = try IssueSheets.read("Title,Stage\nCSE,\(word)\n", board)
    #expect(try reading.row.remarks.isEmpty)
    let issue = try #require(try reading.written().issues["cse"])
    #expect(issue.stage.rawValue == word)
    #expect(issue.mergedInto == nil && issue.dismissReason == nil)
  }

  @Test func `the order of golden themes is no change`() throws {
    var board = try Board.generatedRegister()
    let issue = try #require(board.issues.standing.first { $0.goldenThemes.count > 1 })
    board.issues[issue.id]?.goldenThemes.reverse()
    let reading = try IssueSheets.read(
      RegisterReport(
        of: board, by: .grading, for: .board, asAt: PlanBoards.day("2018-09-27")
      ).file(as: .csv), board)
    #expect(reading.preview.isEmpty, "\(reading.preview.rows.flatMap(\.changes))")
  }

  // MARK: What is refused

  static let refused: [(sheet: String, sentence: String)] = [
    (
      "Title,Volume\nA,4\n",
      "issues.csv, line 2, column 2, Volume: “4” is not on the scale. Use one of: 0.5, 1, 2, 3; or"
    ),
    (
      "Title,Theme\nA,Drugs\n",
      "column 2, Theme: there is no theme “Drugs”. Use one of: Home Office"
    ),
    ("Title,Golden theme\nA,Youth\n", "there is no golden theme “Youth”. The board has none."),
    (
      "Title,Volume\nA,1\nB,1\nA,1\n", "line 4, column 1, Title: is said twice: line 2 says it too."
    ),
    (
      "Title,Block,Volume\nA,block-2,1\nA,2,3\n",
      "line 3, column 2, Block: is said twice: line 2 says it too."
    ),
    (
      "Title,Basis,Volume\nA,agreed,1\nA,Agreed,1\n", "is said twice: line 2 says it too."
    ),
    (
      "Title,Basis,Volume\nA,agreed,1\n", "Basis: is agreed, and says other values than were agreed"
    ),
    (
      "Title,Place,Volume\nA,Leeds,1\n",
      "line 2, column 2, Place: there is no place or period “Leeds”. Use one of: Illustration, block 2;"
    ),
    ("Title,Stage\nA,dismissed\n", "Stage: a sheet cannot make an issue dismissed."),
    ("Title,Stage\nA,new\n", "there is no stage “new”. Use emerging or registered."),
    ("Title,Raised\nA,30 Feb 2018\n", "Raised: "),
    ("Title,Stands alone\nA,perhaps\n", "“perhaps” is not taken. Use yes or no."),
    ("Title,Area\nA,Frad\n", "Area: there is no area “Frad”."),
    ("Title,Source partner\nA,Interpol\n", "there is no partner “Interpol”."),
    ("ID\nnothing-there\n", "column 1, ID: there is no issue “nothing-there”. Write its whole ID"),
    ("ID,Title\nmodern,Theft of bicycles\n", "ID: there is no issue “modern”."),
    ("Title,Raised\nA,28 Sep 2018\n", "Raised: 28 Sep 2018 is still to come."),
    ("Title,Scored on,Volume\nA,2019,1\n", "Scored on: 2019 is still to come."),
    ("Title,Volume\nA\n", "issues.csv, line 2: this row has 1 cell, but there are 2 column names."),
    ("Title,Volume\nA,1,2\n", "line 2: this row has 3 cells, but there are 2 column names."),
    ("Title,Theme\nA,\"Cars\nand boats\"\n", "there is no theme “Cars and boats”."),
    ("Title,Text\n,words\n", "line 2, column 1, Title: says nothing of which issue is meant."),
    ("Title,Text\nA,one\nA,two\n", "says “two”, but line 2 says another thing of the same issue."),
    ("Title,Model version,Volume\nA,1998,1\n", "“1998” is not the version in use."),
    ("Title,Model version,Volume\nA,Nov-15,1\n", "“Nov-15” is not the version in use."),
    ("Title,Model,Volume\nA,Tactical,1\n", "“Tactical” is not the model in use."),
    ("Title,Volume,Volume reason\nA,,Why\n", "is the reason for no value. Write the value, too."),
    ("Title,Basis,Volume\nA,mine,1\n", "“mine” is not taken. Use working, agency or agreed."),
    ("Title,Basis,Volume\nA,agency,1\n", "is an agency's, but not which. Name it under Scored by."),
  ]

  @Test(arguments: refused)
  func `what cannot be taken is named with row and column`(sheet: String, sentence: String) throws {
    let reading = try IssueSheets.read(sheet)
    let told = reading.preview.problems.map(\.description)
    #expect(told.contains { $0.contains(sentence) }, "\(told)")
    #expect(reading.preview.count(of: .refused) == 1)
    let written = try reading.written()
    #expect(!written.issues.standing.contains { $0.title == "A" })
    #expect(
      written.scorecards.count - reading.board.scorecards.count
        == reading.preview.rows.reduce(0) { $0 + $1.cards.count })
  }

  @Test func `a row with too few cells is refused by itself`() throws {
    let reading = try IssueSheets.read("Title,Volume\nA,1\nB\nC,1\n\n")
    #expect(reading.preview.summary == "2 added, 0 changed, 0 unchanged, 1 refused")
  }

  @Test func `all that is wrong with an issue is told at once`() throws {
    let reading = try IssueSheets.read("Title,Theme,Volume,Capacity\nA,Drugs,4,9\n")
    #expect(reading.preview.problems.count == 3, "\(reading.preview.problems)")
    #expect(reading.preview.isEmpty)
  }

  @Test(arguments: [
    ("", "line 1, column 1: there is nothing here"),
    ("Volume,Theme\n1,\n", "line 1: no column is headed “Title” or “ID”"),
    ("Title;Volume\nA;1\n", "line 1: the columns are not separated by commas"),
    ("Title,Issue\nA,B\n", "is a second column for “Title” beside “Title”"),
    ("Title,Volume,volume\nA,1,1\n", "is a second column for “Volume” beside “Volume”"),
    ("Title\n\u{1B}[2J\n", "a control character (U+001B) stands here"),
  ])
  func `what is no sheet of issues is refused whole`(sheet: String, sentence: String) throws {
    let problems = try #require(throws: SheetProblems.self) { try IssueSheets.read(sheet) }
    #expect(problems.description.contains(sentence), "\(problems)")
  }

  @Test func `bytes of another encoding are refused with their place`() throws {
    let windows = Array("Title,Volume\nCaf".utf8) + [0xE9] + Array(",1\n".utf8)
    let bare = "Title,Volume\nA,1\n".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    let wide: [UInt8] = [0xFF, 0xFE] + bare
    let cases: [([UInt8], String)] = [
      (windows, "issues.csv, line 2, column 4: these bytes are not UTF-8. Save it as CSV in UTF-8"),
      (wide, "issues.csv, line 1, column 1: these bytes are not UTF-8."),
      (bare, "a control character (U+0000) stands here"),
    ]
    for (bytes, sentence) in cases {
      let problems = try #require(throws: SheetProblems.self) { try IssueSheets.read(bytes) }
      #expect(problems.description.contains(sentence), "\(problems)")
    }
  }

  // MARK: Columns

  @Test func `a column can be told to be another`() throws {
    let intake = IssueIntake(columns: [
      "Kind of crime": "title", "Vol.": "volume", "Ref": "-", "Theme": "notes",
    ])
    let reading = try IssueSheets.read(
      "Ref,kind of crime,Vol.,Theme\n7,Fraud by post,2,Drugs\n", nil, intake)
    let board = try reading.written()
    let slot = try board.slot(called: "Fraud by post")
    #expect(board.issues[slot: slot].header.notes == "Theme: Drugs")
    #expect(reading.preview.columns.map(\.use).contains(.leftOut))
    #expect(try board.assessed().values(of: slot, in: board).compactMap(\.self) == [2])
  }

  @Test(arguments: [
    (["Nothing": "title"], "no column is headed “Nothing”"),
    (["Title": "tilte"], "Title: cannot be “tilte”, which issues do not have. Perhaps: Title."),
  ])
  func `what a column is told to be must be there`(
    columns: [String: String], sentence: String
  ) throws {
    let problems = try #require(throws: SheetProblems.self) {
      try IssueSheets.read("Title\nA\n", nil, IssueIntake(columns: columns))
    }
    #expect(problems.description.contains(sentence), "\(problems)")
  }

  @Test func `three hundred columns are kept, and a near heading is told`() throws {
    let others = (1...297).map { "Field \($0)" }
    let sheet =
      (["Title", "Volumne", "Volume"] + others).joined(separator: ",") + "\nA,9,1,"
      + others.indices.map { $0 == 100 ? "" : "cell \($0)" }.joined(separator: ",") + "\n"
    let reading = try IssueSheets.read(sheet)
    #expect(reading.preview.columns.count == 300)
    #expect(
      reading.preview.notes.contains("“Volumne” is kept as notes. Perhaps it is: Volume."))
    let board = try reading.written()
    let issue = board.issues[slot: try board.slot(called: "A")]
    let lines = try #require(issue.header.notes).split(separator: "\n")
    #expect(lines.count == 297)
    #expect(lines.first == "Volumne: 9" && lines.last == "Field 297: cell 296")
  }

  @Test func `of many columns a few are told, and how many more`() throws {
    let sheet =
      (["Title"] + (1...300).map { "Volume \($0)" }).joined(separator: ",") + "\nA"
      + String(repeating: ",x", count: 300) + "\n"
    let preview = try IssueSheets.read(sheet).preview
    #expect(preview.notes.count == 7, "\(preview.notes)")
    #expect(preview.notes.contains("95 more columns that are kept as notes come near others, too."))
    let lines = preview.columnLines
    #expect(lines[0] == "Columns: Title")
    #expect(lines[1].hasSuffix("“Volume 12” and 288 more"))
  }

  @Test func `many themes that are added keep their order, and short ranks`() throws {
    let sheet = "Title,Theme\n" + (1...2_000).map { "Issue \($0),Theme \($0)\n" }.joined()
    let board = try IssueSheets.read(sheet, nil, IssueIntake(addsThemes: true)).written()
    let themes = board.settings.themes.ranked().map(\.value)
    #expect(themes.suffix(2_000).map(\.title) == (1...2_000).map { "Theme \($0)" })
    #expect(themes.allSatisfy { ($0.rank ?? "").count < 8 })
  }

  @Test func `themes are added only where that is asked for, and only for rows that are taken`()
    throws
  {
    let sheet = "Title,Theme,Volume\nA,Drugs,1\nB,drugs,1\nC,Cars,9\n"
    #expect(try IssueSheets.read(sheet).preview.count(of: .refused) == 3)
    let reading = try IssueSheets.read(sheet, nil, IssueIntake(addsThemes: true))
    #expect(reading.preview.summary == "2 added, 0 changed, 0 unchanged, 1 refused")
    let board = try reading.written()
    let themes = board.settings.themes.ranked().map(\.value.title)
    #expect(themes.last == "Drugs" && !themes.contains("Cars"))
    let taken = try ["A", "B"].map { board.issues[slot: try board.slot(called: $0)].theme }
    #expect(taken[0] != nil && taken[0] == taken[1])
  }

  // MARK: What a person should look at

  @Test func `an issue that is nearly there already is told, and added all the same`() throws {
    let reading = try IssueSheets.read(
      "Title\nCity businesses in unregulated cryptocurrency\nCity business in unregulated cryptocurrency\n"
    )
    #expect(reading.preview.count(of: .added) == 2)
    let remarks = reading.preview.rows.map { $0.remarks.map(\.what) }
    #expect(remarks[0].contains { $0.hasPrefix("is like “City businesses in the unregulated") })
    #expect(remarks[1].count == 2, "also the row before: \(remarks)")
  }

  @Test func `a title that reads as a formula, and a gap in the values, are told`() throws {
    let reading = try IssueSheets.read(
      "Title,Volume,Frequency\n=1+1,1,\n'=2+2,1,2\n", nil)
    let rows = reading.preview.rows
    #expect(rows.map(\.title) == ["=1+1", "=2+2"])
    #expect(
      rows[0].remarks.first?.description
        == "issues.csv, line 2, column 1, Title: begins as a formula does. It is kept as text, and "
        + "defused wherever it is written into a sheet.")
    #expect(rows[1].remarks.allSatisfy { !$0.what.contains("formula") }, "it is defused already")
    let gap = try #require(rows[0].remarks.last)
    #expect(gap.field == "Individual" && gap.line == 2)
    #expect(gap.what.hasPrefix("is unscored, with 10 more: Community, "))
  }

  @Test func `that nobody marks an issue is told`() throws {
    let notes = try IssueSheets.read("Title,Marking\nA,\nB,OFFICIAL\nC,\n").preview.notes
    #expect(
      notes == [
        "2 issues that are added have no marking and no area: they are marked OFFICIAL, the "
          + "lowest, which is public."
      ])
    let marked = IssueIntake(marking: try Board.shipped().lowestMarking)
    #expect(try IssueSheets.read("Title\nA\n", nil, marked).preview.notes.isEmpty)
  }

  @Test func `a long text that changes is shown from where it does`() throws {
    var board = try Board.shipped()
    let text = String(repeating: "All of it is as it was before. ", count: 8)
    board.issues["cse"]?.text = text + "The end."
    let row = try IssueSheets.read("Title,Text\nCSE,\(text)The end. Or not.\n", board).row
    #expect(row.changes.count == 1)
    #expect(
      row.changes.first
        == "text: …was before. The end. → …was before. The end. Or not.",
      "\(row.changes)")
  }

  @Test func `an issue that was dismissed is told with its reason`() throws {
    var board = try Board.shipped()
    board.issues["cse"]?.stage = .dismissed
    board.issues["cse"]?.dismissReason = "Covered elsewhere"
    let row = try IssueSheets.read("Title,Volume\nCSE,3\n", board).row
    #expect(
      row.remarks.map(\.what).contains("is an issue that was dismissed: “Covered elsewhere”"))
  }

  @Test func `what looks like personal data is found in what is new, and only there`() throws {
    let board = try Board.shipped()
    let sheet = "Title,Text\nCSE,Ring 020 7946 0958\n"
    let reading = try IssueSheets.read(sheet, board)
    #expect(try reading.row.personalData(on: board).map(\.field) == ["text"])
    let written = try reading.written()
    let again = try IssueSheets.read("Title,Text,Volume\nCSE,Ring 020 7946 0958,3\n", written)
    #expect(try again.row.personalData(on: written).isEmpty)
  }

  // MARK: Writing

  @Test func `a very large sheet is written as several acts, each issue whole`() throws {
    let sheet = "Title,Volume\n" + (1...25).map { "Issue \($0),1\n" }.joined()
    let reading = try IssueSheets.read(sheet)
    let acts = reading.preview.acts(
      on: reading.board, stamp: try PlanBoards.stamp(), recordsInAct: 10)
    #expect(acts.map(\.count) == [10, 10, 10, 10, 10])
    for act in acts {
      let issues = act.filter { $0.record.kind == .issue }.map(\.record.id)
      let cards = act.filter { $0.record.kind == .scorecard }
      #expect(issues.count == cards.count)
    }
    #expect(
      reading.preview.acts(on: reading.board, stamp: try PlanBoards.stamp()).count == 1)
  }
}
