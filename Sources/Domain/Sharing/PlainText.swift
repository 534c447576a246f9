/// A text for scanning: a byte for each of its characters, whatever alphabet they are from.
///
/// ASCII stands for itself; so do full-width forms of it, spaces and dashes of every kind. Any other
/// letter is `a`, or `A` where it is a capital; whatever else there is is 0.
struct PlainText {
  private let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]

  init(_ text: String) {
    // What takes no room must not hide a number.
    scalars = text.unicodeScalars.filter {
      $0.value < 0x80 || !$0.properties.isDefaultIgnorableCodePoint
    }
    bytes = scalars.map(PlainText.plain)
  }

  var count: Int { bytes.count }

  /// The character at a place; 0 before the beginning and behind the end.
  subscript(place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  /// A part of the text as it was written.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0..<0x80: return UInt8(scalar.value)
    case 0xFF01...0xFF5E: return UInt8(scalar.value - 0xFEE0)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212: return UInt8(ascii: "-")
    case 0x2019: return UInt8(ascii: "'")
    default:
      guard scalar.properties.isAlphabetic else { return 0 }
      return UInt8(ascii: scalar.properties.isUppercase ? "A" : "a")
    }
  }

  // MARK: Words

  func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(self[place]) }

  func isCapital(_ place: Int) -> Bool { (0x41...0x5A).contains(self[place]) }

  func isLetter(_ place: Int) -> Bool { (0x41...0x5A).contains(self[place] & 0xDF) }

  func isSpace(_ place: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self[place]) }

  func isWordCharacter(_ place: Int) -> Bool { isDigit(place) || isLetter(place) }

  func holds(_ character: Unicode.Scalar, at place: Int) -> Bool {
    self[place] == UInt8(ascii: character)
  }

  /// Whether a number or word may begin at a place.
  ///
  /// It does not go on there, nor is a reference such as `6/2023/P` or an identifier such as
  /// `case-0123` in its midst. What a word and a colon or a full stop name begins behind them.
  func startsWord(_ place: Int) -> Bool {
    if isLetter(place - 2), holds(":", at: place - 1) || holds(".", at: place - 1) { return true }
    return !isWordCharacter(place - 1) && !isJoint(place - 1, with: place - 2)
  }

  /// Whether a number ends before a place: neither a word nor a reference goes on.
  func endsWord(_ place: Int) -> Bool {
    !isWordCharacter(place) && !isJoint(place, with: place + 1)
  }

  /// Whether a character joins what stands beside it.
  private func isJoint(_ place: Int, with neighbour: Int) -> Bool {
    "-/._:#".unicodeScalars.contains { holds($0, at: place) } && isWordCharacter(neighbour)
  }

  /// The place behind a word that begins here, in whatever case it is written; `nil` where another
  /// one does.
  func end(of word: String, from place: Int) -> Int? {
    var end = place
    for byte in word.utf8 {
      let found = self[end]
      guard (isLetter(end) ? found | 0x20 : found) == byte else { return nil }
      end += 1
    }
    return end
  }

  /// The digits from a place on, at most so many.
  func digits(from place: Int, atMost limit: Int) -> Range<Int> {
    var end = place
    while end - place < limit, isDigit(end) { end += 1 }
    return place..<end
  }

  func number(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 * 10 + Int(self[$1]) - 0x30 }
  }
}
