import Domain
import JSON

extension IssuePreview {
  /// The preview for a person: what the columns are taken for, then a line for each issue, and what
  /// changes, is wrong or should be looked at below it.
  func lines(on board: Board) -> [String] {
    let refused = rows.indices.filter { rows[$0].fate == .refused }
    let others = rows.indices.filter { rows[$0].fate != .refused }
    let unlisted = others.dropFirst(Self.mostListed)
    let counted = Fate.allCases.compactMap { fate -> String? in
      let places = unlisted.filter { rows[$0].fate == fate }
      let remarked = places.count { !rows[$0].remarks.isEmpty }
      let rest = remarked == 0 ? "" : ", \(remarked) of them with a remark: --json tells them"
      return places.isEmpty ? nil : "… and \(places.count) more \(fate.rawValue)\(rest)"
    }
    let themes = newThemes(on: board).map { "added      theme \($0)" }
    let listed = unlisted.isEmpty ? Array(rows.indices) : others.prefix(Self.mostListed) + refused
    let themed = themed(board)
    return columnLines + notes + listed.flatMap { rows[$0].lines(on: themed) } + counted + themes
      + [
        summary
      ]
  }

  func json(on board: Board, isWritten: Bool) -> Value {
    var object = Object()
    object["file"] = .string(file)
    object["isWritten"] = .bool(isWritten)
    object["columns"] = .array(columns.map(\.json))
    object["notes"] = .array(notes.map { .string($0) })
    object["themes"] = .array(newThemes(on: board).map { .string($0) })
    let themed = themed(board)
    object["rows"] = .array(rows.map { $0.json(on: themed) })
    for fate in Fate.allCases { object[fate.rawValue] = .number(Number(count(of: fate))) }
    return .object(object)
  }
}

extension IssuePreview.Column {
  fileprivate var json: Value {
    var object = Object()
    object["heading"] = .string(heading)
    switch use {
    case .field(let title): object["field"] = .string(title)
    case .notes: object["field"] = .string("notes")
    case .leftOut: object["field"] = .some(.null)
    }
    return .object(object)
  }
}

extension IssuePreview.Row {
  fileprivate func lines(on board: Board) -> [String] {
    let numbers = lines.map { "\($0)" }.joined(separator: ", ")
    let place = lines.count == 1 ? "line \(numbers)" : "lines \(numbers)"
    let padded = fate.rawValue + String(repeating: " ", count: 9 - fate.rawValue.count)
    let below =
      words(on: board) + personalData(on: board).map { "\($0.words)." }
      + (remarks + problems).map(\.description)
    return ["\(padded)  \(title.prefix(100)) (\(place))"] + below.map { "           \($0)" }
  }

  fileprivate func json(on board: Board) -> Value {
    var object = Object()
    object["fate"] = .string(fate.rawValue)
    object["lines"] = .array(lines.map { .number(Number($0)) })
    object["title"] = .string(title)
    let record = issue?.recordName ?? known
    if let record { object["record"] = .string(record.description) }
    object["changes"] = .array(words(on: board).map { .string($0) })
    object["remarks"] = .array(remarks.map(\.json))
    object["problems"] = .array(problems.map(\.json))
    object["personalData"] = .array(personalData(on: board).map(\.value))
    return .object(object)
  }
}
