import Screen

extension CommandTable {
  /// What is done with a round of questions; all can be asked for everywhere, by their names.
  static let rounds: [CommandEntry] = [
    CommandEntry(
      .addRound, .pane(.responses), "start a round", [["a"]],
      "Starts a round: what is asked, of whom, and until when.", danger: .reversible),
    CommandEntry(
      .setRespondents, .pane(.responses), "respondents", [["p"]],
      "Sets who is asked in the round.", danger: .reversible),
    CommandEntry(
      .changeRound, .pane(.responses), "change the round", [],
      "Changes title, dates and questions of the round.", danger: .reversible),
    CommandEntry(
      .closeRound, .pane(.responses), "close the round", [],
      "Closes the round: its answers stay to be read.", danger: .reversible),
    CommandEntry(
      .reopenRound, .pane(.responses), "open the round again", [],
      "Opens a closed round again, for an answer that came late.", danger: .reversible),
    CommandEntry(
      .compareRounds, .pane(.responses), "compare rounds", [],
      "Tells what two rounds answer otherwise: who changed, and whose confidence."),
    CommandEntry(
      .exportRound, .pane(.responses), "export the round", [],
      "Writes the round's questions as mails, texts or sheets, a file for each respondent."),
    CommandEntry(
      .importReplies, .pane(.responses), "import replies", [],
      "Reads mails, texts or sheets, shows where each answer goes, and asks before it files them.",
      danger: .reversible),
  ]
}
