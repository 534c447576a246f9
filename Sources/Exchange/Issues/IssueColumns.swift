import Domain

/// Which columns of a sheet hold what of issues and their scores.
struct IssueColumns {
  /// What a column is taken for.
  private enum Meaning: Hashable {
    case field(IssueColumn)
    case criterion(Int)

    /// The line of reason for a criterion's value.
    case reason(Int)
    case notes
    case leftOut
  }

  /// Where each column of issues stands, in the order of all of them.
  private var places: [Int?] = IssueColumn.allCases.map { _ in nil }

  /// The columns of the sheet that tell something of the whole issue.
  private(set) var ofIssue: [IssueColumn] = []

  /// For each criterion of the scorer the column of its values, and that of its reasons.
  private(set) var values: [Int?]
  private(set) var reasons: [Int?]

  /// The columns whose cells are kept in the notes.
  private(set) var notes: [Int] = []

  /// All columns but empty ones without a heading, in their order.
  private(set) var uses: [IssuePreview.Column] = []

  /// Finds the columns by their headings.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - scorer: The model in use; without one no column holds values.
  ///   - chosen: What headings mean that a person has told.
  /// - Throws: ``SheetProblems`` when a column stands twice, none names the issues, or what was told
  ///   is not there.
  init(of table: CSVTable, _ scorer: Scorer?, chosen: [String: String]) throws(SheetProblems) {
    let criteria = scorer?.criteria ?? []
    values = Array(repeating: nil, count: criteria.count)
    reasons = values
    let known = Meanings(scorer)
    var problems: [Problem] = []
    var wanted: [String: Meaning] = [:]
    for (heading, name) in chosen.sorted(by: { $0.key < $1.key }) {
      let key = IssueColumn.key(heading)
      if !table.header.contains(where: { IssueColumn.key($0) == key }) {
        problems.append(IssueColumns.noHeading(heading, in: table))
      } else if let meaning = known.named(name) {
        wanted[key] = meaning
      } else {
        problems.append(known.noField(name, for: heading, in: table))
      }
    }
    var seen: [Meaning: Int] = [:]
    for (place, heading) in table.header.enumerated() {
      let key = IssueColumn.key(heading)
      if key.isEmpty, IssueColumns.isEmpty(place, in: table) { continue }
      let meaning = wanted[key] ?? known.meaning(of: key)
      if meaning != .notes, meaning != .leftOut, let first = seen[meaning] {
        problems.append(IssueColumns.second(place, beside: first, known.title(meaning), in: table))
        continue
      }
      seen[meaning] = place
      take(meaning, at: place, called: known.title(meaning), in: table)
    }
    if self[.title] == nil, self[.id] == nil {
      problems.append(IssueColumns.noTitle(in: table))
    }
    if !problems.isEmpty { throw SheetProblems(problems) }
    ofIssue = IssueColumn.allCases.filter { [places] in
      $0.isOfIssue && places[$0.rawValue] != nil
    }
  }

  /// Where a column stands in the sheet; `nil` when the sheet does not have it.
  subscript(column: IssueColumn) -> Int? { places[column.rawValue] }

  /// Whether the sheet has a column for the values of any criterion.
  var holdValues: Bool { values.contains { $0 != nil } }

  private mutating func take(
    _ meaning: Meaning, at place: Int, called title: String, in table: CSVTable
  ) {
    var use = IssuePreview.Column.Use.field(title)
    switch meaning {
    case .field(let column): places[column.rawValue] = place
    case .criterion(let index): values[index] = place
    case .reason(let index): reasons[index] = place
    case .notes:
      notes.append(place)
      use = .notes
    case .leftOut: use = .leftOut
    }
    uses.append(IssuePreview.Column(table.header[place].words, use))
  }

  private static func isEmpty(_ place: Int, in table: CSVTable) -> Bool {
    (0..<table.rowCount).allSatisfy { ScaleReader.trimmed(table.text($0, place)).isEmpty }
  }
}

// MARK: Headings

extension IssueColumns {
  /// What headings mean: those of issues, of the model's criteria, and of what is worked out.
  private struct Meanings {
    private var byKey: [String: Meaning] = [:]
    private let criteria: [Scorer.CriterionEntry]

    /// Headings of a register that was written by this program, or by people, and that follow from
    /// the values.
    private static let workedOut = RegisterSheet.workedOut + ["rank", "total", "score"]

