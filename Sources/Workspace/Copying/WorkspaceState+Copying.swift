import Domain
import Screen

extension WorkspaceState {
  /// More bytes than this are not sent: xterm takes no more, and others have the same limit.
  private static let longestCopy = 74_994

  /// Copies the marked rows, or the selected one, as lines to be read.
  mutating func copyLines() -> [Effect] { copy(table(of: targets).lines) }

  /// Copies the names by which commands and links know the records.
  mutating func copyReferences() -> [Effect] {
    let names = pane == .responses ? referencesInResponses : targets
    return copy(names.map(\.description).joined(separator: "\n"))
  }

  /// Copies all that the list shows, as a spreadsheet takes it.
  mutating func copyTable() -> [Effect] { copy(table(of: listedNames).tabbed) }

  private mutating func copy(_ text: String) -> [Effect] {
    guard text.utf8.count <= WorkspaceState.longestCopy else {
      flash =
        "Not copied: \(text.utf8.count / 1000) kB are more than the 74 kB a terminal takes. "
        + ":copy-file writes them to a file."
      return []
    }
    let lines = text.split(separator: "\n")
    let more = lines.count > 1 ? " and \(lines.count - 1) more" : ""
    let first = (lines.first.map { String($0.map { $0 == "\t" ? " " : $0 }) } ?? "").cut(to: 40)
    flash = "Sent to the terminal's clipboard: \(first)\(more)"
    return [.copy(text)]
  }

  // MARK: To a file

  /// What can be written to a file instead of being copied.
  private enum Copied: String, CaseIterable {
    case table, lines, references
  }

  var copyFileForm: Form {
    Form(
      title: "Write what is shown to a file",
      fields: [
        Form.Field("Path", isRequired: true, hint: "of a file that is not there yet"),
        Form.Field(
          choose: "As", Copied.table.rawValue,
          among: Copied.allCases.map { Form.Option(value: $0.rawValue, label: $0.rawValue) },
          isRequired: true),
      ])
  }

  /// Asks for the file to be written; the form stays until it is.
  mutating func copyToFile(_ form: Form) -> [Effect] {
    overlay = .form(form, .errand(.copyToFile))
    let text =
      switch form.choice(1).flatMap(Copied.init(rawValue:)) {
      case .lines: table(of: listedNames).lines + "\n"
      case .references: listedNames.map { "\($0)\n" }.joined()
      case .table, nil: table(of: listedNames).tabbed
      }
    return [.write(text, to: form.fields[0].text)]
  }

  /// Takes note of the file that was written.
  mutating func wrote(_ path: String) -> [Effect] {
    var missing = 0
    if case .form(_, .errand(let errand))? = overlay, errand.writesFile {
      overlay = nil
      let folders =
        errand == .exportPlan
        ? ["actions/"] : errand == .exportRegister ? ["issues/", "scorecards/"] : []
      missing = unreadable.count { problem in folders.contains { problem.file.hasPrefix($0) } }
    }
    flash =
      missing == 0
      ? "Wrote \(path)."
      : "Wrote \(path), without \(missing) that cannot be read: :problems tells."
    return []
  }

  /// Says in the form, or where it stood, why no file was written.
  mutating func notWritten(_ reason: String) -> [Effect] {
    if case .form(var form, .errand(let errand))? = overlay, errand.writesFile {
      form.complain(reason, at: 0)
      overlay = .form(form, .errand(errand))
    } else {
      flash = reason
    }
    return []
  }

  // MARK: Rows

  private func table(of names: [RecordName]) -> RowTable {
    switch pane {
    case .areas: areaTable(of: names.compactMap { try? Identifier($0.id) })
    case .plan where plan.view == .grid: gridTable(of: names.compactMap { try? Identifier($0.id) })
    case .plan: actionTable(of: names.compactMap { try? Identifier($0.id) })
    case .responses: responseTable(of: names)
    case .risk: issueTable(of: names.compactMap { try? Identifier($0.id) })
    case .partners: partnersTable(of: names)
    case .threats: threatsTable(of: names)
    default: recordTable(of: names)
    }
  }
}
