package import Screen

/// Turns the bytes that a terminal sends into events, in whatever pieces they arrive.
///
/// Curses could read keys too, but it loses the character that is cut by the end of a read, takes
/// what it does not know apart into commands, and ends a paste at a slow line's first pause.
package struct InputDecoder: Sendable {
  /// Sequences that stand for a key on this terminal; they go before the general rules.
  private let described: [[UInt8]: Key]

  /// What has arrived and is not whole yet.
  private var waiting: [UInt8] = []

  /// What has been pasted so far, while a paste arrives.
  private var paste: [UInt8]?

  package init(described: [[UInt8]: Key] = [:]) {
    self.described = described
  }

  /// Whether what waits is Escape, or Alt and a key, unless more arrives soon.
  package var isUndecided: Bool {
    paste == nil && [[0x1B], Array("\u{1B}[".utf8), Array("\u{1B}O".utf8)].contains(waiting)
  }

  /// Takes what arrived and gives the events that are whole.
  package mutating func decode(_ bytes: [UInt8]) -> [InputEvent] {
    waiting += bytes
    var events: [InputEvent] = []
    var rest = waiting[...]
    while !rest.isEmpty {
      if paste != nil {
        guard let text = takePaste(from: &rest) else { break }
        events.append(.paste(text))
        continue
      }
      switch read(rest) {
      case .unfinished:
        waiting = Array(rest)
        return events
      case .nothing(let length):
        rest = rest.dropFirst(length)
      case .event(let event, let length):
        events.append(event)
        rest = rest.dropFirst(length)
      case .pasteBegins(let length):
        paste = []
        rest = rest.dropFirst(length)
      }
    }
    waiting = Array(rest)
    return events
  }

  /// Takes what waits for what it is if nothing more belongs to it: Escape, or Alt and a key.
  package mutating func decideAsTyped() -> [InputEvent] {
    guard isUndecided else { return [] }
    let typed = waiting
    waiting = []
    guard typed.count == 2 else { return [.key(.escape)] }
    return [.key(.alt(Character(Unicode.Scalar(typed[1]))))]
  }

  /// What some bytes begin with.
  private enum Reading {
    case event(InputEvent, length: Int)
    case nothing(length: Int)
    case pasteBegins(length: Int)
    case unfinished
  }

  private func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard bytes.first == 0x1B else {
      guard let (key, length) = Key.typed(bytes) else { return .unfinished }
      return key.map { .event(.key($0), length: length) } ?? .nothing(length: length)
    }
    for (sequence, key) in described where bytes.starts(with: sequence) {
      return .event(.key(key), length: sequence.count)
    }
    guard let second = bytes.dropFirst().first else { return .unfinished }
    switch second {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      guard let sequence = ControlSequence(bytes) else {
        return bytes.count < 64 ? .unfinished : .nothing(length: bytes.count)
      }
      return meaning(of: sequence)
    case ..<0x20, 0x7F:
      // Escape typed, and something else right after it.
      return .event(.key(.escape), length: 1)
    default:
      guard let (key, length) = Key.typed(bytes.dropFirst()) else { return .unfinished }
      guard case .character(let character) = key else { return .nothing(length: length + 1) }
      return .event(.key(.alt(character)), length: length + 1)
    }
  }

  private func meaning(of sequence: ControlSequence) -> Reading {
    let length = sequence.length
    if sequence.isPasteBegin { return .pasteBegins(length: length) }
    if let isFocused = sequence.focus { return .event(.focus(isFocused), length: length) }
    if let key = sequence.key { return .event(.key(key), length: length) }
    return .nothing(length: length)
  }

  /// Moves pasted bytes over, up to the mark that ends a paste.
  ///
  /// - Returns: The whole text when the mark was there.
  private mutating func takePaste(from rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstRange(of: InputDecoder.pasteEnd) else {
      // The mark may have arrived in part.
      let safe = max(0, rest.count - InputDecoder.pasteEnd.count + 1)
      paste?.append(contentsOf: rest.prefix(safe))
      rest = rest.dropFirst(safe)
      return nil
    }
    let text = String(pasted: (paste ?? []) + rest[..<end.lowerBound])
    paste = nil
    rest = rest[end.upperBound...]
    return text
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)
}

extension Collection where Element == UInt8 {
  /// Where a mark stands for the first time.
  fileprivate func firstRange(of mark: [UInt8]) -> Range<Index>? {
    var start = startIndex
    while let index = self[start...].firstIndex(of: mark[0]) {
      if self[index...].starts(with: mark) {
        return index..<self.index(index, offsetBy: mark.count)
      }
      start = self.index(after: index)
    }
    return nil
  }
}

extension String {
  /// Pasted bytes as text: line breaks as `\n`, without control characters and key sequences.
  fileprivate init(pasted bytes: [UInt8]) {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      var length = 1
      switch byte {
      case 0x1B:
        length = ControlSequence(rest)?.length ?? 1
      case UInt8(ascii: "\r"):
        kept.append(UInt8(ascii: "\n"))
        if rest.dropFirst().first == UInt8(ascii: "\n") { length = 2 }
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        kept.append(byte)
      case ..<0x20, 0x7F:
        break
      default:
        kept.append(byte)
      }
      rest = rest.dropFirst(length)
    }
    self.init(decoding: kept, as: UTF8.self)
  }
}
