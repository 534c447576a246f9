import Domain

/// What is wrong with the text of a cell, and what to write instead.
struct CellFlaw: Error {
  /// The rest of a sentence about the cell.
  let what: String

  /// A sentence.
  let remedy: String
}

extension NameIndex {
  /// The one thing that a cell names.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - kind: What is named, in a word.
  ///   - otherwise: What else can be done where nothing is called so, as a sentence after a space.
  /// - Returns: Its own name.
  /// - Throws: ``CellFlaw`` where nothing is called so, or several are.
  func one(
    called text: String, _ kind: String, otherwise: String = ""
  ) throws(CellFlaw) -> Identifier<Subject> {
    switch meaning(of: text) {
    case .one(let id): return id
    case .several(let ids): throw CellFlaw(several: ids, called: text)
    case .none: throw unknown(text, kind, otherwise: otherwise)
    }
  }

  /// That nothing is called so, and what comes near.
  func unknown(_ text: String, _ kind: String, otherwise: String = "") -> CellFlaw {
    let near = titles.nearest(to: text)
    let shown = near.isEmpty ? Array(titles.prefix(12)) : near
    let lead = near.isEmpty ? "Use one of" : "Perhaps"
    let more = near.isEmpty && titles.count > shown.count ? " …" : "."
    let separator = shown.contains { $0.contains(",") } ? "; " : ", "
    let remedy =
      shown.isEmpty
      ? "The board has none." : "\(lead): \(shown.joined(separator: separator))\(more)"
    return CellFlaw(what: "there is no \(kind) “\(text.cut(to: 60))”", remedy: remedy + otherwise)
  }
}

extension CellFlaw {
  /// That several things are called so.
  init<Subject>(several ids: [Identifier<Subject>], called text: String) {
    what = "“\(text.cut(to: 60))” is the name of \(ids.count)"
    remedy = "Write which: \(ids.map(\.text).joined(separator: " or "))."
  }
}

extension CalendarDate {
  /// The date that a cell holds, as people or their spreadsheets write it.
  init(cell text: String, today: CalendarDate) throws(CellFlaw) {
    do {
      self = try CalendarDate(inSheet: text, today: today)
    } catch {
      let sentence = error.description
      throw CellFlaw(
        what: sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence,
        remedy: "Write 2018-02-14, 14 Feb 2018, 2018-04 or Apr 2018.")
    }
  }
}

extension StringProtocol {
  /// The words of a text with one space between them, on one line.
  var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension String {
  /// The beginning of a text, without line breaks, as it fits into a sentence.
  func cut(to length: Int) -> String {
    let line = contains(where: \.isNewline) ? words : self
    return line.count > length ? line.prefix(length - 1) + "…" : line
  }
}
