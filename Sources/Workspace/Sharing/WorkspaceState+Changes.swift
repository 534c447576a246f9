import Domain
import JSON
import Screen

extension WorkspaceState {
  /// Opens the list of what changed; what it lists has then been looked at.
  mutating func showChanges() {
    overlay = changeBox(selected: 0).map { .changes($0) }
    news.lookAtAll()
  }

  /// Does what a key in the list of changes said.
  mutating func act(on outcome: ChangeBox.Outcome, of box: ChangeBox) -> [Effect] {
    switch outcome {
    case .open: return []
    case .left:
      overlay = nil
      return []
    case .chosen(let name):
      overlay = nil
      let former = place
      go(to: name)
      remember(former)
      return []
    case .settled(let conflict, let settlement):
      let effects = settle(conflict, by: settlement)
      // The next line takes the place of the settled one.
      let next = box.items.filter { item in
        item.conflict.map { openConflicts.contains($0) } ?? true
      }
      overlay = next.isEmpty ? nil : .changes(ChangeBox(items: next, selected: box.selectedIndex))
      return effects
    }
  }

  /// Goes to a record in the pane that shows it.
  mutating func go(to name: RecordName) {
    let name = subject(of: name)
    if risk.scoring != nil { endScoring() }
    if let id: Identifier<Response> = name.identifier() {
      show(.responses)
      if select(response: id) { return }
      overlay = .reader(Reader(title: "\(name)", lines: board.lines(of: name)))
      return
    }
    let isRanked = (try? Identifier<Issue>(name.id)).flatMap { board[$0]?.isRanked } ?? false
    let panes = Pane.allCases.filter { $0.kinds.contains(name.kind) && ($0 != .risk || isRanked) }
    guard let pane = panes.first else {
      overlay = .reader(Reader(title: "\(name)", lines: board.lines(of: name)))
      return
    }
    show(pane)
    if currentBox != 0 { exchangeBox() }
    guard bringUp(name) else {
      flash = "\(board.title(of: name) ?? "\(name)") is not on the list: \(ghostWord(name))."
      return
    }
  }

  /// Selects a record of the pane, and drops a filter that hides it.
  ///
  /// - Returns: Whether the list has it.
  mutating func bringUp(_ name: RecordName) -> Bool {
    if !listedNames.contains(name), !currentFilter.text.isEmpty {
      changeFilter { $0 = LineEditor() }
    }
    return select(name)
  }

  /// Selects a record in the pane's list.
  ///
  /// - Returns: Whether the list has it.
  private mutating func select(_ name: RecordName) -> Bool {
    switch pane {
    case .areas:
      guard let id = try? Identifier<Area>(name.id) else { return false }
      areas.list.select(id)
      areas.scroll = 0
      area = areas.list.selected ?? area
    case .risk:
      guard let id = try? Identifier<Issue>(name.id) else { return false }
      risk.list.select(id)
    case .plan:
      guard let id = try? Identifier<Action>(name.id) else { return false }
      select(action: id)
    case .partners: return selectInPartners(name)
    case .responses: selectInResponses(name)
    case .threats: return selectInThreats(name)
    default:
      records[pane]?.list.select(.record(name))
      records[pane]?.scroll = 0
    }
    return selectedName == name
  }

  // MARK: The lines of the list

  private func changeBox(selected: Int) -> ChangeBox? {
    let latest = news.entries.reversed()
    let items =
      openConflicts.map(item)
      + latest.filter { news.isUnseen($0) }.map { item($0.change, .unseen) }
      + latest.filter { !news.isUnseen($0) }.map { item($0.change, .seen) }
    return items.isEmpty ? nil : ChangeBox(items: items, selected: selected)
  }

  private func item(_ change: Change, _ group: ChangeBox.Group) -> ChangeBox.Item {
    let title = board.title(of: change.record) ?? "\(change.record)"
    let fields =
      change.fate == .changed ? change.fields.map { TextLine("  \(difference($0))") } : []
    return ChangeBox.Item(
      group: group, record: change.record, head: "\(when(change.at)) \(person(change.by))",
      title: title, text: difference(change),
      details: [
        TextLine(
          "\(title) · \(change.record.kind.rawValue) · \(sentence(change))", style: .heading)
      ] + fields,
      conflict: nil, choices: [])
  }

  private func item(_ open: OpenConflict) -> ChangeBox.Item {
    let title = board.title(of: open.record) ?? "\(open.record)"
    let path = path(of: open)
    let field = fieldTitle(path)
    let choices = choices(of: open)
    let values = choices.filter { $0.settlement != .both }.map { choice in
      "\(valueText(value(choice.settlement, of: open), of: path).cut(to: 24)) \(choice.label)"
    }
    return ChangeBox.Item(
      group: .conflicts, record: open.record, head: "conflict", title: title,
      text: "\(field): \(values.joined(separator: ", "))",
      details: [TextLine("\(title) · \(field)", style: .heading)]
        + details(of: open, choices, path),
      conflict: open, choices: choices)
  }

  /// Mine and theirs, where exactly one is mine; else both by their names; and both as one text.
  private func choices(of open: OpenConflict) -> [ChangeBox.Choice] {
    guard let document = board.value(of: open.record) else { return [] }
    let conflict = open.conflict
    let isMineKept = conflict.kept.by == writer
    let hasOneOfMine = isMineKept != (conflict.other.by == writer)
    let keys: (Character, Character) =
      !hasOneOfMine ? ("1", "2") : isMineKept ? ("m", "t") : ("t", "m")
    // Whose value stands now is told beside it; mine is always offered first.
    let isReversed = hasOneOfMine && !isMineKept
    let settlements = conflict.settlements(in: document)
    let order: [Settlement] =
      isReversed ? [.takeOther, .keep, .both] : [.keep, .takeOther, .both]
    return order.filter(settlements.contains).map { settlement in
      switch settlement {
      case .keep:
        ChangeBox.Choice(key: keys.0, label: owner(conflict.kept.by), settlement: settlement)
      case .takeOther:
        ChangeBox.Choice(key: keys.1, label: owner(conflict.other.by), settlement: settlement)
      case .both: ChangeBox.Choice(key: "b", label: "both", settlement: settlement)
      }
    }
  }

  private func owner(_ by: String) -> String { by == writer ? "mine" : "\(person(by))'s" }

  /// What a field would hold; `nil` is nothing.
  private func value(_ settlement: Settlement, of open: OpenConflict) -> Value? {
    guard let document = board.value(of: open.record),
      let settled = open.conflict.settled(settlement, in: document)
    else { return nil }
    return open.conflict.standing(in: settled)
  }

  private func details(
    of open: OpenConflict, _ choices: [ChangeBox.Choice], _ path: [String]
  ) -> [TextLine] {
    let labels = max(6, choices.map { TextWidth.columns(of: $0.label) }.max() ?? 0)
    func line(_ key: String, _ label: String, _ value: Value?, _ note: String = "") -> TextLine {
      let gap = String(repeating: " ", count: labels - TextWidth.columns(of: label))
      return TextLine(" \(key) \(label)\(gap)  \(valueText(value, of: path))\(note)")
    }
    return [line(" ", "before", open.conflict.base)]
      + choices.map { choice in
        let value = value(choice.settlement, of: open)
        let note =
          switch choice.settlement {
          case .keep: "  (\(when(open.conflict.kept.at)), shown now)"
          case .takeOther: "  (\(when(open.conflict.other.at)))"
          case .both: ""
          }
        return line(String(choice.key), choice.label, value, note)
      }
  }
}
