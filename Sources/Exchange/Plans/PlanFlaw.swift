import Domain

/// Why a row of a plan's sheet cannot be taken: where, what, and what to write instead.
struct PlanFlaw: Error {
  let row: Int

  /// The column; `nil` where the whole row is meant.
  let column: PlanColumn?
  let what: String
  let remedy: String
}

/// A cell of a plan's sheet that says something.
struct PlanCellText {
  let row: Int
  let column: PlanColumn
  let text: String

  /// Whether the cell takes away what the board says.
  var isNothing: Bool { text == PlanImport.nothing }

  func flaw(_ what: String, _ remedy: String) -> PlanFlaw {
    PlanFlaw(row: row, column: column, what: what, remedy: remedy)
  }

  /// The names that the cell lists, separated by semicolons or line breaks.
  var parts: [String] {
    text.split { $0 == ";" || $0.isNewline }.map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// What the cell names, of a list of which there is no other.
  func meaning<Subject>(
    _ kind: String, in index: NameIndex<Subject>
  ) throws(PlanFlaw) -> Identifier<Subject> {
    switch index.meaning(of: text) {
    case .one(let id): return id
    case .several(let ids): throw ambiguous(text, ids)
    case .none: throw unknown(kind, text, index)
    }
  }

  func ambiguous<Subject>(_ name: String, _ ids: [Identifier<Subject>]) -> PlanFlaw {
    flaw(
      "“\(name)” is the name of \(ids.count)",
      "Write which: \(ids.map(\.text).joined(separator: " or ")).")
  }

  func unknown<Subject>(
    _ kind: String, _ name: String, _ index: NameIndex<Subject>, otherwise: String = ""
  ) -> PlanFlaw {
    let near = index.titles.nearest(to: name)
    let shown = near.isEmpty ? Array(index.titles.prefix(12)) : near
    let lead = near.isEmpty ? "Use one of" : "Perhaps"
    let more = near.isEmpty && index.titles.count > shown.count ? " …" : "."
    let remedy =
      shown.isEmpty ? "The board has none." : "\(lead): \(shown.joined(separator: ", "))\(more)"
    let cut = name.count > 60 ? name.prefix(59) + "…" : name[...]
    return flaw("there is no \(kind) “\(cut)”", remedy + otherwise)
  }

  /// The date that the cell holds, as people or their spreadsheets write it.
  func date(today: CalendarDate) throws(PlanFlaw) -> CalendarDate {
    do {
      return try CalendarDate(inSheet: text, today: today)
    } catch {
      throw flaw(
        error.description.hasSuffix(".")
          ? String(error.description.dropLast()) : error.description,
        "Write 2018-02-14, 14 Feb 2018, 2018-04 or Apr 2018.")
    }
  }
}

extension CalendarDate {
  /// Reads a date as people or their spreadsheets write it: the day comes before the month.
  init(inSheet text: String, today: CalendarDate) throws(UnreadableDate) {
    if let month = CalendarDate(spreadsheetMonth: text) {
      self = month
    } else {
      try self.init(typed: text, today: today)
    }
  }

  /// Reads `Apr-16`, which is what spreadsheets make of `2016-04`: a month, never a day.
  init?(spreadsheetMonth text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 3, parts[1].utf8.count == 2,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(parts[1])
    else { return nil }
    let name = parts[0].prefix(1).uppercased() + parts[0].dropFirst().lowercased()
    guard
      let month = (1...12).first(where: { month in
        CalendarDate(year: 2000, month: month)?.words.hasPrefix(name) == true
      })
    else { return nil }
    self.init(year: 2000 + year, month: month)
  }
}
