import Screen

extension CommandEntry {
  /// The keys as people read them: `gg, Home`; `x` stands for any letter.
  package var keyText: String { keyTexts.joined(separator: ", ") }

  /// Each sequence of keys as people read it.
  var keyTexts: [String] {
    keys.map { $0.map(\.description).joined() + (takesLetter ? " x" : "") }
  }
}

extension CommandTable {
  /// The page `docs/keys.md`.
  package static var markdown: String {
    var page = """
      # Keys

      Made from the table of commands; a test compares the two. Every command can also be found by
      its name with `:`. While a list is narrowed or a form is open, keys are text.

      """
    for scope in [.everywhere] + Pane.allCases.map({ Scope.pane($0) }) + [.sheet, .scoring] {
      let entries = entries.filter { $0.scope == scope }
      guard !entries.isEmpty else { continue }
      page += "\n## \(scope.title)\n\n| Key | Command | What it does |\n|---|---|---|\n"
      for entry in entries {
        let letter = entry.takesLetter ? " x" : ""
        let keys = entry.keys.map { "`\($0.map(\.description).joined())`\(letter)" }
        page += "| \(keys.joined(separator: " ")) | `:\(entry.command.rawValue)` | "
        page += "\(entry.sentence) |\n"
      }
    }
    page += """

      In SCORE the keys of the criterion's scale set its value and go right (`5` stands for 0.5 in
      the shipped model); Backspace and `x` unscore; the arrows and `hjkl` move.

      """
    return page
  }
}
