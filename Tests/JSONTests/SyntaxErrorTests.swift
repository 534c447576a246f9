import JSON
import Testing

struct SyntaxErrorTests {
  typealias Reason = SyntaxError.Reason

  static let refusals: [(text: String, reason: Reason, line: Int, column: Int)] = [
    ("", .empty, 1, 1),
    ("  \n ", .empty, 2, 2),
    ("\u{FEFF}{}", .byteOrderMark, 1, 1),
    ("{", .endsEarly, 1, 2),
    ("[1,", .endsEarly, 1, 4),
    (#"{"a""#, .endsEarly, 1, 5),
    (#"{"a":"#, .endsEarly, 1, 6),
    (#"{"a":1,"#, .endsEarly, 1, 8),
    ("{}\n{}", .textAfterEnd, 2, 1),
    ("1 2", .textAfterEnd, 1, 3),
    ("]", .valueExpected, 1, 1),
    ("[,1]", .valueExpected, 1, 2),
    ("['a']", .valueExpected, 1, 2),
    ("[1,,2]", .valueExpected, 1, 4),
    (#"{"a":}"#, .valueExpected, 1, 6),
    ("// note\n1", .valueExpected, 1, 1),
    ("{a: 1}", .keyExpected, 1, 2),
    ("{1: 1}", .keyExpected, 1, 2),
    ("{,}", .keyExpected, 1, 2),
    (#"{"a" 1}"#, .colonExpected, 1, 6),
    (#"{"a" = 1}"#, .colonExpected, 1, 6),
    ("[1 2]", .commaExpected, 1, 4),
    ("[1}", .commaExpected, 1, 3),
    (#"{"a":1]"#, .commaExpected, 1, 7),
    ("[\n  1,\n]", .trailingComma, 2, 4),
    (#"{"é": 1 , }"#, .trailingComma, 1, 9),
    ("True", .unknownWord("True"), 1, 1),
    ("NULL", .unknownWord("NULL"), 1, 1),
    ("nul", .unknownWord("nul"), 1, 1),
    ("nulll", .unknownWord("nulll"), 1, 1),
    ("[NaN]", .unknownWord("NaN"), 1, 2),
    ("Infinity", .unknownWord("Infinity"), 1, 1),
    ("-Infinity", .malformedNumber, 1, 1),
    ("01", .leadingZero, 1, 1),
    ("[-007]", .leadingZero, 1, 2),
    ("1.", .malformedNumber, 1, 1),
    (".5", .malformedNumber, 1, 1),
    ("+1", .malformedNumber, 1, 1),
    ("-", .malformedNumber, 1, 1),
    ("-.5", .malformedNumber, 1, 1),
    ("1e", .malformedNumber, 1, 1),
    ("1e+", .malformedNumber, 1, 1),
    ("0x10", .textAfterEnd, 1, 2),
    (#""a"#, .openString, 1, 1),
    (#"["a\""#, .openString, 1, 2),
    (#""a\"#, .openString, 1, 1),
    ("[\"a\nb\"]", .openString, 1, 2),
    ("\"é\u{1}\"", .controlCharacter(1), 1, 3),
    ("\"\t\"", .controlCharacter(9), 1, 2),
    (#""\x41""#, .unknownEscape, 1, 2),
    (#""\u12G4""#, .unknownEscape, 1, 2),
    (#""\u12"#, .unknownEscape, 1, 2),
    (#""\U0041""#, .unknownEscape, 1, 2),
    (#""a\ud800""#, .loneSurrogate, 1, 3),
    (#""\udc00""#, .loneSurrogate, 1, 2),
    (#""\ud800\n""#, .loneSurrogate, 1, 2),
    (#""\ud800\ud800""#, .loneSurrogate, 1, 2),
    (#"{"a": 1, "a": 2}"#, .duplicateKey("a"), 1, 10),
    (#"{"é": 1, "\u00e9": 2}"#, .duplicateKey("é"), 1, 10),
    ("[{},\n {\"b\": 1, \"a\": {}, \"b\": 3}]", .duplicateKey("b"), 2, 20),
    (String(repeating: "1", count: 41), .numberTooLong(limit: 40), 1, 1),
    (String(repeating: "[", count: 33), .tooDeep(limit: 32), 1, 33),
  ]

  @Test(arguments: refusals)
  func `what is not strict JSON is refused with its place`(
    text: String, reason: Reason, line: Int, column: Int
  ) {
    let error = #expect(throws: SyntaxError.self) { try Value(parsing: Array(text.utf8)) }
    #expect(error?.reason == reason)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  static let wrongBytes: [(bytes: [UInt8], reason: Reason, column: Int)] = [
    ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], .wideEncoding, 1),
    ([0xFE, 0xFF, 0, 0x7B, 0, 0x7D], .wideEncoding, 1),
    ([0x7B, 0, 0x7D, 0], .wideEncoding, 1),
    ([0, 0, 0, 0x31], .wideEncoding, 1),
    ([0x22, 0xC0, 0x80, 0x22], .invalidUTF8, 2),
    ([0x22, 0xE0, 0x80, 0xAF, 0x22], .invalidUTF8, 2),
    ([0x22, 0x61, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 3),
    ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, 2),
    ([0x22, 0x80, 0x22], .invalidUTF8, 2),
    ([0x22, 0xC3, 0x22], .invalidUTF8, 2),
    ([0x22, 0xF5, 0x22], .invalidUTF8, 2),
    ([0x5B, 0x20, 0xA0, 0x5D], .invalidUTF8, 3),
  ]

  @Test(arguments: wrongBytes)
  func `bytes that are not plain UTF-8 are refused`(
    bytes: [UInt8], reason: Reason, column: Int
  ) {
    let error = #expect(throws: SyntaxError.self) { try Value(parsing: bytes) }
    #expect(error?.reason == reason)
    #expect(error?.line == 1)
    #expect(error?.column == column)
  }

  @Test func `a text is refused by size before it is read`() {
    let bytes = [UInt8](repeating: 0xFF, count: 1 << 20 + 1)
    let error = #expect(throws: SyntaxError.self) { try Value(parsing: bytes) }
    #expect(error?.reason == .tooManyBytes(limit: 1 << 20))
  }

  @Test func `a text of the largest size is read`() throws {
    let text = "\"" + String(repeating: "a", count: 1 << 20 - 2) + "\""
    #expect(try Value(parsing: Array(text.utf8)).stringValue?.utf8.count == 1 << 20 - 2)
  }

  @Test func `one value too many is refused where it stands`() throws {
    let most = "[" + String(repeating: "1,", count: 65_534) + "1]"
    #expect(try Value(parsing: Array(most.utf8)).arrayValue?.count == 65_535)
    let error = #expect(throws: SyntaxError.self) {
      try Value(parsing: Array(("[1," + most.dropFirst()).utf8))
    }
    #expect(error?.reason == .tooManyNodes(limit: 65_536))
  }

  @Test func `the deepest allowed nesting is read`() throws {
    let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    _ = try Value(parsing: Array(text.utf8))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":["])
  func `hostile nesting is refused without recursion`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(throws: SyntaxError.self) { try Value(parsing: Array(text.utf8)) }
  }

  @Test func `a number of five thousand digits is refused`() {
    let error = #expect(throws: SyntaxError.self) {
      try Value(parsing: Array(String(repeating: "9", count: 5_000).utf8))
    }
    #expect(error?.reason == .numberTooLong(limit: 40))
  }

  @Test func `other limits count as well`() throws {
    let limits = Limits(
      maximumBytes: 10, maximumDepth: 1, maximumNodes: 3, maximumNumberLength: 2)
    #expect(try Value(parsing: Array("[10,2]".utf8), limits: limits) == [10, 2])
    for text in ["[1, 2, 300]", "[[]]", "[1,2,3]", "100"] {
      #expect(throws: SyntaxError.self) { try Value(parsing: Array(text.utf8), limits: limits) }
    }
  }

  @Test(arguments: [
    ("[\n  1,\n]", "Line 2, column 4: a comma stands before the closing bracket; remove it."),
    (
      #"{"a": 1, "a": 2}"#,
      #"Line 1, column 10: the key "a" stands twice in one object; keep one of them."#
    ),
    (
      "\"\u{1B}[2J\"",
      "Line 1, column 2: a raw control character (27) stands in a text; write it as \\u001b."
    ),
  ])
  func `a refusal says where, what and what to do`(text: String, sentence: String) {
    let error = #expect(throws: SyntaxError.self) { try Value(parsing: Array(text.utf8)) }
    #expect(error?.description == sentence)
  }
}
