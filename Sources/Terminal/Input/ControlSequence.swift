import Screen

/// What a terminal sends for anything that is not a character: `ESC [ 5 ~`, `ESC O A`.
struct ControlSequence {
  /// The number of bytes.
  let length: Int

  private let parameters: ArraySlice<UInt8>
  private let last: UInt8
  private let isSingleShift: Bool

  /// Reads one from the beginning of some bytes; nil when they hold no whole one.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 3, bytes.first == 0x1B else { return nil }
    let opening = bytes[bytes.startIndex + 1]
    guard opening == UInt8(ascii: "[") || opening == UInt8(ascii: "O") else { return nil }
    isSingleShift = opening == UInt8(ascii: "O")
    var body = bytes.dropFirst(2)
    // The Linux console's function keys have a second bracket.
    let isConsole = body.first == UInt8(ascii: "[")
    if isConsole { body = body.dropFirst() }
    // rxvt ends the keys it shifts with a dollar; in answers that nobody asked for it is no end.
    let isAnswer = body.first == UInt8(ascii: "?")
    let end = body.firstIndex { byte in
      !(0x20..<0x40).contains(byte) || (byte == UInt8(ascii: "$") && !isAnswer)
    }
    guard let end else { return nil }
    parameters = isConsole ? bytes[body.startIndex - 1..<end] : body[..<end]
    // A sequence that breaks off means nothing, and what follows is not a part of it.
    let isWhole = bytes[end] < 0x7F && bytes[end] >= 0x20
    last = isWhole ? bytes[end] : 0
    length = end - bytes.startIndex + (isWhole ? 1 : 0)
  }

  var isPasteBegin: Bool { last == UInt8(ascii: "~") && number == 200 }

  /// Whether the window got the focus; nil when the sequence says nothing of it.
  var focus: Bool? {
    guard !isSingleShift, parameters.isEmpty else { return nil }
    switch last {
    case UInt8(ascii: "I"): return true
    case UInt8(ascii: "O"): return false
    default: return nil
    }
  }

  /// The key, whichever modifiers were held; nil when there is no such key.
  var key: Key? {
    if parameters.first == UInt8(ascii: "[") { return consoleKey }
    switch last {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(last) - 0x4F)
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return numberedKey
    default: return isSingleShift ? keypadKey : nil
    }
  }

  /// The first parameter.
  private var number: Int? {
    let digits = parameters.prefix { $0 != UInt8(ascii: ";") }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private var consoleKey: Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(last) ? .function(Int(last) - 0x40) : nil
  }

  private var numberedKey: Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number):
      ControlSequence.functionNumbers.firstIndex(of: number).map { .function($0 + 1) }
    case nil: nil
    }
  }

  /// The numbers that DEC gave to F1, F2 and so on.
  private static let functionNumbers = [
    11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
  ]

  /// The number pad while it sends sequences of its own.
  private var keypadKey: Key? {
    switch last {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(last - 0x40)))
    default: nil
    }
  }
}
