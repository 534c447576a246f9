import Domain
import Screen

/// The long texts of a record while the person's editor has them.
struct TextEditing: Sendable {
  let record: RecordName

  /// The command that opens the editor.
  let command: Command

  /// What the board said, as the editor would be given it.
  let before: String

  /// What the editor was given; other than the board's text where a draft was restored.
  var given: String
  let since: Timestamp

  /// The file that the editor has open; `nil` until there is one.
  var file: String?
}

extension WorkspaceState {
  /// Opens the long texts of a record in the person's editor.
  mutating func editTexts<Content: LongTexts>(
    of record: Record<Content>, by command: Command
  ) -> [Effect] {
    let text = Content.text(of: record)
    editing = TextEditing(
      record: record.recordName, command: command, before: text, given: text, since: now)
    return [.edit(text)]
  }

  /// Takes note of where the person's editor has the text.
  mutating func isEditing(_ file: String) -> [Effect] {
    editing?.file = file
    return []
  }

  /// Takes the text that came back from the person's editor.
  mutating func edited(_ text: String) -> [Effect] {
    guard let editing else { return [] }
    return switch editing.record.kind {
    case .action: edited(text, editing, Action.self)
    case .response: edited(text, editing, Response.self)
    case .issue: edited(text, editing, Issue.self)
    default: edited(text, editing, Area.self)
    }
  }

  private mutating func edited<Content: LongTexts>(
    _ text: String, _ editing: TextEditing, _ content: Content.Type
  ) -> [Effect] {
    let draft = draft(of: editing, saying: text)
    endEditing()
    guard let id = try? Identifier<Content>(editing.record.id), var record = board[id],
      !record.isDeleted
    else {
      shelf.setAside([draft])
      flash = "The \(Content.kind.rawValue) is gone; what you wrote is kept: :drafts offers it."
      return []
    }
    Content.take(text, after: editing.before, into: &record)
    guard let edit = putAndFollow(record) else {
      flash = "Nothing was changed."
      return []
    }
    let title = Content.textsTitle
    lastChange = .single("your last change wrote a \(title); e writes another one.")
    let name = board.title(of: record.recordName) ?? record.content.label
    flash = "Changed the \(title) of \(name.cut(to: 40))."
    let effects = save([edit])
    shelf.wait(for: draft, place: saves.count)
    return effects
  }

  /// Tells why nothing was taken from the person's editor, and keeps what was written there.
  mutating func notEdited(_ reason: String, text: String?) -> [Effect] {
    flash = reason
    guard let editing else { return [] }
    let isRestored = shelf.restored != nil
    endEditing()
    // A text that cannot be read stays in its file.
    guard text == nil ? editing.file != nil || isRestored : text != editing.before else {
      return []
    }
    shelf.setAside([draft(of: editing, saying: text)])
    flash = "\(reason) What was written is kept: :drafts offers it."
    return []
  }

  private mutating func endEditing() {
    editing = nil
    shelf.restored = nil
  }

  /// What the person's editor has.
  func draft(of editing: TextEditing, saying text: String? = nil) -> Draft {
    let title = editing.record.kind == .area ? "Profile" : "Text"
    return Draft(
      at: editing.since,
      title: "\(title) of \(board.title(of: editing.record) ?? editing.record.id)",
      command: editing.command, record: editing.record,
      fields: [Draft.Field(label: title, before: editing.before, text: text ?? editing.given)],
      file: text == nil ? editing.file : nil)
  }
}
