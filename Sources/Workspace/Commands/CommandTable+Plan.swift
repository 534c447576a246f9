import Screen

extension CommandTable {
  /// The commands of the Plan pane.
  static let plan: [CommandEntry] = [
    CommandEntry(
      .chooseAgency, .pane(.plan), "whose", [["A"]],
      "Lists the actions of one agency in all areas, your own first.")
  ]
}
