import Domain
import Screen

/// What stands at the right of a row's title: a word about the record, and who is on it.
struct RowTag {
  let text: String
  let style: Style
}

extension WorkspaceState {
  /// The mark of a record's row, in letters where it must be short, or `nil` for none.
  func tag(of name: RecordName, isShort: Bool) -> RowTag? {
    let state = stateTag(of: name, isShort: isShort)
    let visitors = visitors(of: name).map { person($0.writer) }
    guard let first = visitors.first else { return state }
    let more = visitors.count > 1 ? "+\(visitors.count - 1)" : ""
    let presence = "@\(isShort ? String(first.prefix(1)) : first.cut(to: 10))\(more)"
    guard let state else { return RowTag(text: presence, style: .faint) }
    return RowTag(text: "\(state.text) \(presence)", style: state.style)
  }

  private func stateTag(of name: RecordName, isShort: Bool) -> RowTag? {
    if isGhost(name) { return RowTag(text: ghostWord(name), style: .faint) }
    let names = recordsTold(at: name)
    if names.contains(where: isDamaged) {
      return RowTag(text: isShort ? "!" : "damaged", style: .alarm)
    }
    if names.contains(where: conflictMarks.contains) {
      return RowTag(text: isShort ? "c!" : "conflict", style: .alarm)
    }
    guard let change = names.lazy.compactMap({ [news] in news.unseen(at: $0).last }).first else {
      return nil
    }
    let isNew = change.fate == .added && names.contains(change.record)
    return RowTag(text: isNew ? "new" : isShort ? "chg" : "changed", style: .good)
  }

  /// Whether the record's file can no longer be read: what is shown is what it said before.
  func isDamaged(_ name: RecordName) -> Bool {
    !unreadable.isEmpty && unreadable.contains { $0.file == name.path }
  }

  /// What others do and did to the selected record, as sentences; empty where they did nothing.
  var liveFacts: String {
    guard let name = selectedName else { return "" }
    let names = recordsTold(at: name)
    var facts: [String] = []
    if isGhost(name), news.unseen(at: name).isEmpty { facts.append(ghostWord(name)) }
    if names.contains(where: isDamaged) {
      facts.append("its file is damaged, this is what it said before")
    }
    let fields = names.flatMap(conflicts).map { fieldTitle(path(of: $0)) }
    if let first = fields.first {
      let more = fields.count > 1 ? " and \(fields.count - 1) more" : ""
      facts.append("conflict: 2 values for \(first)\(more), c settles")
    }
    facts += names.flatMap { told in
      news.unseen(at: told).suffix(2).reversed().map { account($0, at: name) }
    }
    let visitors = visitors(of: name).map { person($0.writer) }
    if !visitors.isEmpty {
      facts.append("\(visitors.list) \(visitors.count == 1 ? "is" : "are") here")
    }
    return facts.joined(separator: "; ")
  }

  /// What somebody did to a record, and to which, where it is shown in the row of another one.
  private func account(_ change: Change, at name: RecordName) -> String {
    let what: String?
    switch change.record.kind {
    case .response:
      let id: Identifier<Response>? = change.record.identifier()
      what = id.flatMap { board[$0] }.map { words(for: $0.content) }
    case .round: what = board.title(of: change.record)
    default: what = nil
    }
    return [change.record == name ? nil : what, sentence(change)].compactMap(\.self)
      .joined(separator: ": ")
  }

  /// Writes the title of a row with its mark at the right; the title is cut where both have no room.
  func writeTitle(
    _ title: String, of name: RecordName, width: Int, in row: Rect, style: Style = .plain,
    on canvas: inout Canvas
  ) {
    let style = isGhost(name) ? .faint : style
    let title = marked(title, of: name)
    guard let long = tag(of: name, isShort: false) else {
      canvas.write(title, x: row.x, y: row.y, width: width, in: row, style: style)
      return
    }
    // A word, unless the title would have to give way to it on a narrow screen.
    let fits = TextWidth.columns(of: title + long.text) + 2 <= width
    let tag = fits || width >= 28 ? long : tag(of: name, isShort: true) ?? long
    let columns = min(TextWidth.columns(of: tag.text), max(0, width - 6))
    let room = max(0, width - columns - 2)
    canvas.write(title, x: row.x, y: row.y, width: room, in: row, style: style)
    canvas.fill(Rect(x: row.x + room, y: row.y, width: width - room, height: 1), style: style)
    canvas.write(
      tag.text, x: row.x + room + 1, y: row.y, width: columns, in: row, style: tag.style)
  }
}
