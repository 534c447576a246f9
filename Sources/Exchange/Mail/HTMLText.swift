/// The text of an HTML mail: blocks as lines, quotes led by `> `, scripts and styles left out.
struct HTMLText {
  private var lines: [String] = []
  private var line = String.UnicodeScalarView()
  private var quoteDepth = 0
  private var preDepth = 0
  private var endsInSpace = true

  /// Where a tag can end at the earliest, as far as that has been looked for.
  private var nextClosing = -1

  /// A tag with more characters is none: it is text.
  private static let longestTag = 20_000

  /// What was begun and never ends, so that nobody looks for its end twice.
  private var endless: Set<String> = []

  /// Reads HTML as mailers write it; what is no HTML is text.
  static func text(of html: String) -> String {
    var reader = HTMLText()
    reader.read(Array(html.unicodeScalars))
    reader.endLine()
    return reader.lines.joined(separator: "\n")
  }

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "<", let end = endOfTag(scalars, from: index) {
        index = take(tag: scalars[(index + 1)..<end], scalars, end + 1)
      } else if scalar == "&" {
        index = takeEntity(scalars, index)
      } else {
        take(scalar)
        index += 1
      }
    }
  }

  /// Where a tag ends, `nil` where `<` begins none.
  private mutating func endOfTag(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < scalars.count else { return nil }
    let next = scalars[start + 1]
    guard next.properties.isAlphabetic || next == "/" || next == "!" || next == "?" else {
      return nil
    }
    if scalars[start...].starts(with: "<!--".unicodeScalars) {
      var index = start + 4
      while index + 2 < scalars.count {
        if scalars[index] == "-", scalars[index + 1] == "-", scalars[index + 2] == ">" {
          return index + 2
        }
        index += 1
      }
      return scalars.count - 1
    }
    let limit = min(scalars.count, start + HTMLText.longestTag)
    if nextClosing < start {
      nextClosing = scalars[start...].firstIndex(of: ">") ?? scalars.count
    }
    guard nextClosing < limit else { return nil }
    var quote: Unicode.Scalar?
    for index in (start + 1)..<limit {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        return index
      }
    }
    return nil
  }

  /// Does what a tag says; gives where reading goes on.
  private mutating func take(
    tag: ArraySlice<Unicode.Scalar>, _ scalars: [Unicode.Scalar], _ next: Int
  ) -> Int {
    let isEnd = tag.first == "/"
    let name = String(
      String.UnicodeScalarView(
        tag.dropFirst(isEnd ? 1 : 0).prefix { $0.properties.isAlphabetic || ("0"..."9") ~= $0 })
    ).lowercased()
    switch name {
    case "script", "style", "head", "title":
      return isEnd ? next : end(of: name, scalars, from: next)
    case "br": endLine()
    case "blockquote":
      endOpenLine()
      quoteDepth = isEnd ? max(0, quoteDepth - 1) : min(quoteDepth + 1, 50)
    case "pre":
      endOpenLine()
      preDepth = max(0, preDepth + (isEnd ? -1 : 1))
    case "li":
      endOpenLine()
      if !isEnd { for scalar in "- ".unicodeScalars { append(scalar) } }
    case "td", "th": if isEnd { take(" ") }
    case "p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
      "section", "article", "body", "html", "dl", "dt", "dd", "address", "header", "footer":
      endOpenLine()
      if name == "p", isEnd { endLine() }
    default: break
    }
    return next
  }

  /// Where what a tag encloses has ended.
  private mutating func end(
    of name: String, _ scalars: [Unicode.Scalar], from start: Int
  ) -> Int {
    guard !endless.contains(name) else { return start }
    let mark = Array("</\(name)".unicodeScalars)
    var index = start
    while index + mark.count <= scalars.count {
      if scalars[index] == "<" {
        let word = String(String.UnicodeScalarView(scalars[index..<(index + mark.count)]))
        if word.lowercased() == "</\(name)" {
          return (scalars[index...].firstIndex(of: ">") ?? scalars.count - 1) + 1
        }
      }
      index += 1
    }
    // What never ends is passed over as a tag alone, so that no text is lost.
    endless.insert(name)
    return start
  }

  private mutating func takeEntity(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    let end = scalars[start...].prefix(12).firstIndex(of: ";")
    guard let end else {
      append(scalars[start])
      return start + 1
    }
    let name = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
    guard let scalar = HTMLText.scalar(named: name) else {
      append(scalars[start])
      return start + 1
    }
    append(scalar)
    return end + 1
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return entities[name]
  }

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "£",
    "euro": "€", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "hellip": "…", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™",
    "eacute": "é", "egrave": "è", "agrave": "à", "uuml": "ü", "ouml": "ö", "auml": "ä",
    "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "laquo": "«", "raquo": "»", "deg": "°",
    "frac12": "½", "times": "×", "shy": "\u{AD}", "zwnj": "\u{200C}", "lsqb": "[", "rsqb": "]",
    "lbrack": "[", "rbrack": "]",
  ]

  /// Takes a character of the text; white space is one space, but not inside `pre`.
  private mutating func take(_ scalar: Unicode.Scalar) {
    if preDepth > 0 {
      if scalar == "\n" { endLine() } else { append(scalar) }
    } else if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
      if !endsInSpace { append(" ") }
      endsInSpace = true
    } else {
      append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    line.append(scalar)
    endsInSpace = false
  }

  private mutating func endOpenLine() { if !line.isEmpty { endLine() } }

  private mutating func endLine() {
    let quote = String(repeating: "> ", count: quoteDepth)
    lines.append(quote + String(line).trimmedOfSpace)
    line = String.UnicodeScalarView()
    endsInSpace = true
  }
}
