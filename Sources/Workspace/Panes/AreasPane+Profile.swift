import Domain

extension WorkspaceState {
  /// Takes the text that came back from the person's editor.
  mutating func edited(_ text: String) -> [Effect] {
    guard let id = editing, var area = board[id] else { return [] }
    editing = nil
    area.profile = ProfileText.profile(from: text)
    guard let edit = put(area) else {
      flash = "Nothing was changed."
      return []
    }
    lastChange = .single("your last change wrote a profile; e writes another one.")
    flash = "Changed the profile of \(area.title)."
    return save([edit])
  }

  /// Tells why the person's editor brought nothing back.
  mutating func notEdited(_ reason: String) -> [Effect] {
    editing = nil
    flash = reason
    return []
  }
}
