import Screen

/// Every command that there is, with its keys.
package enum CommandTable {
  package static let entries: [CommandEntry] =
    everywhere + rows + files + areas + plan + sheet + responses + rounds + risk + threats + meeting
    + partners
    + scoring

  /// The entry of a command.
  package static func entry(_ command: Command) -> CommandEntry {
    guard let entry = byCommand[command] else {
      preconditionFailure("Every command stands in the table.")
    }
    return entry
  }

  private static let byCommand = Dictionary(
    uniqueKeysWithValues: entries.map { ($0.command, $0) })

  private static let panes: [CommandEntry] = [
    CommandEntry(
      .showAreas, .everywhere, "areas", [["1"]], "Shows how every priority area stands."),
    CommandEntry(.showPlan, .everywhere, "plan", [["2"]], "Shows the actions of the 4P plans."),
    CommandEntry(
      .showResponses, .everywhere, "responses", [["3"]], "Shows what partners have answered."),
    CommandEntry(
      .showRisk, .everywhere, "risk", [["4"]], "Shows how issues score and why they rank so."),
    CommandEntry(.showThreats, .everywhere, "threats", [["5"]], "Shows the threats raised."),
    CommandEntry(
      .showMeeting, .everywhere, "meeting", [["6"]], "Shows meetings, decisions and references."),
    CommandEntry(
      .showPartners, .everywhere, "partners", [["7"]],
      "Shows partners, who else should be engaged, requests, agreements and what is due."),
  ]

  private static let everywhere: [CommandEntry] =
    panes + [
      CommandEntry(.moveUp, .everywhere, "up", [["k"], [.up]], "Moves up."),
      CommandEntry(.moveDown, .everywhere, "down", [["j"], [.down]], "Moves down."),
      CommandEntry(.moveLeft, .everywhere, "left", [["h"], [.left]], "Moves left."),
      CommandEntry(.moveRight, .everywhere, "right", [["l"], [.right]], "Moves right."),
      CommandEntry(.goFirst, .everywhere, "first", [["g", "g"], [.home]], "Goes to the first."),
      CommandEntry(.goLast, .everywhere, "last", [["G"], [.end]], "Goes to the last."),
      CommandEntry(
        .pageUp, .everywhere, "half page up", [[.control("u")], [.pageUp]],
        "Moves up by half a page."),
      CommandEntry(
        .pageDown, .everywhere, "half page down", [[.control("d")], [.pageDown]],
        "Moves down by half a page."),
      CommandEntry(
        .nextBox, .everywhere, "next box", [[.tab]],
        "Goes to the next box; on a narrow screen shows it."),
      CommandEntry(
        .previousBox, .everywhere, "previous box", [[.backTab]], "Goes to the previous box."),
      CommandEntry(
        .previousArea, .everywhere, "previous area", [["["]],
        "Takes the previous area as the context of the panes."),
      CommandEntry(
        .nextArea, .everywhere, "next area", [["]"]],
        "Takes the next area as the context of the panes."),
      CommandEntry(
        .previousView, .everywhere, "previous view", [["<"]],
        "Shows the previous view of the pane."),
      CommandEntry(
        .nextView, .everywhere, "next view", [[">"]], "Shows the next view of the pane."),
      CommandEntry(
        .mine, .everywhere, "my agency", [], "Lists the actions of your agency in all areas."),
      CommandEntry(.open, .everywhere, "open", [[.enter]], "Goes into what is selected."),
      CommandEntry(
        .back, .everywhere, "back", [[.escape], [.control("g")], [.control("c")]],
        "Goes back one level; never quits."),
      CommandEntry(
        .leave, .everywhere, "quit", [["q"], [.control("q")]],
        "Goes back one level, and quits at the last; everything is saved already."),
      CommandEntry(
        .nextAttention, .everywhere, "next attention", [["n"]],
        "Goes to the next that needs attention."),
      CommandEntry(.narrow, .everywhere, "narrow", [["/"]], "Narrows the list while you type."),
      CommandEntry(.order, .everywhere, "order", [["o"]], "Orders the list by something else."),
      CommandEntry(.reverse, .everywhere, "reverse", [["O"]], "Reverses the order of the list."),
      CommandEntry(
        .refresh, .everywhere, "refresh", [["R"], [.function(5)]],
        "Reads the board from disk again and sorts the list afresh."),
      CommandEntry(
        .changes, .everywhere, "what changed", [["c"]],
        "Lists what others changed since you last looked; settles two values for one field.",
        danger: .reversible),
      CommandEntry(
        .undo, .everywhere, "undo", [["u"]],
        "Undoes what you did last, in this session or an earlier one.", danger: .reversible),
      CommandEntry(
        .redo, .everywhere, "redo", [[.control("r")], ["U"]],
        "Does again what you undid last.", danger: .reversible),
      CommandEntry(
        .repeatChange, .everywhere, "repeat", [["."]],
        "Makes your last change once more, on what is selected.", danger: .reversible),
      CommandEntry(
        .read, .everywhere, "read", [["r"]],
        "Shows all that the record says, and its history: who, when, from what to what."),
      CommandEntry(
        .asAt, .everywhere, "as at", [],
        "Shows the board as it was at the end of a day, to be read only."),
      CommandEntry(
        .today, .everywhere, "now", [], "Goes back from the board of another day to that of now."),
      CommandEntry(
        .publicView, .everywhere, "public view", [["P"]],
        "Shows only what is public, to be read only; once more asks whether to leave it."),
      CommandEntry(
        .saveState, .everywhere, "save", [[.control("s")]],
        "Says what is saved; tries again to save what is not."),
      CommandEntry(
        .problems, .everywhere, "problems", [],
        "Lists everything that is wrong with the board's files."),
      CommandEntry(
        .drafts, .everywhere, "drafts", [],
        "Offers what was typed and did not come onto the board."),
      CommandEntry(
        .palette, .everywhere, "commands", [[":"], [.control("p")]],
        "Lists all commands; typing narrows the list."),
      CommandEntry(
        .help, .everywhere, "keys", [["?"], [.function(1)]],
        "Lists the keys that mean something here; typing narrows the list."),
      CommandEntry(.redraw, .everywhere, "redraw", [[.control("l")]], "Draws the screen anew."),
      CommandEntry(
        .suspend, .everywhere, "suspend", [[.control("z")]],
        "Hands the terminal back to the shell; fg comes back."),
    ]

  private static let areas: [CommandEntry] = [
    CommandEntry(
      .addArea, .pane(.areas), "add", [["a"]], "Adds a priority area, by a decision.",
      danger: .reversible),
    CommandEntry(
      .changeArea, .pane(.areas), "change", [["i"]], "Changes the title, number and lead.",
      danger: .reversible),
    CommandEntry(
      .editProfile, .pane(.areas), "profile", [["e"]],
      "Opens the local profile in your editor.", danger: .reversible),
    CommandEntry(
      .setStatus, .pane(.areas), "status", [["s"]],
      "Makes the area focus, monitored or closed, by a decision.", danger: .reversible),
    CommandEntry(
      .reviewArea, .pane(.areas), "review", [["C"]],
      "Reviews the area against the board's criteria.", danger: .reversible),
    CommandEntry(
      .lowerArea, .pane(.areas), "move down", [["J"]], "Moves the area down in the list.",
      danger: .reversible),
    CommandEntry(
      .raiseArea, .pane(.areas), "move up", [["K"]], "Moves the area up in the list.",
      danger: .reversible),
  ]
}
