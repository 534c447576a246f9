import Foundation
import JSON
import TestSupport
import Testing

/// Laws that hold for every document, tried on seeded ones with Foundation as the oracle.
struct RandomDocumentTests {
  private func document(_ seed: Int) -> Value {
    var generator = SeededGenerator(seed: UInt64(seed))
    return .random(using: &generator)
  }

  @Test(arguments: 0..<300)
  func `what is written is read as it was, and canonical bytes stay the same`(seed: Int) throws {
    let value = document(seed)
    let bytes = value.canonicalBytes
    #expect(try Value(parsing: bytes) == value)
    #expect(try Value(parsing: bytes).canonicalBytes == bytes)
    #expect(try Value(parsing: Array(value.compactText.utf8)) == value)
    #expect(try value.decode(Value.self) == value)
    #expect(try Value(encoding: value) == value)
  }

  @Test(arguments: 0..<300)
  func `no control byte is written but the line break`(seed: Int) {
    let value = document(seed)
    #expect(value.canonicalBytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    #expect(value.compactText.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(value.compactText.unicodeScalars.allSatisfy { !(0x80...0x9F).contains($0.value) })
  }

  @Test(arguments: 0..<300)
  func `Foundation reads the same values from our bytes`(seed: Int) throws {
    let value = document(seed)
    let read = try JSONSerialization.jsonObject(
      with: Data(value.canonicalBytes), options: .fragmentsAllowed)
    expectSame(value, read)
  }

  @Test(arguments: 0..<100)
  func `keys in any order and escaped in any way give the same value`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let value = Value.random(using: &generator)
    let text = shuffledText(of: value, using: &generator)
    #expect(try Value(parsing: Array(text.utf8)) == value)
    #expect(try Document(parsing: Array(text.utf8)).decode(Value.self) == value)
  }

  @Test(arguments: 0..<20)
  func `a text cut off anywhere is refused`(seed: Int) {
    let bytes = Value.array([document(seed)]).canonicalBytes.dropLast()
    for count in bytes.indices {
      #expect(throws: SyntaxError.self) { try Value(parsing: Array(bytes.prefix(count))) }
    }
  }

  @Test(arguments: 0..<20)
  func `a text with a byte changed is refused or read without loss`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = document(seed).canonicalBytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] = UInt8.random(in: 0...255, using: &generator)
      guard let value = try? Value(parsing: changed) else { continue }
      #expect(try Value(parsing: value.canonicalBytes) == value)
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(changed), options: .fragmentsAllowed)) != nil
          || value.hasNumberBeyondDouble)
    }
  }

  private func shuffledText(
    of value: Value, using generator: inout SeededGenerator
  ) -> String {
    switch value {
    case .array(let elements):
      return "["
        + elements.map { shuffledText(of: $0, using: &generator) }.joined(separator: " ,\r\n")
        + "]"
    case .object(let object):
      let members = object.shuffled(using: &generator).map { key, value in
        escapedText(of: key) + "\t:" + shuffledText(of: value, using: &generator)
      }
      return "{ " + members.joined(separator: ",") + "}"
    case .string(let text): return escapedText(of: text)
    default: return value.compactText
    }
  }

  private func escapedText(of text: String) -> String {
    "\""
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + "\""
  }

  private func expectSame(_ value: Value, _ read: Any) {
    switch value {
    case .null: #expect(read is NSNull)
    case .bool(let value): #expect(read as? Bool == value)
    case .number(let number):
      // JSONSerialization rounds long numbers by a few units in the last place.
      let own = number.doubleValue ?? .nan
      #expect(abs((read as? NSNumber ?? 0).doubleValue - own) <= abs(own) * 1e-14)
    case .string(let text): #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
    case .array(let elements):
      let list = read as? [Any] ?? []
      #expect(list.count == elements.count)
      for (element, read) in zip(elements, list) { expectSame(element, read) }
    case .object(let object):
      let members = read as? [String: Any] ?? [:]
      #expect(members.count == object.count)
      for (key, value) in object { expectSame(value, members[key] as Any) }
    }
  }
}

extension Value {
  fileprivate var hasNumberBeyondDouble: Bool {
    switch self {
    case .number(let number): number.doubleValue == nil
    case .array(let elements): elements.contains { $0.hasNumberBeyondDouble }
    case .object(let object): object.contains { $0.value.hasNumberBeyondDouble }
    default: false
    }
  }
}
