import Screen

extension CommandTable {
  /// What is done with threats from their capture to their place in the register.
  static let threats: [CommandEntry] = [
    CommandEntry(
      .capture, .pane(.threats), "capture", [["a"]],
      "Captures a threat in one line: its title, then @source !marking #area and the day it was "
        + "raised; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .acceptThreat, .pane(.threats), "accept", [["A"]],
      "Accepts the issue into an area: it is registered, and goes on to be ranked.",
      danger: .reversible),
    CommandEntry(
      .watchThreat, .pane(.threats), "watch", [["w"]],
      "Watches the issue until a day on which it comes back to the inbox.", danger: .reversible),
    CommandEntry(
      .mergeThreat, .pane(.threats), "merge", [["M"]],
      "Merges the issue into another one, which keeps both texts; the likeliest are offered first.",
      danger: .reversible),
    CommandEntry(
      .escalateThreat, .pane(.threats), "escalate", [["E"]],
      "Puts the issue on the agenda of the next meeting.", danger: .reversible),
    CommandEntry(
      .referThreat, .pane(.threats), "refer", [["F"]],
      "Refers the issue to the Safer City Partnership.", danger: .reversible),
    CommandEntry(
      .dismissThreat, .pane(.threats), "dismiss", [["d"]], "Dismisses the issue, with a reason.",
      danger: .reversible),
    CommandEntry(
      .scoreThreat, .pane(.threats), "score", [["S"]],
      "Gives values to the issue, in Risk; Enter on its text does the same.", danger: .reversible),
    CommandEntry(
      .setStage, .pane(.threats), "stage", [["s"]],
      "Puts the issue back into the inbox, or registers it, whatever was decided.",
      danger: .reversible),
    CommandEntry(
      .setThemes, .pane(.threats), "themes", [["T"]],
      "Sets the theme and the golden themes, or that the issue stands alone.",
      danger: .reversible),
    CommandEntry(
      .setSource, .pane(.threats), "source", [["p"]],
      "Sets the partner and the meeting the issue comes from.", danger: .reversible),
    CommandEntry(
      .changeThreat, .pane(.threats), "change", [["i"]],
      "Changes title, area, day, source and marking.", danger: .reversible),
    CommandEntry(
      .editThreat, .pane(.threats), "text", [["e"]],
      "Opens the text and the notes in your editor.", danger: .reversible),
    CommandEntry(
      .addEvidence, .pane(.threats), "add evidence", [],
      "Adds something that supports the issue, with where it is from.", danger: .reversible),
  ]
}
