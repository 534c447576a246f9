import Domain

extension WorkspaceState {
  /// Takes note of a move of the selection: what was left has been looked at, and the others are
  /// told where one is.
  mutating func moved(from former: RecordName?, in formerPane: Pane) -> [Effect] {
    guard selectedName != former else { return [] }
    if let former {
      for name in recordsTold(at: former) { news.look(at: name) }
      if pane == formerPane { dropGhost(former) }
    }
    return [.look(selectedName)]
  }

  /// Takes note of who else has the board open.
  mutating func met(_ visitors: [Visitor]) -> [Effect] {
    here = visitors
    return []
  }

  /// How many have the board open, as line 1 says it; `nil` when nobody else does.
  var presence: String? { here.isEmpty ? nil : "\(here.count + 1) here" }

  /// The others who are on a record.
  func visitors(of name: RecordName) -> [Visitor] { here.filter { $0.record == name } }

  /// A writer as the others call them: the name without the host; `nil` is somebody.
  func person(_ writer: String?) -> String {
    guard let name = writer?.prefix(while: { $0 != "@" }), !name.isEmpty else { return "somebody" }
    return String(name)
  }
}
