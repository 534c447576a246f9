import Domain
import JSON
import Screen

extension WorkspaceState {
  /// A field as a person calls it: a criterion by its title, else the outermost name in words.
  func fieldTitle(_ path: [String]) -> String {
    let first = path.first ?? ""
    guard path.count > 1 else { return Board.words(first).folded }
    switch first {
    case "values":
      let criterion = assessment?.scorer.criteria.first { $0.id.text == path[1] }
      return (criterion?.criterion.title ?? path[1]).folded
    case "invitations":
      let name = (try? Identifier<Partner>(path[1])).map { self.name(of: $0) } ?? path[1]
      guard path.count > 2 else { return "invitation of \(name)" }
      return "\(path[2] == "undelivered" ? "bounce" : Board.words(path[2]).folded) of \(name)"
    case "profile": return "profile: \(Board.words(path[1]).folded)"
    default: return Board.words(first).folded
    }
  }

  /// A value as a person reads it, in a line; `nil` is nothing.
  func valueText(_ value: Value?, of path: [String]) -> String {
    if path.first == "deleted" { return value == nil ? "not removed" : "removed" }
    switch value {
    case nil, .null?: return "nothing"
    case .string(let text)?:
      let lines = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
      return title(of: lines, in: path.last ?? "")
    case .object(let object)?:
      return object["value"].map { valueText($0, of: path) } ?? Value.object(object).compactText
    case let value?: return value.compactText
    }
  }

  /// What a text stands for: the record that a link names, a date, or itself.
  private func title(of text: String, in field: String) -> String {
    let kinds: [String: Kind] = [
      "lead": .partner, "area": .area, "respondent": .partner, "meeting": .meeting,
      "issue": .issue, "round": .round, "decision": .decision,
    ]
    if field == "theme", let id = try? Identifier<Theme>(text) {
      return board.settings.themes[id]?.title ?? text
    }
    let name =
      kinds[field].flatMap { kind in
        (try? Identifier<Never>(text)).map { RecordName(kind: kind, id: $0) }
      } ?? RecordName(text)
    return name.flatMap { board.title(of: $0) } ?? CalendarDate(text)?.words ?? text
  }

  /// What somebody changed, as a sentence without its end: `anna changed volume, title 10:42`.
  func sentence(_ change: Change) -> String {
    let fields = change.fields.filter { $0.path != ["conflicts"] }
      .map { fieldTitle($0.path) }.distinct
    let shown = fields.prefix(3).joined(separator: ", ")
    let more = fields.count > 3 ? " and \(fields.count - 3) more" : ""
    let what =
      switch change.fate {
      case .added: "added it"
      case .removed: "removed it"
      case .restored: "brought it back"
      case .changed: fields.isEmpty ? "settled a conflict" : "changed \(shown)\(more)"
      }
    return "\(person(change.by)) \(what) \(when(change.at))"
  }

  /// What a change led from and to: `volume 0.5 → 3; title Frauds → Fraud`.
  func difference(_ change: Change) -> String {
    switch change.fate {
    case .added: "added"
    case .removed: "removed"
    case .restored: "brought back"
    case .changed: change.fields.map(difference).joined(separator: "; ")
    }
  }

  func difference(_ field: FieldChange) -> String {
    let title = fieldTitle(field.path)
    if field.path == ["conflicts"] { return field.new == nil ? "settled" : "two values" }
    return "\(title) \(valueText(field.old, of: field.path).cut(to: 60)) → "
      + valueText(field.new, of: field.path).cut(to: 60)
  }

  /// A time of today by the clock, another one by its day.
  func when(_ time: Timestamp) -> String {
    let day = local(time).date
    return day == local(now).date ? clock(time) : day?.words ?? "\(time)"
  }
}

extension [String] {
  /// The items without repetitions, in their order.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
