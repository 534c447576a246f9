/// A line of a mail's text: how deep it is quoted, and what it says.
struct QuotedLine: Equatable {
  var depth: Int
  var text: Substring

  /// Takes the marks of quoting off a line: `> > text` is quoted twice.
  init(_ line: Substring) {
    depth = 0
    text = line
    let bytes = line.utf8
    var index = bytes.startIndex
    while true {
      var next = index
      // A space may stand before each mark but the first.
      if depth > 0, next < bytes.endIndex, bytes[next] == 0x20 { next = bytes.index(after: next) }
      guard next < bytes.endIndex, bytes[next] == UInt8(ascii: ">") else { break }
      depth += 1
      index = bytes.index(after: next)
    }
    guard depth > 0 else { return }
    if index < bytes.endIndex, bytes[index] == 0x20 { index = bytes.index(after: index) }
    text = line[index...]
  }

  init(depth: Int, text: Substring) {
    self.depth = depth
    self.text = text
  }
}

/// The lines of a text, whatever they end in.
enum TextLines {
  static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      guard byte == 0x0A || byte == 0x0D else {
        index = next
        continue
      }
      lines.append(text[start..<index])
      index = next
      if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A {
        index = bytes.index(after: index)
      }
      start = index
    }
    lines.append(text[start...])
    return lines
  }

  /// The text of `format=flowed` (RFC 3676): lines that end in a space go on in the next one.
  static func unflowed(_ text: String, isSpaceDropped: Bool) -> String {
    var paragraphs: [(depth: Int, text: String, isOpen: Bool)] = []
    for line in lines(of: text) {
      var quoted = QuotedLine(line)
      // A space that was put there so that a line does not begin otherwise.
      if quoted.depth == 0, quoted.text.utf8.first == 0x20 { quoted.text = quoted.text.dropFirst() }
      let isSignature = quoted.text == "-- "
      let isOpen = quoted.text.utf8.last == 0x20 && !isSignature
      let text = isOpen && isSpaceDropped ? quoted.text.dropLast() : quoted.text
      // Asked without holding the paragraph, so that it grows in place.
      let goesOn = paragraphs.last?.isOpen == true && paragraphs.last?.depth == quoted.depth
      if goesOn, !isSignature {
        paragraphs[paragraphs.count - 1].text += text
        paragraphs[paragraphs.count - 1].isOpen = isOpen
      } else {
        paragraphs.append((quoted.depth, String(text), isOpen))
      }
    }
    return paragraphs.map { String(repeating: "> ", count: $0.depth) + $0.text }
      .joined(separator: "\n")
  }
}
