import Foundation
import JSON
import TestSupport
import Testing

struct DecodingTests {
  private func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try Document(parsing: Array(text.utf8)).decode(type)
  }

  @Test(arguments: 0..<200)
  func `records are decoded as Foundation decodes them`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let record = RecordExample.random(using: &generator)
    let encoder = JSONEncoder()
    encoder.outputFormatting = generator.oneIn(2) ? [.prettyPrinted] : []
    let text = try encoder.encode(record)
    #expect(try Document(parsing: Array(text)).decode(RecordExample.self) == record)
    #expect(try Value(parsing: Array(text)).decode(RecordExample.self) == record)
  }

  @Test(arguments: 0..<200)
  func `records are encoded so that both coders read them back`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let record = RecordExample.random(using: &generator)
    let value = try Value(encoding: record)
    #expect(try value.decode(RecordExample.self) == record)
    #expect(try Document(parsing: value.canonicalBytes).decode(RecordExample.self) == record)
    #expect(value == value.withoutEmptyFields)
    let other = try JSONDecoder().decode(
      RecordExample.self, from: Data(value.withEveryField(of: record).canonicalBytes))
    #expect(other == record)
  }

  struct Containers: Codable, Equatable {
    var list: [Int]
    var set: Set<String>
    var things: [String: [Int]]
    var maybe: [Int]?
  }

  @Test func `an absent container is empty and an empty one is left out`() throws {
    let empty = Containers(list: [], set: [], things: [:], maybe: nil)
    #expect(try decode(Containers.self, "{}") == empty)
    #expect(try Value(encoding: empty) == [:])
  }

  @Test func `an optional container that is there but empty is kept`() throws {
    let value = Containers(list: [], set: [], things: ["a": []], maybe: [])
    #expect(try Value(encoding: value) == ["things": ["a": []], "maybe": []])
    #expect(try Value(encoding: value).decode(Containers.self) == value)
  }

  @Test func `a container that is null is refused`() {
    let problem = #expect(throws: DecodingProblem.self) {
      try decode(Containers.self, #"{"list": null}"#)
    }
    #expect(problem?.description == "line 1, column 10: list is null where a list is needed")
  }

  struct Optionals: Codable, Equatable {
    var text: String?
    var flag: Bool?
    var count: Int?
    var small: UInt8?
    var share: Double?
    var nested: [String: Int]?
  }

  @Test func `null and absent are both nil`() throws {
    #expect(try decode(Optionals.self, "{}") == Optionals())
    let nulls =
      #"{"text":null,"flag":null,"count":null,"small":null,"share":null,"nested":null}"#
    #expect(try decode(Optionals.self, nulls) == Optionals())
    let full = Optionals(
      text: "a", flag: true, count: 1, small: 2, share: 0.5, nested: ["a": 1])
    #expect(try Value(encoding: full).decode(Optionals.self) == full)
  }

  struct Flat: Codable, Equatable {
    struct Header: Codable, Equatable { var source: String }
    struct Content: Codable, Equatable { var title: String }
    var header: Header
    var content: Content

    init(header: Header, content: Content) {
      self.header = header
      self.content = content
    }
    init(from decoder: any Decoder) throws {
      header = try Header(from: decoder)
      content = try Content(from: decoder)
    }
    func encode(to encoder: any Encoder) throws {
      try header.encode(to: encoder)
      try content.encode(to: encoder)
    }
  }

  @Test func `two types share one object`() throws {
    let flat = Flat(header: .init(source: "s"), content: .init(title: "t"))
    #expect(try Value(encoding: flat) == ["source": "s", "title": "t"])
    #expect(try Value(encoding: [flat]).decode([Flat].self) == [flat])
  }

  struct Identifier: Codable, Hashable, CodingKeyRepresentable {
    var text: String
    var codingKey: any CodingKey { Key(stringValue: text) }
    init(text: String) { self.text = text }
    init?(codingKey: some CodingKey) { text = codingKey.stringValue }
    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  @Test func `a dictionary keyed by a name of its own is an object`() throws {
    let things = [Identifier(text: "a"): 1, Identifier(text: "b"): 2]
    #expect(try Value(encoding: things) == ["a": 1, "b": 2])
    #expect(try decode([Identifier: Int].self, #"{"a":1,"b":2}"#) == things)
  }

  @Test func `a large object is decoded whole, in order or not`() throws {
    let things = Dictionary(uniqueKeysWithValues: (0..<20_000).map { ("key-\($0)", $0) })
    let value = try Value(encoding: things)
    #expect(try value.decode([String: Int].self) == things)
    let members = things.map { "\"\($0)\":\($1)" }.joined(separator: ",")
    #expect(try decode([String: Int].self, "{\(members)}") == things)
  }

  class Animal: Codable {
    var name = "cat"
  }
  final class Pet: Animal {
    var owner = "ana"
    enum CodingKeys: CodingKey { case owner }
    override init() { super.init() }
    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      owner = try container.decode(String.self, forKey: .owner)
      try super.init(from: container.superDecoder())
    }
    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(owner, forKey: .owner)
      try super.encode(to: container.superEncoder())
    }
  }

  @Test func `a class and its superclass go in and out`() throws {
    let value = try Value(encoding: Pet())
    #expect(value == ["owner": "ana", "super": ["name": "cat"]])
    #expect(try value.decode(Pet.self).name == "cat")
  }

  enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case point
    case pair(Int, [String])
  }

  @Test func `enums with payloads go in and out`() throws {
    let shapes: [Shape] = [.circle(radius: 0.5), .point, .pair(1, ["a"])]
    let value = try Value(encoding: shapes)
    #expect(
      value == [
        ["circle": ["radius": .number("0.5")]], ["point": [:]], ["pair": ["_0": 1, "_1": ["a"]]],
      ])
    #expect(try value.decode([Shape].self) == shapes)
  }

  struct Kept: Codable, Equatable {
    var name: String
    var rest: Value
    var list: [Value]
  }

  @Test func `a field may keep its value as it stands`() throws {
    let text = #"{"list":[1.0,null],"name":"a","rest":{"b":1e2}}"#
    let kept = try decode(Kept.self, text)
    #expect(kept.rest == ["b": .number("1e2")])
    #expect(try Value(encoding: kept).compactText == text)
  }

  @Test func `one value at the top goes in and out`() throws {
    #expect(try Value(encoding: "a").decode(String.self) == "a")
    #expect(try Value(encoding: 1).decode(Int.self) == 1)
    #expect(try Value(encoding: [true, nil]).decode([Bool?].self) == [true, nil])
    #expect(try Value(encoding: nil as Int?) == .null)
    #expect(try Value(encoding: 0.1).compactText == "0.1")
    #expect(try Value(encoding: UInt64.max).decode(UInt64.self) == .max)
  }

  @Test func `the decoder can be used by a function`() throws {
    let document = try Document(parsing: Array(#"{"a": [1, 2]}"#.utf8))
    let sum = try document.decode { decoder in
      try decoder.container(keyedBy: Identifier.Key.self)
        .decode([Int].self, forKey: .init(stringValue: "a")).reduce(0, +)
    }
    #expect(sum == 3)
    #expect(document.value == ["a": [1, 2]])
  }

  struct Ratio: Codable { var values: [String: [Double]] }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func `numbers that JSON has not are refused with their path`(value: Double) {
    let problem = #expect(throws: EncodingProblem.self) {
      try Value(encoding: Ratio(values: ["a": [1, value]]))
    }
    #expect(problem?.description == "values.a.1 is not a finite number")
  }
}

extension Value {
  /// The object with the empty containers that Foundation's decoder insists on.
  fileprivate func withEveryField(of record: RecordExample) -> Value {
    var object = objectValue ?? Object()
    if record.milestones.isEmpty { object["milestones"] = [:] }
    if record.owners.isEmpty { object["owners"] = [:] }
    for (key, isEmpty) in [
      ("tags", record.tags.isEmpty), ("golden", record.golden.isEmpty),
      ("history", record.history.isEmpty), ("moves", record.moves.isEmpty),
    ] where isEmpty { object[key] = [] }
    return .object(object)
  }

  /// The object without its fields that are empty lists and objects.
  fileprivate var withoutEmptyFields: Value {
    var object = objectValue ?? Object()
    for (key, value) in object where value == [] || value == [:] { object[key] = nil }
    return .object(object)
  }
}
