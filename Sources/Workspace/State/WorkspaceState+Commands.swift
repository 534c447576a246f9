import Domain
import Screen

extension WorkspaceState {
  /// Why a command cannot be asked for now, as a sentence; `nil` when it can.
  package func whyNot(_ command: Command) -> String? {
    let changes =
      CommandTable.entry(command).danger == .reversible && !isOnlyTried(command)
    if changes, !(command == .raiseIssue && raisesNothing), let whyReadOnly { return whyReadOnly }
    if let reason = whyNotInPublic(command) { return reason }
    return switch CommandTable.entry(command).scope {
    case .everywhere: whyNotEverywhere(command)
    case .pane(.areas): pane == .areas ? whyNotInAreas(command) : "only in the Areas pane, 1."
    case .pane(.risk): pane == .risk ? whyNotInRisk(command) : "only in the Risk pane, 4."
    case .pane(.plan): whyNotInPlan(command)
    case .sheet: whyNotInSheet(command)
    case .pane(.responses): whyNotInResponses(command)
    case .pane(.meeting): whyNotInMeeting(command)
    case .pane(.partners): whyNotInPartners(command)
    case .pane(.threats): whyNotInThreats(command)
    case .pane(let other): pane == other ? nil : "only in the \(other.title) pane."
    case .scoring: risk.scoring != nil && pane == .risk ? nil : "only in SCORE: Enter on an issue."
    }
  }

  private func whyNotEverywhere(_ command: Command) -> String? {
    if risk.scoring != nil, pane == .risk {
      switch command {
      case .moveUp, .moveDown, .moveLeft, .moveRight, .goFirst, .goLast, .help, .redraw, .suspend,
        .saveState, .leave, .changes, .undo, .redo, .repeatChange, .zoom, .copyLines,
        .copyReferences, .copyTable, .copyToFile:
        break
      default: return "SCORE is on; Enter ends it."
      }
    }
    switch command {
    case .redo where isWhatIf, .repeatChange where isWhatIf:
      return "WHAT IF is on; Enter ends it."
    case .problems: return problems.isEmpty ? "nothing is wrong with the board's files." : nil
    case .drafts: return whyNoDrafts
    case .changes:
      return news.entries.isEmpty && conflicted.isEmpty
        ? "nobody else has changed anything since you last looked." : nil
    case .open where pane == .plan: return whyNotOpenedInPlan
    case .open where pane == .partners: return whyNotOpenedInPartners
    case .open where pane == .threats: return whyNotOpenedInThreats
    case .open where pane != .risk && selectedName == nil: return "nothing is selected."
    case .open where pane == .risk && risk.scoring == nil:
      return selectedFigure == nil ? whyGhost ?? whyMarksNotScored : whyGhost
    case .read where selectedName == nil: return "nothing is selected."
    case .repeatChange: return whyNotRepeated
    case .markRow, .markRange: return whyNotMarked
    case .markAll where pane == .plan && plan.view != .area && plan.view != .list:
      return whyNotMarked
    case .markAll where pane == .responses && responses.view == .rounds: return whyNotMarked
    case .narrow where isInSheet: return "there is nothing to narrow here."
    case .copyTable, .copyToFile:
      let isFunnel = pane == .threats && threats.view == .funnel
      return listedNames.isEmpty && !isFunnel ? "nothing is listed." : nil
    case .markAll: return listedNames.isEmpty ? "nothing is listed." : nil
    case .copyLines, .copyReferences: return targets.isEmpty ? "nothing is selected." : nil
    case .goToFormerPlace: return places.former == nil ? "you have not gone far yet." : nil
    case .zoom: return whyNotZoomed
    case .asAt where !saves.isEmpty: return "something of yours is not saved yet."
    case .publicView where !saves.isEmpty || !unread.isEmpty:
      return "something of yours is not saved yet: Ctrl-S tells."
    case .today where asAt == nil: return "this is the board of now."
    case .previousView where pane == .risk, .nextView where pane == .risk:
      return riskViews.count > 1
        ? nil : "the board has no place or period of its own: :add-place adds one."
    case .previousView, .nextView:
      return [.plan, .responses, .partners, .threats].contains(pane)
        ? nil : "this pane has one view only."
    case .previousArea, .nextArea: return areas.list.total == 0 ? "there is no area yet." : nil
    case .nextAttention where pane == .meeting:
      return "nothing in this pane asks for attention yet."
    case .nextAttention where selectedName == nil && pane != .plan && pane != .threats:
      return "there is nothing to go to."
    default: return nil
    }
  }

