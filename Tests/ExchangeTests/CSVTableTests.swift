import Domain
import Exchange
import TestSupport
import Testing

struct CSVTableTests {
  static func table(_ text: String) throws -> CSVTable {
    try CSVTable(parsing: Array(text.utf8), file: "rows.csv")
  }

  @Test(arguments: [
    "a,b\n1,2\n",
    "a,b\r\n1,2\r\n",
    "a\nlone\n",
    "a,b\n,\n\"x,y\",\"say \"\"so\"\"\"\n",
    "a\n\"two\nlines\"\n",
    "é,日本\n¼, spaced \n",
  ])
  func `a sheet is written as it was read`(text: String) throws {
    #expect(String(decoding: try Self.table(text).text, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\n1,2\r\n3,4\n", [["1", "2"], ["3", "4"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]]),
    ("a,b\n\"1\",\"\"\n", [["1", ""]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("a,b\n1,", [["1", ""]]),
    ("a,b\n", []),
    ("a\n\n", [[""]]),
  ])
  func `cells are what stands between the commas`(text: String, rows: [[String]]) throws {
    let table = try Self.table(text)
    #expect(table.header.first == "a")
    let found = (0..<table.rowCount).map { row in table.header.indices.map { table[row, $0] } }
    #expect(found == rows)
  }

  @Test func `every cell knows its line and character`() throws {
    let table = try Self.table("a,b,c\n日本,\"x\ny\",é\n1,\"2\",3\n")
    #expect(table.place(0, 1) == (2, 2))
    #expect(table.place(0, 2) == (3, 3))
    #expect(table.place(1, 2) == (4, 3))
  }

  @Test(arguments: [
    ("", "rows.csv, line 1, column 1: there is nothing here"),
    ("\u{FEFF}", "rows.csv, line 1, column 2: there is nothing here"),
    ("a,b\n1,\"2\n3,4\n", "rows.csv, line 2, column 3: the quote that opens this cell"),
    ("a,b\n\"1\"x,2\n", "rows.csv, line 2, column 4: text follows the quote"),
    ("a,b\n\"1\" ,2\n", "rows.csv, line 2, column 4: text follows the quote"),
    ("a,b\n1,x\"2\"\n", "rows.csv, line 2, column 4: a quote stands inside a cell"),
    ("a,b\r1,2\r", "rows.csv, line 1, column 4: a carriage return stands here"),
    ("a,b\n1,\u{0}\n", "rows.csv, line 2, column 3: a control character (U+0000)"),
    ("a,b\n1,x\u{1B}[2J\n", "rows.csv, line 2, column 4: a control character (U+001B)"),
    ("a,b\n1,\u{7F}\n", "rows.csv, line 2, column 3: a control character (U+007F)"),
    ("a,b\n1,\u{9B}\n", "rows.csv, line 2, column 3: a control character (U+009B)"),
    ("a,b\n1,x\u{202E}y\n", "rows.csv, line 2, column 4: a control character (U+202E)"),
    ("a,b\n1,\u{2066}\n", "rows.csv, line 2, column 3: a control character (U+2066)"),
    ("a,b\n1,2,3\n", "rows.csv, line 2: this row has 3 cells, but there are 2"),
    ("a,b\n1,2\n\n", "rows.csv, line 3: this row has 1 cell, but there are 2"),
  ])
  func `what is no sheet is refused with its place`(text: String, message: String) {
    let refusal = #expect(throws: SheetProblems.self) { try Self.table(text) }
    #expect(refusal?.description.hasPrefix(message) == true, "\(refusal?.description ?? "")")
  }

  static let otherEncodings: [(bytes: [UInt8], place: String)] = [
    (Array("a,b\n1,\u{0}\n".utf8).map { $0 == 0 ? 0xFF : $0 }, "rows.csv, line 2, column 3"),
    (Array("a,b\n1,é".utf8).dropLast(), "rows.csv, line 2, column 3"),
    ([0xFF, 0xFE, 0x61, 0x00], "rows.csv, line 1, column 1"),
    ([0x61, 0x2C, 0xC0, 0x80], "rows.csv, line 1, column 3"),
    ([0x61, 0x2C, 0xED, 0xA0, 0x80], "rows.csv, line 1, column 3"),
  ]

  @Test(arguments: otherEncodings)
  func `other encodings than UTF-8 are refused`(bytes: [UInt8], place: String) {
    let refusal = #expect(throws: SheetProblems.self) {
      try CSVTable(parsing: bytes, file: "rows.csv")
    }
    let message = "\(place): these bytes are not UTF-8. Save it as CSV in UTF-8: "
    #expect(refusal?.description.hasPrefix(message) == true)
  }

