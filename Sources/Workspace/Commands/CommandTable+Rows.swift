import Screen

extension CommandTable {
  /// What can be asked for in every pane that lists records: marks, places, zoom and copies.
  static let rows: [CommandEntry] = [
    CommandEntry(
      .markRow, .everywhere, "mark", [[" "]],
      "Marks the row, or takes its mark away, and goes down; what changes rows changes all marked."),
    CommandEntry(
      .markRange, .everywhere, "mark a range", [["v"]],
      "Begins to mark a range from here to the cursor, or ends it."),
    CommandEntry(
      .markAll, .everywhere, "mark all", [["V"]], "Marks all rows that the filter lets pass."),
    CommandEntry(
      .setPlace, .everywhere, "set a place", [["m"]],
      "Keeps where you are under the letter that follows.", takesLetter: true),
    CommandEntry(
      .goToPlace, .everywhere, "go to a place", [["'"]],
      "Goes to the place kept under the letter that follows, in another pane too.",
      takesLetter: true),
    CommandEntry(
      .goToFormerPlace, .everywhere, "go back", [["'", "'"]],
      "Goes to where you were before the last jump, in another pane too."),
    CommandEntry(
      .zoom, .everywhere, "zoom", [["z"]],
      "Gives the box in front the whole screen, or makes room for the others again."),
    CommandEntry(
      .copyLines, .everywhere, "copy the line", [["y", "y"]],
      "Copies the row to the terminal's clipboard, or all marked rows."),
    CommandEntry(
      .copyReferences, .everywhere, "copy the name", [["y", "i"]],
      "Copies the name that commands and links take, such as issues/cse."),
    CommandEntry(
      .copyTable, .everywhere, "copy the table", [["y", "t"]],
      "Copies the list as it is shown, as cells for a spreadsheet."),
    CommandEntry(
      .copyToFile, .everywhere, "copy to a file", [],
      "Writes the list as it is shown to a file that is not there yet."),
  ]
}
