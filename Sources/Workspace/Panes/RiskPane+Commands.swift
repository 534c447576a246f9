import Domain
import Screen

extension WorkspaceState {
  func whyNotInRisk(_ command: Command) -> String? {
    if let reason = whyNotWhileScoring(command) { return reason }
    switch command {
    case .addIssue, .addContext, .showModel: return nil
    case .changeContext:
      return shownContext == nil ? "no place or period is shown: > goes to one." : nil
    case .raiseCut, .lowerCut: return whyNotCut
    case .decideCut: return scoringProblem
    case .scoreAs: return scoringProblem ?? whyReadOnly ?? whySideBySide
    default: break
    }
    if selectedIssue == nil { return "no issue is selected." }
    let reads = [.anchors, .tracePath].contains(command)
    if rowMarks[pane] == nil || command == .score, !reads, let whyGhost { return whyGhost }
    return whyNotOnIssue(command)
  }

  /// Why a command cannot be asked for while values are given; `nil` when it can.
  private func whyNotWhileScoring(_ command: Command) -> String? {
    guard risk.scoring != nil else { return nil }
    let whileOn: [Command] =
      [.stepUp, .stepDown, .unscore, .anchors, .tracePath]
      + (isWhatIf ? [] : [.changeIssue, .giveReason])
    return whileOn.contains(command)
      ? nil : "\(isWhatIf ? "WHAT IF" : "SCORE") is on; Enter ends it."
  }

  /// Why nothing is scored here; `nil` where one place or period is shown.
  private var whySideBySide: String? {
    risk.view == .sideBySide ? "scores stand side by side: Enter goes into one of them." : nil
  }

  /// Why a command cannot be asked for on the selected issue; `nil` when it can.
  private func whyNotOnIssue(_ command: Command) -> String? {
    if command == .changeIssue, selectedCriterion == nil { return nil }
    if let scoringProblem { return scoringProblem }
    if let whySideBySide { return whySideBySide }
    switch command {
    case .stepUp, .stepDown, .unscore, .anchors, .giveReason:
      return selectedCriterion == nil ? "no criterion is selected; l goes to the first." : nil
    case .score: return whyMarksNotScored
    case .agree: return targetIssues.first.flatMap { whyNotAgreed($0) }
    default: return nil
    }
  }

  /// Why SCORE does not begin while several issues are marked.
  var whyMarksNotScored: String? {
    activeMarks == nil || risk.view == .sideBySide
      ? nil : "SCORE is for one issue: + - x change all that are marked, Esc drops the marks."
  }

  /// Whether a command changes only what is tried in WHAT IF.
  func isOnlyTried(_ command: Command) -> Bool {
    isWhatIf && [.stepUp, .stepDown, .unscore, .undo].contains(command)
  }

  mutating func performInRisk(_ command: Command) -> [Effect] {
    switch command {
    case .score: beginScoring()
    case .whatIf: beginWhatIf()
    case .addIssue: overlay = .form(issueForm(nil), .addIssue)
    case .changeIssue where selectedCriterion == nil: openIssueForm()
    case .changeIssue, .giveReason: openReasonForm()
    case .stepUp: return step(by: 1)
    case .stepDown: return step(by: -1)
    case .unscore: return give(nil)
    case .anchors: overlay = .reader(anchorReader)
    case .agree: openAgreeForm()
    case .scoreAs: overlay = .form(scoreAsForm, .errand(.scoreAs))
    case .tracePath: return readPath()
    case .raiseCut: return moveCut(down: false)
    case .lowerCut: return moveCut(down: true)
    case .showModel: showModel()
    case .decideCut: overlay = .form(cutForm, .risk(.cut))
    case .addContext: overlay = .form(contextForm(nil), .risk(.addContext))
    case .changeContext:
      if let shownContext {
        overlay = .form(contextForm(shownContext), .risk(.changeContext(shownContext)))
      }
    default: break
    }
    return []
  }

  private mutating func openIssueForm() {
    guard let slot = targetIssues.first else { return }
    let issue = board.issues[slot: slot]
    overlay = .form(issueForm(issue), .changeIssue(issue.id))
  }

  private mutating func openReasonForm() {
    guard let slot = targetIssues.first, let criterion = selectedCriterion else { return }
    let issue = board.issues[slot: slot]
    guard editedCard(of: slot)?.values[criterion.id] != nil else {
      flash = WorkspaceState.noValueToExplain(in: shownContext)
      return
    }
    overlay = .form(reasonForm(issue, criterion), .risk(.reason(issue.id, criterion.id, cardSpot)))
  }

  /// Goes in: into a block, behind a figure, or into SCORE; where nothing can be changed it reads.
  mutating func openInRisk() -> [Effect] {
    if risk.view == .sideBySide {
      openBlock()
    } else if selectedFigure != nil {
      return readPath()
    } else if whyReadOnly == nil {
      beginScoring()
    } else {
      return selectedName.map { read($0) } ?? []
    }
    return []
  }
}
