import Domain

/// Tells which area a line begins to speak about, by exact numbers and names: never by guess.
struct AreaHeads {
  /// What a line begins with.
  enum Head: Equatable {
    /// An area's number or name and a colon.
    ///
    /// - Parameters:
    ///   - rest: What stands behind the colon.
    ///   - isListed: Whether a dash or a dot stands before it.
    case area(Identifier<Area>, rest: String, isListed: Bool)

    /// How confident the answer is; empty where it does not say.
    case confidence(String)

    /// Something like an area's number or name, of this area where it is known whose name it is.
    case doubtful(Identifier<Area>?)
    case none
  }

  private var areas: [String: Identifier<Area>] = [:]
  private var numbers: Set<String> = []
  private var titles: [(area: Identifier<Area>, title: String, words: [Substring])] = []

  init(of board: Board) {
    var taken: [String: Int] = [:]
    for area in board.orderedAreas where !area.isDeleted {
      var names = [area.title, area.id.text]
      titles.append((area.id, area.title, AreaHeads.words(area.title[...])))
      if let number = area.number {
        numbers.insert("\(number)")
        names += ["\(number)", "area \(number)", "\(number) \(area.title)"]
      }
      for key in Set(names.map { AnswerReader.key($0[...]) }) {
        taken[key, default: 0] += 1
        areas[key] = area.id
      }
    }
    for (key, count) in taken where count > 1 { areas[key] = nil }
  }

  /// The area that a name or number means; `nil` for none or several.
  func area(called text: String) -> Identifier<Area>? { areas[AnswerReader.key(text[...])] }

  /// What a line begins with.
  func head(of line: Substring) -> Head {
    let plain = line.drop { " \t\u{A0}-*•·".contains($0) }
    if let (name, rest) = AnswerReader.head(of: plain) {
      let key = AnswerReader.key(name)
      if key == "confidence" { return .confidence(rest.trimmedOfSpace) }
      if let area = areas[key], !isTime(rest) {
        let isListed = line[..<plain.startIndex].contains { "-*•·".contains($0) }
        return .area(area, rest: rest, isListed: isListed)
      }
    }
    let bare = plain.drop { " ([{<#\"'“‘_".contains($0) }
    if isLikeNumber(bare) { return .doubtful(nil) }
    return name(in: bare)
  }

  /// Whether an area's number and a colon stand in what is said: it may have been two lines.
  func areNamed(in line: Substring) -> Bool {
    line.split(whereSeparator: \.isWhitespace).contains { word in
      word.last == ":" && numbers.contains(String(word.dropLast()))
    }
  }

  // MARK: What is no head, and may have been meant as one

  /// Whether what stands behind a number and a colon makes a time of it: `5:45` and `5: 45 pm`.
  private func isTime(_ rest: String) -> Bool {
    if rest.first?.isNumber == true { return true }
    let said = rest.trimmedOfSpace
    let minutes = said.prefix(while: \.isNumber)
    guard minutes.count == 2 else { return false }
    let words = AnswerReader.key(said.dropFirst(2)).split(separator: " ")
    return said.count == 2 || ["am", "pm", "hrs", "hours", "h"].contains(words.first)
      || words.dropFirst().first == "m" && ["a", "p"].contains(words.first)
  }

  private func isLikeNumber(_ line: Substring) -> Bool {
    let word = line.prefix(while: \.isLetter).lowercased()
    if ["area", "areas", "no", "number", "nr"].contains(word) {
      return line.dropFirst(word.count).drop { " .#".contains($0) }.first?.isNumber == true
    }
    let digits = line.prefix(while: \.isNumber)
    guard !digits.isEmpty else { return false }
    let isKnown = numbers.contains(String(digits))
    let behind = line.dropFirst(digits.count)
    if behind.first?.isLetter == true { return behind.prefix(4).contains(":") }
    let rest = behind.drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    guard let mark = rest.first else { return isKnown }
    if ["and ", "or ", "to "].contains(where: rest.hasPrefix) {
      return rest.prefix(20).contains(":")
    }
    let next = rest.dropFirst().first
    // A time, an amount or a span goes on behind the mark: 10:30, 3.5, 2-3.
    if rest.startIndex == behind.startIndex, next?.isNumber == true {
      let all = line.prefix { $0.isNumber || ",./&-–—+ ".contains($0) }
      let colon = line.dropFirst(all.count)
      return mark == ":" ? isKnown : colon.first == ":"
    }
    if mark == ":" || mark == "：" { return true }
    guard isKnown || digits.count < 3 else { return false }
    return ".)]}".contains(mark) || isKnown && "-–—/,&(=+>".contains(mark)
  }

  /// Whether a line begins with something like an area's name.
  private func name(in line: Substring) -> Head {
    let start = line.prefix(100)
    let end = AreaHeads.endOfName(in: start)
    let head = end.map { start[..<$0] } ?? start
    let words = AreaHeads.words(head)
    guard words.contains(where: { $0.count > 3 }) else { return .none }
    // A sentence that goes on with a small letter was broken there.
    if line.first?.isUppercase == true {
      let begun = titles.first { !$0.words.isEmpty && words.starts(with: $0.words) }
      if let begun { return .doubtful(begun.area) }
    }
    guard end != nil || line.count <= 60 && line.first?.isUppercase == true else { return .none }
    let isPart = titles.contains { title in words.allSatisfy(title.words.contains) }
    if isPart { return .doubtful(nil) }
    guard end != nil else { return .none }
    let text = String(head).trimmedOfSpace
    let length = text.utf8.count
    let near = titles.map(\.title).filter { abs($0.utf8.count - length) <= length / 3 }
    return near.nearest(to: text).isEmpty ? .none : .doubtful(nil)
  }

  /// Where a name ends: before a colon, or before a dash between words.
  private static func endOfName(in line: Substring) -> Substring.Index? {
    line.indices.first { index in
      switch line[index] {
      case ":", "：", "–", "—", "(": true
      case "-":
        index > line.startIndex && line[line.index(before: index)] == " "
      default: false
      }
    }
  }

  /// The words of a name in lower case, without those that name nothing.
  private static func words(_ text: Substring) -> [Substring] {
    AnswerReader.key(text).split(separator: " ").filter { word in
      !["and", "of", "the", "or", "area", "areas"].contains(word)
        && !word.allSatisfy(\.isNumber)
    }
  }
}
