import JSON
import Testing

/// Containers opened by hand, as a type with its own `init(from:)` and `encode(to:)` does.
struct ContainerTests {
  struct Key: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init(stringLiteral value: String) { stringValue = value }
    init?(intValue: Int) { nil }
  }

  /// Something that is encoded by a function.
  struct Encoding: Encodable {
    let body: @Sendable (any Encoder) throws -> Void
    func encode(to encoder: any Encoder) throws { try body(encoder) }
  }

  private func document(_ text: String) throws -> Document {
    try Document(parsing: Array(text.utf8))
  }

  @Test func `nested containers are written in place`() throws {
    let encoding = Encoding { encoder in
      var top = encoder.container(keyedBy: Key.self)
      var inner = top.nestedContainer(keyedBy: Key.self, forKey: "inner")
      try inner.encodeNil(forKey: "none")
      try inner.encode(UInt8.max, forKey: "max")
      var list = top.nestedUnkeyedContainer(forKey: "list")
      try list.encodeNil()
      try list.encode(Float(0.25))
      try list.encode([Int]())
      var deep = list.nestedContainer(keyedBy: Key.self)
      try deep.encode("b", forKey: "a")
      var deeper = list.nestedUnkeyedContainer()
      try deeper.encode(true)
      try 7.encode(to: list.superEncoder())
      try false.encode(to: top.superEncoder(forKey: "base"))
      #expect(list.count == 6)
    }
    #expect(
      try Value(encoding: encoding).compactText
        == #"{"base":false,"inner":{"max":255,"none":null},"list":[null,0.25,[],{"a":"b"},[true],7]}"#
    )
  }

  @Test func `nested containers are read in place`() throws {
    let text =
      #"{"inner": {"none": null, "max": 255}, "list": [null, 0.25, {"a": "b"}, [true], 7]}"#
    try document(text).decode { decoder in
      let top = try decoder.container(keyedBy: Key.self)
      #expect(top.allKeys.map(\.stringValue) == ["inner", "list"])
      #expect(top.contains("list") && !top.contains("none"))
      let inner = try top.nestedContainer(keyedBy: Key.self, forKey: "inner")
      #expect(try inner.decodeNil(forKey: "none"))
      #expect(try inner.decode(UInt8.self, forKey: "max") == 255)
      #expect(try inner.decodeIfPresent(Int.self, forKey: "none") == nil)
      #expect(inner.codingPath.map(\.stringValue) == ["inner"])
      var list = try top.nestedUnkeyedContainer(forKey: "list")
      #expect(list.count == 5)
      #expect(try list.decodeNil())
      #expect(try !list.decodeNil())
      #expect(try list.decode(Float.self) == 0.25)
      #expect(
        try list.nestedContainer(keyedBy: Key.self).decode(String.self, forKey: "a") == "b")
      var deeper = try list.nestedUnkeyedContainer()
      #expect(try deeper.decode(Bool.self))
      #expect(deeper.isAtEnd)
      #expect(deeper.codingPath.map(\.stringValue) == ["list", "3"])
      #expect(try Int(from: list.superDecoder()) == 7)
      #expect(list.isAtEnd && list.currentIndex == 5)
    }
  }

  @Test func `an element that is refused can be read as something else`() throws {
    let value = try document("[1, 2]").decode { decoder in
      var list = try decoder.unkeyedContainer()
      #expect(throws: DecodingError.self) { try list.decode(String.self) }
      return try list.decode(Int.self)
    }
    #expect(value == 1)
  }

  @Test func `reading past the end of a list is a problem with its index`() throws {
    let problem = #expect(throws: DecodingProblem.self) {
      try document(#"{"a": [1]}"#).decode { decoder in
        var list = try decoder.container(keyedBy: Key.self).nestedUnkeyedContainer(forKey: "a")
        _ = try (list.decode(Int.self), list.decode(Int.self))
      }
    }
    #expect(problem?.description == "line 1, column 7: a.1 is missing: the list is too short")
  }

  @Test func `a value that stands as it is joins the fields around it`() throws {
    let encoding = Encoding { encoder in
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode("new", forKey: "a")
      try (["b": 1, "a": "old"] as Value).encode(to: encoder)
      try fields.encode("newest", forKey: "a")
    }
    #expect(try Value(encoding: encoding) == ["a": "newest", "b": 1])
  }

  @Test func `a type without fields is an empty object`() throws {
    #expect(try Value(encoding: Encoding { _ in }) == [:])
    #expect(try Value(encoding: [Encoding { _ in }]) == [[:]])
  }

  @Test func `keys are found by their bytes, escaped or not, among few or many`() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    for count in [0, 100] {
      let others = (0..<count).map { #""k\#($0)": 0, "# }.joined()
      let text = #"{\#(others)"\u0063afé": 1, "\#(decomposed)": 2, "a\/b": 3}"#
      try document(text).decode { decoder in
        let fields = try decoder.container(keyedBy: Key.self)
        #expect(try fields.decode(Int.self, forKey: Key(stringValue: composed)) == 1)
        #expect(try fields.decode(Int.self, forKey: Key(stringValue: decomposed)) == 2)
        #expect(try fields.decode(Int.self, forKey: "a/b") == 3)
        #expect(try fields.decodeIfPresent(Int.self, forKey: "k100") == nil)
      }
    }
  }

  @Test func `an own error of encoding is told with its path`() {
    struct Refused: Error, CustomStringConvertible { let description = "is refused" }
    let problem = #expect(throws: EncodingProblem.self) {
      try Value(encoding: ["a\u{202E}": [Encoding { _ in throw Refused() }]])
    }
    #expect(problem?.description == #""a\u202e".0 is refused"#)
  }
}
