import Domain

/// A register as a page of Markdown: the ranked issues with a bar each, where it is cut, and how
/// many of which theme stand above.
struct RegisterPage {
  private let report: RegisterReport
  private let board: Board

  /// How many half blocks the longest bar has.
  private static let barLength = 40

  init(_ report: RegisterReport) {
    self.report = report
    board = report.board
  }

  /// The page, with one line break at its end.
  var text: String {
    let parts = ["# \(Markdown.escaped(board.settings.name)): register of issues", stamp, table]
    return (parts + legend + [unscored] + funnel).filter { !$0.isEmpty }
      .joined(separator: "\n\n") + "\n"
  }

  /// How it may be handled, as at which day it is told, and under what it was scored.
  private var stamp: String {
    let scorer = report.assessment.scorer
    let marking = report.marking.map { "**\(Markdown.escaped($0))** · " } ?? ""
    let model = "\(Markdown.escaped(scorer.title)), version \(Markdown.escaped(scorer.version))"
    let context = report.contextTitle.map { " · \(Markdown.escaped($0))" } ?? ""
    return "\(marking)as at \(report.asAt.inFull) · scored with \(model)\(context)"
  }

  /// What nobody has scored or agreed may only be withheld: the public is told nothing of it.
  private var isPublic: Bool { report.audience == .public }

  // MARK: The ranked list

  private var table: String {
    let entries = report.register.entries
    guard !entries.isEmpty else {
      return isPublic ? "There is nothing to show." : "Nothing is scored yet."
    }
    let first = report.order == .grading ? "By grade" : "By risk"
    let second = report.order == .grading ? "By risk" : "By grade"
    let head = [
      Markdown.row([first, second, "Issue", "Theme", "Risk", "Grade", ""]),
      Markdown.row(["--:", "--:", "---", "---", "--:", "--:", "---"]),
    ]
    let greatest = entries.first.map(figure) ?? .zero
    var rows: [String] = []
    var isAbove = cutsInOrder
    for entry in entries {
      let isNextAbove = report.side(of: entry.issue) == CutLine.Side.above.words
      if isAbove, !isNextAbove { rows.append(cutRow) }
      isAbove = isAbove && isNextAbove
      rows.append(row(entry, greatest))
    }
    return (head + rows).joined(separator: "\n")
  }

  /// Whether the line lies between two rows: the cut is one by grading.
  private var cutsInOrder: Bool { report.order == .grading && report.cut?.line != nil }

  private var cutRow: String {
    Markdown.row(["", "", "**cut: \(cutWords)**", "", "", "", ""])
  }

  private var cutWords: String {
    switch report.cut?.line {
    case .top(let places)?: "the first \(places) by grading"
    case .value(let value)?: "a grading of \(value) or more"
    case nil: "none is set"
    }
  }

  private func row(_ entry: Register.Entry, _ greatest: Exact) -> String {
    let grading = entry.score.grading
    let standing = entry.standing
    let places =
      report.order == .grading
      ? [standing.byGrading, standing.byRisk] : [standing.byRisk, standing.byGrading]
    let issue = board[entry.issue]
    let missed =
      report.side(of: entry.issue) == CutLine.Side.justMissed.words ? " *(just missed)*" : ""
    let working = entry.isWorking == true ? " `w`" : isOfFormerVersion(entry) ? " `v`" : ""
    return Markdown.row(
      places.map { "\($0)" } + [
        Markdown.escaped(issue?.title ?? entry.issue.text) + working + missed,
        issue.map { Markdown.escaped(report.theme(of: $0)) } ?? "",
        "\(entry.score.risk.value)", (grading.isAssumed ? "\\~" : "") + "\(grading.value)",
        RegisterPage.bar(figure(entry), of: greatest),
      ])
  }

  /// Whether the score was agreed under another version of the model than that in use.
  private func isOfFormerVersion(_ entry: Register.Entry) -> Bool {
    board.issues.slot(of: entry.issue).map {
      report.assessment.isOfFormerVersion($0, in: board)
    } ?? false
  }

  private func figure(_ entry: Register.Entry) -> Exact {
    report.order == .grading ? entry.score.grading.value : entry.score.risk.value
  }

  /// A bar as long as a figure is beside the greatest; what is more than 0 has half a block at least.
  static func bar(_ figure: Exact, of greatest: Exact) -> String {
    guard figure > .zero, let share = figure.thousandths(of: greatest) else { return "" }
    let halves = max(1, (share * barLength + 500) / 1_000)
    return String(repeating: "█", count: halves / 2) + (halves.isMultiple(of: 2) ? "" : "▌")
  }

  private var legend: [String] {
    let entries = report.register.entries
    return [
      entries.contains { $0.isWorking == true } ? "`w`: nobody has agreed the score yet." : "",
      entries.contains(where: isOfFormerVersion)
        ? "`v`: agreed under an earlier version of the model, by which it still counts." : "",
      entries.contains { $0.score.grading.isAssumed }
        ? "\\~: the grade rests on an assumed multiplier." : "",
      !cutsInOrder && report.cut?.line != nil ? "The cut is \(cutWords)." : "",
    ]
  }

  private var unscored: String {
    guard !report.unscored.isEmpty else { return "" }
    let titles = report.unscored.map { "- \(Markdown.escaped($0.title))" }
    return (["## Not scored", ""] + titles).joined(separator: "\n")
  }

  // MARK: The funnel

  private var funnel: [String] {
    let funnel = Funnel(of: board, report.assessment, cut: report.cut?.line)
    var themes = board.settings.themes.ranked().map {
      Group($0.value.title, funnel.themes[$0.key])
    }
    if let none = funnel.themes[nil] { themes.append(Group("No theme", none)) }
    if !themes.isEmpty { themes.append(Group("All", funnel.all)) }
    var golden = board.settings.goldenThemes.ranked().map {
      Group($0.value.title, funnel.goldenThemes[$0.key])
    }
    if funnel.standingAlone.issues > 0 {
      golden.append(Group("Standing alone", funnel.standingAlone))
    }
    return [table("Themes", themes), table("Golden themes", golden)]
  }

  /// Issues that are counted together.
  private struct Group {
    let title: String
    let counts: Funnel.Counts

    init(_ title: String, _ counts: Funnel.Counts?) {
      self.title = title
      self.counts = counts ?? Funnel.Counts()
    }
  }

  private func table(_ title: String, _ groups: [Group]) -> String {
    let groups = groups.filter { !isPublic || $0.counts.scored > 0 }
    guard !groups.isEmpty else { return "" }
    let hasCut = report.cut?.line != nil
    let head =
      (isPublic ? ["", "Issues"] : ["", "Issues", "Scored"]) + (hasCut ? ["Above the cut"] : [])
    let lines = groups.map { group in
      let counts = group.counts
      let issues = isPublic ? [counts.scored] : [counts.issues, counts.scored]
      return Markdown.row(
        [Markdown.escaped(group.title)] + issues.map(\.description)
          + (hasCut ? ["\(counts.above)"] : []))
    }
    let rule = Markdown.row(["---"] + head.dropFirst().map { _ in "--:" })
    return (["## \(title)", "", Markdown.row(head), rule] + lines).joined(separator: "\n")
  }
}
