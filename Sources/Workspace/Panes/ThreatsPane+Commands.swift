import Domain
import Screen

/// What one key does to issues.
package enum ThreatDeed: Equatable, Sendable {
  case refer
  case escalate

  /// The command that must be on where it is repeated.
  var command: Command {
    switch self {
    case .refer: .referThreat
    case .escalate: .escalateThreat
    }
  }
}

extension WorkspaceState {
  func whyNotInThreats(_ command: Command) -> String? {
    if command == .capture { return nil }
    guard pane == .threats else { return "only in the Threats pane, 5." }
    guard selectedThreat != nil || activeMarks != nil else { return "no issue is selected." }
    if activeMarks == nil, let whyGhost { return whyGhost }
    switch command {
    case .escalateThreat:
      if board.nextMeeting(after: today) == nil {
        return "no board meeting is to come: :add-meeting plans one."
      }
      return activeMarks == nil
        ? selectedThreat?.content.whyNotEscalated.map { "it \($0)" } : nil
    case .mergeThreat where activeMarks == nil:
      return selectedThreat?.mergedInto.map { into in
        "it went into “\((board[into]?.title ?? into.text).cut(to: 40))” already."
      }
    case .referThreat where activeMarks == nil && selectedThreat?.stage == .referred:
      return "it is referred already."
    case .scoreThreat:
      if let scoringProblem { return scoringProblem }
      return selectedThreat?.isRanked == true
        ? nil : "it is not ranked: \(selectedThreat?.stage.rawValue ?? "gone")."
    default: return nil
    }
  }

  mutating func performInThreats(_ command: Command) -> [Effect] {
    switch command {
    case .capture:
      overlay = .form(captureForm, .threats(.capture))
      return []
    case .referThreat: return perform(.refer)
    case .escalateThreat: return perform(.escalate)
    case .scoreThreat: scoreThreat()
    case .editThreat:
      return selectedThreat.map { editTexts(of: $0, by: .editThreat) } ?? []
    default:
      guard let id: Identifier<Issue> = targets.first?.identifier(), let issue = board[id],
        let deed = ThreatsForm.Deed(command)
      else { return [] }
      overlay = .form(form(for: deed, issue), .threats(.deed(deed, id)))
    }
    return []
  }

  /// Goes to the issue in Risk and begins to give values to it.
  private mutating func scoreThreat() {
    guard let name = selectedName else { return }
    show(.risk)
    guard bringUp(name) else {
      flash = "\(board.title(of: name) ?? "\(name)") is not on the list: \(ghostWord(name))."
      return
    }
    beginScoring()
  }

  // MARK: Going in

  /// What Enter does: lists the issues of a group, reads an issue, or scores it from its text.
  mutating func openInThreats() -> [Effect] {
    switch threats.list.selected {
    case .group(let group)?: showThreats(.all, of: group)
    case .issue(let id)?:
      guard threats.box == 1, whyReadOnly == nil, whyNotInThreats(.scoreThreat) == nil else {
        return read(RecordName(id))
      }
      scoreThreat()
    case .damaged?, nil: break
    }
    return []
  }

  var whyNotOpenedInThreats: String? {
    switch threats.list.selected {
    case nil: "nothing is selected."
    case .damaged?: "its file cannot be read: :problems tells."
    case .group?: nil
    case .issue?: whyGhost
    }
  }

  /// What Enter does here.
  var threatsOpenTitle: String {
    switch threats.list.selected {
    case .group?: "its issues"
    case .issue(let id)? where threats.box == 1 && board[id]?.isRanked == true: "score"
    default: "read"
    }
  }

  // MARK: Deeds of one key

  /// Does to the marked issues, or to the selected one, what a key says, and goes on.
  mutating func perform(_ deed: ThreatDeed) -> [Effect] {
    let names = targets
    if let reason = ghostAmong(names) {
      flash = reason
      return []
    }
    let issues = names.compactMap { $0.identifier() }.compactMap { (id: Identifier<Issue>) in
      board[id]
    }
    var edits: [Edit] = []
    let what = words(for: issues)
    switch deed {
    case .refer:
      edits = issues.compactMap { putAndFollow(board.referred($0)) }
      flash = "Referred \(what) to the Safer City Partnership."
    case .escalate:
      guard let meeting = board.nextMeeting(after: today) else { return [] }
      let items: [Identifier<Meeting.AgendaItem>] = issues.map { _ in identifiers.next() }
      do throws(TriageRefusal) {
        let done = try board.escalated(issues, to: meeting, as: items)
        edits = [putAndFollow(done.meeting)].compactMap(\.self)
        edits += done.issues.compactMap { putAndFollow($0) }
      } catch {
        flash = "Not escalated: \(error)"
        return []
      }
      flash =
        "\(what) \(issues.count == 1 ? "is" : "are") on the agenda of \(meeting.content.label)."
    }
    if edits.isEmpty { flash = "Nothing was changed." }
    lastChange = .threat(deed)
    goOn(from: issues.map(\.id))
    return save(edits)
  }

  /// Issues as a sentence names them.
  func words(for issues: [Record<Issue>]) -> String {
    issues.count == 1 ? "“\(issues[0].title.cut(to: 50))”" : issues.count.of("issue")
  }
}

extension ThreatsForm.Deed {
  /// What the form of a command does; `nil` where it has none.
  init?(_ command: Command) {
    switch command {
    case .acceptThreat: self = .accept
    case .watchThreat: self = .watch
    case .mergeThreat: self = .merge
    case .dismissThreat: self = .dismiss
    case .setStage: self = .stage
    case .setSource: self = .source
    case .changeThreat: self = .change
    case .setThemes: self = .themes
    case .addEvidence: self = .evidence
    default: return nil
    }
  }
}
