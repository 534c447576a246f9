import Domain

/// A text of the board while the person's editor has it.
struct TextEditing: Sendable {
  let area: Identifier<Area>

  /// What the board said, as the editor would be given it.
  let before: String

  /// What the editor was given; other than the board's text where a draft was restored.
  var given: String
  let since: Timestamp

  /// The file that the editor has open; `nil` until there is one.
  var file: String?
}

extension WorkspaceState {
  /// Takes note of where the person's editor has the text.
  mutating func isEditing(_ file: String) -> [Effect] {
    editing?.file = file
    return []
  }

  /// Takes the text that came back from the person's editor.
  mutating func edited(_ text: String) -> [Effect] {
    guard let editing else { return [] }
    let draft = draft(of: editing, saying: text)
    endEditing()
    guard var area = board[editing.area] else {
      shelf.setAside([draft])
      flash = "The area is gone; what you wrote is kept: :drafts offers it."
      return []
    }
    area.profile = ProfileText.profile(from: text)
    guard let edit = put(area) else {
      flash = "Nothing was changed."
      return []
    }
    lastChange = .single("your last change wrote a profile; e writes another one.")
    flash = "Changed the profile of \(area.title)."
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
}
