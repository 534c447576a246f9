import Screen

extension CommandTable {
  /// What is done with the answers to a round.
  static let responses: [CommandEntry] = [
    CommandEntry(
      .recordAnswered, .pane(.responses), "answered", [["A"]],
      "Records that the respondent has said something, and goes on to the next cell.",
      danger: .reversible),
    CommandEntry(
      .recordNil, .pane(.responses), "nil return", [["N"]],
      "Records that the respondent has nothing to report, and goes on to the next cell.",
      danger: .reversible),
    CommandEntry(
      .recordDeclined, .pane(.responses), "declined", [["D"]],
      "Records that the respondent will not say, and goes on to the next cell.",
      danger: .reversible),
    CommandEntry(
      .recordNotApplicable, .pane(.responses), "not applicable", [["X"]],
      "Records that it is none of the respondent's matters, and goes on to the next cell.",
      danger: .reversible),
    CommandEntry(
      .noteBounce, .pane(.responses), "bounced", [["B"]],
      "Notes that the invitation came back undelivered, and goes on to the next respondent.",
      danger: .reversible),
    CommandEntry(
      .clearAnswer, .pane(.responses), "clear", [["x"]],
      "Takes away what the cell says: the answer is awaited again.", danger: .reversible),
    CommandEntry(
      .changeAnswer, .pane(.responses), "change", [["i"]],
      "Changes the answer of the cell, or writes it: state, text, date, confidence, role.",
      danger: .reversible),
    CommandEntry(
      .editAnswer, .pane(.responses), "text", [["e"]],
      "Opens the text of the answer and its notes in your editor.", danger: .reversible),
    CommandEntry(
      .setReceived, .pane(.responses), "received", [["w"]],
      "Sets the day on which the answer was received.", danger: .reversible),
    CommandEntry(
      .noteReminder, .pane(.responses), "chased", [["C"]],
      "Notes that the respondent was reminded today, and goes on to the next one to chase.",
      danger: .reversible),
    CommandEntry(
      .raiseIssue, .pane(.responses), "to the inbox", [["I"]],
      "Raises an emerging issue from the answer, or goes to the one that was raised from it.",
      danger: .reversible),
    CommandEntry(
      .referAnswer, .pane(.responses), "refer", [["F"]],
      "Refers the answer to the Safer City Partnership: it is no serious and organised crime.",
      danger: .reversible),
    CommandEntry(
      .foldUnits, .pane(.responses), "fold", [["-"]], "Hides the units of the agency."),
    CommandEntry(
      .unfoldUnits, .pane(.responses), "unfold", [["+"]], "Shows the units of the agency."),
  ]
}
