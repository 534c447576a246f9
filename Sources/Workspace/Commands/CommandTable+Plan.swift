import Screen

extension CommandTable {
  /// What is done with the actions of a plan.
  static let plan: [CommandEntry] = [
    CommandEntry(
      .chooseAgency, .pane(.plan), "whose", [["A"]],
      "Lists the actions of one agency in all areas, your own first."),
    CommandEntry(
      .addAction, .pane(.plan), "add", [["a"]], "Adds an action under the P of the cursor.",
      danger: .reversible),
    CommandEntry(
      .changeAction, .pane(.plan), "change", [["i"]],
      "Changes the action in place, field by field.", danger: .reversible),
    CommandEntry(
      .setActionStatus, .pane(.plan), "status", [["s"]],
      "Sets the status by its letter, with a reason; one is suggested by the dates.",
      danger: .reversible),
    CommandEntry(
      .setDates, .pane(.plan), "dates", [["w"]],
      "Sets when the next milestone is due, and when the action is reviewed.",
      danger: .reversible),
    CommandEntry(
      .setPartners, .pane(.plan), "partners", [["p"]],
      "Sets who leads and owns the action, and which of them have agreed.",
      danger: .reversible),
    CommandEntry(
      .editAction, .pane(.plan), "text", [["e"]],
      "Opens recommendation, outcome and notes in your editor.", danger: .reversible),
    CommandEntry(
      .previousP, .pane(.plan), "previous P", [["H"]], "Moves the action to the previous P.",
      danger: .reversible),
    CommandEntry(
      .nextP, .pane(.plan), "next P", [["L"]], "Moves the action to the next P.",
      danger: .reversible),
    CommandEntry(
      .lowerAction, .pane(.plan), "move down", [["J"]], "Moves the action down in its cell.",
      danger: .reversible),
    CommandEntry(
      .raiseAction, .pane(.plan), "move up", [["K"]], "Moves the action up in its cell.",
      danger: .reversible),
    CommandEntry(
      .supersede, .pane(.plan), "supersede", [["S"]],
      "Puts another action in its place; what is not done, and the owners, go along.",
      danger: .reversible),
    CommandEntry(
      .clearStatus, .pane(.plan), "clear status", [["x"]],
      "Takes the status away: nobody has said it then.", danger: .reversible),
    CommandEntry(
      .removeAction, .pane(.plan), "remove", [["d"]],
      "Removes the action; u brings it back.", danger: .reversible),
  ]

  /// Meetings and what is decided at them; both can be asked for everywhere, by their names.
  static let meeting: [CommandEntry] = [
    CommandEntry(
      .addMeeting, .pane(.meeting), "add meeting", [["a"]],
      "Adds a meeting; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .decide, .pane(.meeting), "decide", [["D"]],
      "Writes down a decision about what is selected; by its name in every pane.",
      danger: .reversible),
  ]
}
