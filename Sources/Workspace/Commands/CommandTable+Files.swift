extension CommandTable {
  /// What leaves the board for a file, or comes from one; by its name in every pane.
  static let files: [CommandEntry] = [
    CommandEntry(
      .exportPlan, .everywhere, "export the plan", [],
      "Writes the plan of an area, or of all, as CSV, Markdown or a calendar to a file."),
    CommandEntry(
      .importPlan, .everywhere, "import a plan", [],
      "Reads a CSV file, shows what it would add, change and refuse, and asks before it does.",
      danger: .reversible),
    CommandEntry(
      .exportRegister, .everywhere, "export the register", [],
      "Writes the ranked issues as CSV, JSON or Markdown to a file."),
    CommandEntry(
      .importIssues, .everywhere, "import issues", [],
      "Reads a CSV file of issues and their values, shows what it would do, and asks before it does.",
      danger: .reversible),
    CommandEntry(
      .picture, .everywhere, "picture", [],
      "Draws the ranked issues between likelihood and harm, each as its place."),
  ]
}
