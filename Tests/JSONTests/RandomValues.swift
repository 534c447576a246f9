import JSON
import TestSupport

func randomList<T>(
  using generator: inout SeededGenerator, _ element: (inout SeededGenerator) -> T
) -> [T] {
  (0..<Int.random(in: 0...5, using: &generator)).map { _ in element(&generator) }
}

func randomThings<T>(
  using generator: inout SeededGenerator, _ thing: (inout SeededGenerator) -> T
) -> [String: T] {
  Dictionary(
    randomList(using: &generator) { generator in
      (String.random(using: &generator), thing(&generator))
    }, uniquingKeysWith: { one, _ in one })
}

func randomDouble(using generator: inout SeededGenerator) -> Double {
  let value = Double(bitPattern: generator.next())
  return value.isFinite ? value : 0.1
}

extension String {
  /// A short text: words, hostile characters, and whatever else Unicode has.
  static func random(using generator: inout SeededGenerator) -> String {
    let hostile: [Unicode.Scalar] = [
      "\0", "\n", "\r", "\t", "\u{1B}", "\u{7F}", "\u{9B}", "\"", "\\", "/", "\u{202E}", "\u{200B}",
      "\u{2066}", "\u{301}", "\u{E9}", "\u{FEFF}", "\u{E0041}", "😀", "漢",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: text.append(hostile.randomElement(using: &generator) ?? "x")
      case 1:
        text.append(Unicode.Scalar(.random(in: 0...0x10FFFF, using: &generator)) ?? "\u{FFFD}")
      default: text.append(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator)))
      }
    }
    return String(text)
  }
}

extension Value {
  static func random(depth: Int = 0, using generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth < 5 ? 8 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(generator.oneIn(2))
    case 2: return .number(Number(.random(in: .min ... .max, using: &generator)))
    case 3: return .number(randomDouble(using: &generator).description)
    case 4: return .string(.random(using: &generator))
    case 5:
      return .array(
        randomList(using: &generator) { .random(depth: depth + 1, using: &$0) })
    default:
      var object = Object()
      for key in randomList(using: &generator, { String.random(using: &$0) }) {
        object[key] = .random(depth: depth + 1, using: &generator)
      }
      return .object(object)
    }
  }
}