    init(_ scorer: Scorer?) {
      criteria = scorer?.criteria ?? []
      for heading in Meanings.workedOut + (scorer.map { SheetColumns.results(of: $0) } ?? []) {
        byKey[IssueColumn.key(heading)] = .leftOut
      }
      for (index, criterion) in criteria.enumerated() {
        for name in [criterion.criterion.title, criterion.id.text] {
          byKey[IssueColumn.key(name)] = .criterion(index)
          byKey[IssueColumn.key("\(name) reason")] = .reason(index)
          byKey[IssueColumn.key("reason for \(name)")] = .reason(index)
        }
      }
    }

    /// What a heading means by its key; what nobody knows is kept as notes.
    func meaning(of key: String) -> Meaning {
      byKey[key] ?? IssueColumn(heading: key).map { Meaning.field($0) } ?? .notes
    }

    /// What a person can say that a column means.
    func named(_ name: String) -> Meaning? {
      if name == PlanImport.nothing { return .leftOut }
      let key = IssueColumn.key(name)
      if key == IssueColumn.key("notes") { return .notes }
      let meaning = meaning(of: key)
      return meaning == .notes || meaning == .leftOut ? nil : meaning
    }

    func title(_ meaning: Meaning) -> String {
      switch meaning {
      case .field(let column): column.heading
      case .criterion(let index): criteria[index].criterion.title
      case .reason(let index): "reason for \(criteria[index].criterion.title)"
      case .notes: "notes"
      case .leftOut: PlanImport.nothing
      }
    }

    /// Everything that a column can be told to mean.
    var titles: [String] {
      IssueColumn.allCases.map(\.heading) + criteria.map(\.criterion.title)
    }

    func noField(_ name: String, for heading: String, in table: CSVTable) -> Problem {
      let near = titles.nearest(to: name)
      return Problem(
        file: table.file, line: 1, field: heading,
        what: "cannot be “\(name.cut(to: 40))”, which issues do not have",
        remedy: near.isEmpty
          ? "Use one of: \(titles.joined(separator: ", ")); or - to leave it out."
          : "Perhaps: \(near.joined(separator: ", ")).")
    }
  }

  /// How many columns that are kept as notes are looked at for what comes near, and how many told.
  private static let mostCompared = 100
  private static let mostHints = 5

  /// What comes near the headings that are kept as notes, as sentences.
  func hints(_ scorer: Scorer?) -> [String] {
    let titles =
      IssueColumn.allCases.map(\.heading) + (scorer?.criteria.map(\.criterion.title) ?? [])
    let kept = Array(uses.lazy.filter { $0.use == .notes }.prefix(IssueColumns.mostCompared))
    let hints = kept.compactMap { column -> String? in
      let near = titles.nearest(to: column.heading)
      guard !near.isEmpty else { return nil }
      return "“\(column.heading.cut(to: 40))” is kept as notes. "
        + "Perhaps it is: \(near.joined(separator: ", "))."
    }
    let more = hints.count - IssueColumns.mostHints
    return hints.prefix(IssueColumns.mostHints)
      + (more > 0 ? ["\(more) more columns that are kept as notes come near others, too."] : [])
  }

  private static func noHeading(_ heading: String, in table: CSVTable) -> Problem {
    let near = table.header.nearest(to: heading)
    return Problem(
      file: table.file, line: 1, what: "no column is headed “\(heading.cut(to: 40))”",
      remedy: near.isEmpty
        ? "Give a heading of the first line." : "Perhaps: \(near.joined(separator: ", ")).")
  }

  private static func second(
    _ place: Int, beside first: Int, _ title: String, in table: CSVTable
  ) -> Problem {
    let position = table.place(-1, place)
    let heading = table.header[place]
    let canBeTold = IssueColumn.key(heading) != IssueColumn.key(table.header[first])
    return Problem(
      file: table.file, line: position.line, column: position.column, field: heading,
      what: "is a second column for “\(title)” beside “\(table.header[first])”",
      remedy: canBeTold
        ? "Keep one of them, or say what one is: \(heading.cut(to: 40))=notes."
        : "Keep one of them, or give one another heading.")
  }

  private static func noTitle(in table: CSVTable) -> Problem {
    let isCutOtherwise = table.header.count == 1 && table.header[0].contains { ";\t".contains($0) }
    return Problem(
      file: table.file, line: 1,
      what: isCutOtherwise
        ? "the columns are not separated by commas" : "no column is headed “Title” or “ID”",
      remedy: isCutOtherwise
        ? "Save the sheet as CSV with commas between the columns."
        : "The first line must name the columns; say which holds the titles: "
          + "\(table.header[0].cut(to: 40))=title.")
  }
}