  @Test func `all ragged rows are named at once`() {
    let refusal = #expect(throws: SheetProblems.self) { try Self.table("a,b\n1\n1,2\n1,2,3\n") }
    #expect(refusal?.problems.map(\.line) == [2, 4])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"),
    ("@cmd", "'@cmd"),
    ("+cmd", "'+cmd"),
    ("-cmd", "'-cmd"),
    (" \u{A0} =1+1", "' \u{A0} =1+1"),
    ("\tx", "'\tx"),
    ("one\n=2\nthree\r\n @4", "one\n'=2\nthree\r\n' @4"),
    ("\n=1", "'\n'=1"),
    ("-0.5", "-0.5"),
    ("+44", "+44"),
    ("-", "'-"),
    ("-1-1", "'-1-1"),
    ("1.2.3", "1.2.3"),
    ("-1.2.3", "'-1.2.3"),
    ("a=b", "a=b"),
    ("'=1", "'=1"),
  ])
  func `no cell is written as a formula`(cell: String, written: String) throws {
    let table = try Self.table("a,b\n1,\"\(cell)\"\n")
    #expect(table[0, 1] == cell)
    let again = try CSVTable(parsing: table.text, file: "rows.csv")
    #expect(again[0, 1] == written)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `random sheets read back the same`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...5, using: &generator)
    let parts = ["", ",", "\"", "\n", "\r\n", "a", "é", "日", "'", " ", "0.5", "\"\"", ";"]
    let rows = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (0..<columns).map { _ in
        (0..<Int.random(in: 0...6, using: &generator))
          .compactMap { _ in parts.randomElement(using: &generator) }.reduce("x", +)
      }
    }
    let text = rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }
    let table = try Self.table(text.joined())
    let again = try CSVTable(parsing: table.text, file: "rows.csv")
    for candidate in [table, again] {
      #expect(candidate.header == rows[0])
      let found = (0..<candidate.rowCount).map { row in (0..<columns).map { candidate[row, $0] } }
      #expect(found == Array(rows.dropFirst()))
    }
  }

  @Test func `a sheet cut anywhere is read or refused, never a crash`() throws {
    let bytes = Array("\u{FEFF}a,\"b\"\r\n\"é \"\"x\"\"\",日\r\n".utf8)
    for end in bytes.indices {
      _ = try? CSVTable(parsing: Array(bytes[..<end]), file: "rows.csv")
    }
    #expect(try CSVTable(parsing: bytes, file: "rows.csv")[0, 0] == "é \"x\"")
  }

  @Test(arguments: [true, false])
  func `a sheet whose rows lack millions of cells is refused before they are made`(
    keepsRagged: Bool
  ) {
    let header = String(repeating: ",", count: 20_000)
    let rows = String(repeating: "x\n", count: 300)
    let error = #expect(throws: SheetProblems.self) {
      try CSVTable(
        parsing: Array("\(header)\n\(rows)".utf8), file: "wide.csv", keepsRagged: keepsRagged)
    }
    #expect(error?.description.contains("far more columns than most rows have cells") == true)
  }
}
