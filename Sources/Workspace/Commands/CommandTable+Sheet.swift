import Screen

extension CommandTable {
  /// What is done in the whole of an action.
  static let sheet: [CommandEntry] = [
    CommandEntry(
      .changeEntry, .sheet, "change", [["i"], [.enter]],
      "Changes the entry; goes to the other action, to the request, or to what settles a lack.",
      danger: .reversible),
    CommandEntry(
      .addEntry, .sheet, "add", [["a"]], "Adds an entry to the section of the cursor.",
      danger: .reversible),
    CommandEntry(
      .setEntry, .sheet, "set", [["s"]],
      "Ticks a milestone off, or not; says whether an owner has agreed; elsewhere sets the status.",
      danger: .reversible),
    CommandEntry(
      .dateEntry, .sheet, "date", [["w"]], "Sets the date of the entry.", danger: .reversible),
    CommandEntry(
      .removeEntry, .sheet, "remove", [["d"]], "Removes the entry; u brings it back.",
      danger: .reversible),
    CommandEntry(
      .clearEntry, .sheet, "clear", [["x"]],
      "Takes away what the entry says: the lead, the review, the outcome, that something is done.",
      danger: .reversible),
    CommandEntry(
      .nextSection, .sheet, "next section", [[.tab]], "Goes to the next section."),
    CommandEntry(
      .previousSection, .sheet, "previous section", [[.backTab]], "Goes to the previous section."),
    CommandEntry(
      .previousAction, .sheet, "previous action", [["["]],
      "Shows the whole of the action before, in the view it was opened from."),
    CommandEntry(
      .nextAction, .sheet, "next action", [["]"]],
      "Shows the whole of the next action, in the view it was opened from."),
  ]
}
