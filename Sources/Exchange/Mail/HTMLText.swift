/// The text of an HTML mail: blocks as lines, quotes led by `> `, scripts and styles left out, and
/// what a reader is not shown, or is shown struck out.
struct HTMLText {
  /// Whether text was left out that is struck out or hidden.
  private(set) var leavesOut = false
  private var lines: [String] = []
  private var line = String.UnicodeScalarView()
  private var quoteDepth = 0
  private var preDepth = 0
  private var endsInSpace = true

  /// The element that is struck out or hidden, and how many of its name are open; `nil` for none.
  private var omitted: (name: String, depth: Int)?

  /// What has begun and never ends, so that it is not looked for again.
  private var endless: Set<String> = []

  /// Reads HTML as mailers write it; what is no HTML is text.
  init(_ html: String) {
    read(Array(html.unicodeScalars))
    endLine()
  }

  var text: String { lines.joined(separator: "\n") }

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "<", let end = endOfComment(scalars, from: index) {
        index = end
      } else if scalar == "<", let end = HTMLText.endOfTag(scalars, from: index) {
        index = take(tag: scalars[(index + 1)..<end], scalars, end + 1)
      } else if scalar == "&" {
        index = takeEntity(scalars, index)
      } else {
        take(scalar)
        index += 1
      }
    }
  }

  /// Where a comment ends; `nil` where none begins, or it never ends.
  private mutating func endOfComment(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard scalars[start...].starts(with: "<!--".unicodeScalars), !endless.contains("!--") else {
      return nil
    }
    var index = start + 4
    while index + 2 < scalars.count {
      if scalars[index] == "-", scalars[index + 1] == "-", scalars[index + 2] == ">" {
        return index + 3
      }
      index += 1
    }
    endless.insert("!--")
    return nil
  }

  /// Where a tag ends, `nil` where `<` begins none.
  private static func endOfTag(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < scalars.count else { return nil }
    let next = scalars[start + 1]
    guard next.properties.isAlphabetic || next == "/" || next == "!" || next == "?" else {
      return nil
    }
    var quote: Unicode.Scalar?
    // What stands in quotes differs from tag to tag: of all that begin, three at most look further
    // than the next `<`, so that this stays linear.
    for index in (start + 1)..<scalars.count {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        return index
      } else if scalar == "<" {
        return nil
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
    follow(name, isEnd: isEnd, tag)
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

  /// Follows where text begins, and ends, that is struck out or not shown.
  private mutating func follow(_ name: String, isEnd: Bool, _ tag: ArraySlice<Unicode.Scalar>) {
    if let open = omitted {
      guard open.name == name, tag.last != "/" else { return }
      let depth = open.depth + (isEnd ? -1 : 1)
      omitted = depth > 0 ? (name, depth) : nil
    } else if !isEnd, tag.last != "/", !HTMLText.empty.contains(name),
      HTMLText.isOmitted(name, tag)
    {
      omitted = (name, 1)
    }
  }

  /// Elements that hold nothing.
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Whether what an element holds is struck out or not shown.
  private static func isOmitted(_ name: String, _ tag: ArraySlice<Unicode.Scalar>) -> Bool {
    if name == "s" || name == "del" || name == "strike" { return true }
    var text = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    // Space in quotes is none, so that a style is one word.
    for scalar in tag {
      if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if quote == nil || !scalar.properties.isWhitespace {
        text.append(scalar)
      }
    }
    return String(text).lowercased().split(whereSeparator: \.isWhitespace).dropFirst().contains {
      $0 == "hidden" || $0.hasPrefix("hidden=")
        || $0.hasPrefix("style=") && hidingStyles.contains(where: $0.contains)
    }
  }

  private static let hidingStyles = [
    "display:none", "visibility:hidden", "mso-hide:all", "text-decoration:line-through",
  ]

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
    guard let scalar = HTMLEntities.scalar(named: name) else {
      append(scalars[start])
      return start + 1
    }
    append(scalar)
    return end + 1
  }

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
    guard omitted == nil else {
      leavesOut = leavesOut || !scalar.properties.isWhitespace
      return
    }
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
