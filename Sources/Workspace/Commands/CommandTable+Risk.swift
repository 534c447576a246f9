import Screen

extension CommandTable {
  /// What is done with issues and their scores.
  static let risk: [CommandEntry] = [
    CommandEntry(
      .score, .pane(.risk), "score", [],
      "Begins to give values to the issue: Enter does the same.", danger: .reversible),
    CommandEntry(
      .addIssue, .pane(.risk), "add", [["a"]], "Adds an issue.", danger: .reversible),
    CommandEntry(
      .changeIssue, .pane(.risk), "change", [["i"]],
      "Changes the issue's title, theme and area; on a criterion the reason of its value.",
      danger: .reversible),
    CommandEntry(
      .stepUp, .pane(.risk), "one step up", [["+"]], "Raises the value by one step of its scale.",
      danger: .reversible),
    CommandEntry(
      .stepDown, .pane(.risk), "one step down", [["-"]],
      "Lowers the value by one step of its scale.", danger: .reversible),
    CommandEntry(
      .unscore, .pane(.risk), "unscore", [["x"]],
      "Takes the value away: the issue then has no score, not a low one.", danger: .reversible),
    CommandEntry(
      .anchors, .pane(.risk), "scale", [["K"]], "Shows what the points of the scale mean."),
    CommandEntry(
      .scoreAs, .pane(.risk), "score for", [["p"]],
      "Chooses whose card SCORE edits: an agency's own, or the working one."),
    CommandEntry(
      .giveReason, .pane(.risk), "reason", [],
      "Writes down why the criterion has its value: i on the criterion does the same.",
      danger: .reversible),
    CommandEntry(
      .agree, .pane(.risk), "agree", [["A"]],
      "Agrees the working score by a decision: meeting, date and reason.", danger: .reversible),
    CommandEntry(
      .whatIf, .pane(.risk), "what if", [["W"]],
      "Tries values without saving them; asks at the end whether to keep them."),
    CommandEntry(
      .tracePath, .pane(.risk), "where from", [["T"]],
      "Shows the path of the number: formula, values, cards, reasons, sources."),
    CommandEntry(
      .raiseCut, .pane(.risk), "cut up", [["{"]],
      "Moves the cut of the register up by one.", danger: .reversible),
    CommandEntry(
      .lowerCut, .pane(.risk), "cut down", [["}"]],
      "Moves the cut of the register down by one.", danger: .reversible),
    CommandEntry(
      .decideCut, .pane(.risk), "decide the cut", [],
      "Sets the cut of the register by a decision: top 30, or grade 100.", danger: .reversible),
    CommandEntry(
      .addContext, .pane(.risk), "add place", [],
      "Adds a place or period, whose scores may differ from the baseline.", danger: .reversible),
    CommandEntry(
      .changeContext, .pane(.risk), "change place", [],
      "Changes the title, place, period and notes of the place or period that is shown.",
      danger: .reversible),
    CommandEntry(
      .showModel, .pane(.risk), "model", [["M"]],
      "Shows the scoring model; what is changed there is proposed, and agreed by a decision."),
  ]

  static let scoring: [CommandEntry] = [
    CommandEntry(
      .nextCriterion, .scoring, "next", [[.tab]], "Goes to the next criterion."),
    CommandEntry(
      .previousCriterion, .scoring, "previous", [[.backTab]], "Goes to the previous criterion."),
    CommandEntry(
      .endScoring, .scoring, "done", [[.enter], [.escape], [.control("g")], [.control("c")]],
      "Ends SCORE; only then the list is sorted afresh."),
  ]
}
