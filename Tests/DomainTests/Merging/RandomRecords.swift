import Domain
import JSON
import TestSupport

/// Documents and what people do to them, of few keys and values, so that two of them often meet.
struct RandomRecords {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// An object of lists, entries, sets and single values, nested as in a record and otherwise.
  mutating func document() -> Value { object(depth: 0) }

  /// The same document after somebody's work on it.
  mutating func edited(_ document: Value) -> Value {
    var object = document.objectValue ?? Object()
    repeat { object = edited(object, depth: 0) } while .object(object) == document
    return .object(object)
  }

  /// A record of a kind after somebody's work on it, which still is a record of that kind.
  mutating func edited(_ record: Value, as kind: Kind) -> Value {
    var result = record
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let paths = FullRecords.paths(in: result).filter {
        !["conflicts", "created", "updated", "deleted"].contains($0[0])
      }
      guard let path = paths.randomElement(using: &random) else { break }
      let edited = changed(result, at: path)
      if (try? FullRecords.recoded(edited, as: kind)) != nil { result = edited }
    }
    return result
  }

  private mutating func changed(_ record: Value, at path: [String]) -> Value {
    switch record[path: path] {
    case .object(let object)? where random.oneIn(2):
      // An entry of a list is made like one that is there.
      guard let entry = object.first(where: { _ in true }) else { return record }
      return record.setting(
        entry.value, at: path + ["added-\(Int.random(in: 1...2, using: &random))"])
    case _ where random.oneIn(3): return record.setting(nil, at: path)
    case .string?: return record.setting(.string(pick(["B", "C", "full"])), at: path)
    case .number?: return record.setting(.number(Number(pick([2, 3]))), at: path)
    case .bool(let value)?: return record.setting(.bool(!value), at: path)
    case .array(let set)?:
      return record.setting(.array(set + [.string(pick(["agency", "youth", "more"]))]), at: path)
    default: return record
    }
  }

  /// One of some things.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func object(depth: Int) -> Value {
    var object = Object()
    for key in ["a", "b", "\u{E9}", "e\u{301}"] where random.oneIn(2) {
      object[key] = value(depth: depth + 1)
    }
    return .object(object)
  }

  private mutating func value(depth: Int) -> Value {
    switch Int.random(in: 0..<(depth < 4 ? 8 : 5), using: &random) {
    case 0: .null
    case 1: .bool(random.oneIn(2))
    case 2: .string(random.oneIn(2) ? "\u{E9}" : "e\u{301}")
    case 3: .number(Number(Int.random(in: 0...2, using: &random)))
    case 4: set()
    default: object(depth: depth)
    }
  }

  private mutating func set() -> Value {
    .array((1...4).filter { _ in random.oneIn(2) }.map { .number(Number($0)) })
  }

  private mutating func edited(_ object: Object, depth: Int) -> Object {
    var result = object
    for (key, value) in object {
      switch (Int.random(in: 0..<6, using: &random), value) {
      case (0, _): result[key] = nil
      case (1, _): result[key] = self.value(depth: depth + 1)
      case (2, .array): result[key] = set()
      case (2...4, .object(let inner)): result[key] = .object(edited(inner, depth: depth + 1))
      default: break
      }
    }
    if random.oneIn(3) { result[pick(["a", "b", "c"])] = value(depth: depth + 1) }
    return result
  }
}