  /// Does what a command says; it is not off.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .showAreas: show(.areas)
    case .showPlan: show(.plan)
    case .showResponses: show(.responses)
    case .showRisk: show(.risk)
    case .showThreats: show(.threats)
    case .showMeeting: show(.meeting)
    case .showPartners: show(.partners)
    case .moveUp: moveRow(by: -1)
    case .moveDown: moveRow(by: 1)
    case .moveLeft: moveColumn(by: -1)
    case .moveRight: moveColumn(by: 1)
    case .goFirst: goToEnd(first: true)
    case .goLast: goToEnd(first: false)
    case .pageUp: moveRow(by: -max(1, listHeight / 2))
    case .pageDown: moveRow(by: max(1, listHeight / 2))
    case .nextBox: moveBox(by: 1)
    case .previousBox: moveBox(by: -1)
    case .previousView: showView(by: -1)
    case .nextView: showView(by: 1)
    case .mine: showMine()
    case .chooseAgency: overlay = .form(agencyForm, .errand(.chooseAgency))
    case .previousArea: changeContext(by: -1)
    case .nextArea: changeContext(by: 1)
    case .open: return open()
    case .undo where isWhatIf: takeTryBack()
    case .undo: return undo(.last)
    case .redo: return undo(.undo)
    case .repeatChange: return repeatLastChange()
    case .read: return (pane == .responses ? readInResponses : selectedName).map { read($0) } ?? []
    case .asAt: overlay = .form(asAtForm, .errand(.asAt))
    case .today: return goToNow()
    case .publicView: exchangePublicView()
    case .back: back()
    case .leave: return leave()
    case .nextAttention: goToAttention()
    case .narrow: isNarrowing = true
    case .order: changeOrder()
    case .reverse: reverseOrder()
    case .refresh: return refresh()
    case .saveState: return tellSaved()
    case .problems: overlay = .reader(problemReader)
    case .drafts: offerDraft()
    case .changes: showChanges()
    case .palette: overlay = .chooser(palette)
    case .help: overlay = .chooser(help)
    case .markRow: markRow()
    case .markRange: markRange()
    case .markAll: markAllShown()
    case .setPlace, .goToPlace: break
    case .goToFormerPlace: goToFormerPlace()
    case .zoom: isZoomed.toggle()
    case .copyLines: return copyLines()
    case .copyReferences: return copyReferences()
    case .copyTable: return copyTable()
    case .copyToFile: overlay = .form(copyFileForm, .errand(.copyToFile))
    case .exportPlan: overlay = .form(exportForm, .errand(.exportPlan))
    case .importPlan: overlay = .form(importForm, .errand(.importPlan))
    case .exportRegister: overlay = .form(exportRegisterForm, .errand(.exportRegister))
    case .importIssues: overlay = .form(importIssuesForm, .errand(.importIssues))
    case .picture: overlay = .reader(pictureReader)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .addArea, .changeArea, .editProfile, .setStatus, .reviewArea, .raiseArea, .lowerArea:
      return performInAreas(command)
    case .score, .addIssue, .changeIssue, .stepUp, .stepDown, .unscore, .anchors, .scoreAs,
      .giveReason, .agree, .whatIf, .tracePath, .raiseCut, .lowerCut, .decideCut, .addContext,
      .changeContext, .showModel:
      return performInRisk(command)
    case .addAction, .changeAction, .setActionStatus, .setDates, .setPartners, .editAction,
      .previousP, .nextP, .raiseAction, .lowerAction, .supersede, .clearStatus, .removeAction:
      return performInPlan(command)
    case .changeEntry, .addEntry, .setEntry, .dateEntry, .removeEntry, .clearEntry, .nextSection,
      .previousSection, .previousAction, .nextAction:
      return performInSheet(command)
    case .addRound, .changeRound, .setRespondents, .closeRound, .reopenRound, .compareRounds,
      .exportRound, .importReplies:
      return performForRounds(command)
    case .recordAnswered, .recordNil, .recordDeclined, .recordNotApplicable, .noteBounce,
      .clearAnswer, .changeAnswer, .editAnswer, .setReceived, .noteReminder, .raiseIssue,
      .referAnswer, .foldUnits, .unfoldUnits:
      return performInResponses(command)
    case .addMeeting, .decide: performInMeeting(command)
    case .addHere, .addPartner, .addRequest, .addAgreement, .addPractice, .changePartner,
      .decideRequest, .partnerDates, .setMembers, .handOver, .setImpact, .clearPartner,
      .removePartner, .foldPartners, .unfoldPartners:
      return performInPartners(command)
    case .capture, .acceptThreat, .watchThreat, .mergeThreat, .escalateThreat, .referThreat,
      .dismissThreat, .scoreThreat, .setStage, .setThemes, .setSource, .changeThreat, .editThreat,
      .addEvidence:
      return performInThreats(command)
    case .nextCriterion: moveColumn(by: 1)
    case .previousCriterion: moveColumn(by: -1)
    case .endScoring: askToEndScoring()
    }
    return []
  }

  private mutating func open() -> [Effect] {
    switch pane {
    case .areas:
      if let area = areas.list.selected { openPlan(of: area) }
    case .plan: return openInPlan()
    case .partners: return openInPartners()
    case .threats: return openInThreats()
    case .responses: return openInResponses()
    case .risk: return openInRisk()
    default: return selectedName.map { read($0) } ?? []
    }
    return []
  }

  /// Goes to the other box; a grid's boxes are its columns, those of a whole partner its sections.
  private mutating func moveBox(by step: Int) {
    switch pane {
    case .plan, .responses: moveColumn(by: step)
    case .partners where partners.whole != nil: goToPartnerSection(by: step)
    default: exchangeBox()
    }
  }

  private mutating func showView(by step: Int) {
    switch pane {
    case .risk: changeRiskView(by: step)
    case .responses: changeResponsesView(by: step)
    case .partners: changePartnersView(by: step)
    case .threats: changeThreatsView(by: step)
    default: changeView(by: step)
    }
  }

  /// Goes back one level: the marks, the filter, then the box; never quits.
  private mutating func back() {
    if activeMarks != nil {
      marks = RowMarks()
    } else if currentFilter.text.isEmpty, currentBox != 0 {
      exchangeBox()
    } else if !currentFilter.text.isEmpty {
      changeFilter { $0 = LineEditor() }
    } else if pane == .risk, risk.column != nil {
      risk.column = nil
    } else if isInsideRisk {
      leaveRiskView()
    } else if sheetAction != nil {
      closeSheet()
    } else if partners.whole != nil, pane == .partners {
      closePartner()
    } else if isInsidePartners {
      showPartners(.partners)
    } else if isInsideThreats {
      leaveThreatsView()
    } else if isInsideResponses {
      leaveResponsesView()
    } else if isInsidePlan {
      plan.view = .grid
    } else {
      flash = "This is the last level: q quits."
    }
  }

  /// Goes back one level, and quits at the last.
  private mutating func leave() -> [Effect] {
    if risk.scoring != nil, pane == .risk {
      askToEndScoring()
      return []
    }
    if activeMarks != nil || currentBox != 0 || !currentFilter.text.isEmpty || isInsidePlan
      || isInsideRisk || isInsidePartners || isInsideResponses || isInsideThreats
    {
      back()
      return []
    }
    return quit()
  }

  private mutating func refresh() -> [Effect] {
    if audience == .public { return refreshPublicView() }
    if asAt != nil { return goToNow() }
    guard saves.isEmpty else {
      flash = "\(saves.count) changes wait to be saved; only then the board is read again."
      isStale = true
      return []
    }
    flash = "Read again from disk."
    isRefreshing = true
    return [.load]
  }

  private mutating func tellSaved() -> [Effect] {
    if !unread.isEmpty {
      overlay = .reader(
        Reader(title: "What became of your changes", lines: unread.map { TextLine($0) }))
      unread = []
    }
    guard saves.isEmpty else {
      flash = "Trying again to save \(saves.count)."
      return saves.next()
    }
    flash = savedAt.map { "Already saved \(clock($0))." } ?? "Nothing has been changed."
    return []
  }

  /// A moment by the clock and calendar on the wall.
  func local(_ time: Timestamp) -> Timestamp {
    Timestamp(seconds: time.seconds + minutesAhead * 60)
  }

  /// A time on the wall.
  func clock(_ time: Timestamp) -> String { local(time).clock }

  /// The keys that do something here and now.
  private var help: Chooser {
    let keys = selectedCriterion.map { ": \(scaleKeys($0)) set a value" } ?? ""
    let place = pane == .risk && risk.scoring != nil ? "\(scoringTitle)\(keys)" : pane.title
    return chooser(
      title: "Keys · \(place)",
      of: nearestFirst.filter { !$0.keys.isEmpty && whyNot($0.command) == nil })
  }

  /// All commands, those of this pane first, and last those that are off.
  private var palette: Chooser {
    let here = nearestFirst
    let others = CommandTable.entries.filter { entry in
      !here.contains { $0.command == entry.command }
    }
    let all = here + others
    return chooser(
      title: "Commands",
      of: all.filter { whyNot($0.command) == nil } + all.filter { whyNot($0.command) != nil })
  }

  private var nearestFirst: [CommandEntry] {
    scopes.flatMap { scope in CommandTable.entries.filter { $0.scope == scope } }
  }

  private func chooser(title: String, of entries: [CommandEntry]) -> Chooser {
    Chooser(
      title: title,
      items: entries.map { entry in
        Chooser.Item(
          command: entry.command, keys: entry.keyText, sentence: entry.sentence,
          whyNot: whyNot(entry.command))
      })
  }

  private var problemReader: Reader {
    Reader(
      title: "Problems: \(problems.count)",
      lines: problems.flatMap { problem in
        [
          TextLine(
            [problem.file, problem.line.map { "line \($0)" }, problem.field].compactMap(\.self)
              .joined(separator: ", "), style: .strong),
          TextLine("  \(problem.what).", style: .alarm),
          TextLine("  \(problem.remedy)"),
        ]
      })
  }
}
