import JSON
import Testing

struct ValueTests {
  private func value(_ text: String) throws -> Value { try Value(parsing: Array(text.utf8)) }

  static let readings: [(text: String, value: Value)] = [
    ("null", .null), ("true", true), (" false\r\n", false), ("-0", .number("-0")),
    ("12", 12), ("1.50", .number("1.50")), ("1E+2", .number("1E+2")), ("1e400", .number("1e400")),
    (#""""#, ""), (#""\u0041\u00e9\ud83d\ude00\/\"\\\b\f\n\r\t""#, "Aé😀/\"\\\u{8}\u{C}\n\r\t"),
    (#""\u0000""#, "\0"), ("[]", []), ("{}", [:]),
    ("[1,[2],{\"a\":null}]", [1, [2], ["a": .null]]),
    (#"{"b":1,"a":2}"#, ["a": 2, "b": 1]),
  ]

  @Test(arguments: readings)
  func `a text is read as its value`(text: String, expected: Value) throws {
    #expect(try value(text) == expected)
  }

  @Test func `canonical bytes are sorted, indented and end in one line break`() throws {
    let text = #"{"b":[1,{"z":1.50,"":[]}],"a":{},"B":"x/y","é":null,"z":true}"#
    #expect(
      String(decoding: try value(text).canonicalBytes, as: UTF8.self) == """
        {
          "B": "x/y",
          "a": {},
          "b": [
            1,
            {
              "": [],
              "z": 1.50
            }
          ],
          "z": true,
          "é": null
        }

        """)
  }

  @Test func `compact text stands on one line`() throws {
    let text = #"{"b": [1, {"z": 1.50}], "a": {}, "c": [], "d": "x\ny"}"#
    #expect(try value(text).compactText == #"{"a":{},"b":[1,{"z":1.50}],"c":[],"d":"x\ny"}"#)
  }

  @Test(arguments: [
    ("\0\u{1}\u{1F}", #"\u0000\u0001\u001f"#), ("\n\t\r\u{8}\u{C}", #"\n\t\r\b\f"#),
    ("\u{7F}\u{80}\u{9B}\u{9F}", #"\u007f\u0080\u009b\u009f"#),
    ("\u{61C}\u{200B}\u{200F}", #"\u061c\u200b\u200f"#),
    ("\u{2028}\u{202E}\u{2060}\u{2064}\u{2066}\u{206F}", #"\u2028\u202e\u2060\u2064\u2066\u206f"#),
    ("\u{FEFF}\u{FFF9}\u{FFFB}", #"\ufeff\ufff9\ufffb"#),
    ("\u{E0000}\u{E007F}", #"\udb40\udc00\udb40\udc7f"#), ("\"\\/", #"\"\\/"#),
    ("\u{A0}é漢😀\u{FFFD}", "\u{A0}é漢😀\u{FFFD}"),
  ])
  func `what could steer a terminal is escaped, and nothing else`(text: String, escaped: String)
    throws
  {
    #expect(Value.string(text).compactText == "\"\(escaped)\"")
    #expect(try value("\"\(escaped)\"") == .string(text))
  }

  @Test func `every escaped scalar is one of the settled ranges`() {
    let hidden: [ClosedRange<UInt32>] = [
      0...0x1F, 0x22...0x22, 0x5C...0x5C, 0x7F...0x9F, 0x061C...0x061C, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F,
    ]
    for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
      let isEscaped = Value.string(String(scalar)).compactText.utf8.contains(UInt8(ascii: "\\"))
      if isEscaped != hidden.contains(where: { $0.contains(scalar.value) }) {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func `texts that only look the same are different`() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    #expect(composed == decomposed)
    #expect(Value.string(composed) != .string(decomposed))
    #expect(Set<Value>([.string(composed), .string(decomposed)]).count == 2)
    let both = try value("{\"\(composed)\": 1, \"\(decomposed)\": 2}")
    #expect(both[composed] == 1)
    #expect(both[decomposed] == 2)
    #expect(both.objectValue?.count == 2)
  }

  @Test func `numbers are equal when they are written alike`() {
    #expect(Value.number("1.0") != .number("1"))
    #expect(Value.number("1.0") == .number("1.0"))
  }

  @Test func `parts are reached by key and kind`() throws {
    let value: Value = ["a": ["b": [1, "x", true, .null]]]
    #expect(value["a"]?["b"]?.arrayValue?.count == 4)
    #expect(value["x"] == nil)
    #expect(value["a"]?.stringValue == nil)
    #expect(Value.null["a"] == nil)
  }
}

extension Value {
  /// A number as written.
  static func number(_ literal: String) -> Value {
    guard let number = Number(literal: literal) else {
      Issue.record("\(literal) is not a number")
      return .null
    }
    return .number(number)
  }
}
