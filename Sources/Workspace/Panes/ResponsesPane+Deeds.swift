package import Domain

/// What one key does to answers and invitations.
package enum AnswerDeed: Equatable, Sendable {
  /// The state of the answer is recorded.
  case record(Response.State)
  /// The invitation came back undelivered.
  case bounce
  /// What was heard is taken away: it is awaited again.
  case clear
  /// The respondent was reminded.
  case remind
  /// The day on which the answer was received.
  case receive(CalendarDate?)

  /// The command that must be on where it is repeated.
  var command: Command {
    switch self {
    case .record: .recordAnswered
    case .bounce: .noteBounce
    case .clear: .clearAnswer
    case .remind: .noteReminder
    case .receive: .setReceived
    }
  }
}

extension WorkspaceState {
  /// Whom a key applies to: the marked respondents, else that of the cursor.
  ///
  /// An agency that is marked together with its units stands for them.
  private var answering: [Identifier<Partner>] {
    guard activeMarks != nil else {
      return [selectedRespondent?.partner].compactMap(\.self)
    }
    let marked: [Identifier<Partner>] = targets.compactMap { $0.identifier() }
    let agencies = Set(marked.filter { agency(of: $0) != $0 }.map(agency))
    let own = Set(
      (responses.heard?.respondents.rows ?? []).filter { $0.standing != .whole }.map(\.partner))
    return marked.filter { !agencies.contains($0) || own.contains($0) }
  }

  /// Does what a key says for all that it applies to, in one act.
  mutating func perform(_ deed: AnswerDeed) -> [Effect] {
    guard let column = selectedColumn else { return [] }
    let partners = answering
    let act: [Edit]?
    switch deed {
    case .record(let state): act = record(state, for: partners, on: matter(at: column))
    case .bounce: act = bounce(partners)
    case .clear: act = clear(partners, at: column)
    case .remind: act = remind(partners)
    case .receive(let day): act = receive(on: day)
    }
    guard let act else { return [] }
    lastChange = .answer(deed)
    settleResponses(isOwn: true)
    let flash = flash
    switch deed {
    case .record: moveToNextCell()
    case .bounce: if activeMarks == nil { responses.list.move(by: 1) }
    case .remind: if activeMarks == nil { goToMostPressingChase() }
    case .clear, .receive: break
    }
    self.flash = flash
    return save(act)
  }

  private func counted(_ partners: [Identifier<Partner>]) -> String {
    partners.count == 1 ? name(of: partners[0]) : "\(partners.count) respondents"
  }

  // MARK: Answers

  /// Records a state; `nil` where nothing can be recorded, and a sentence says why.
  private mutating func record(
    _ state: Response.State, for partners: [Identifier<Partner>], on matter: Matter
  ) -> [Edit]? {
    guard let answers = responses.heard?.answers, let round = shownRound else { return nil }
    let several = partners.first { answers.responses(of: $0, on: matter).count > 1 }
    if let several {
      flash =
        "\(name(of: several)) has several answers here: > shows them question by question. "
        + "Nothing was changed."
      return nil
    }
    var act: [Edit] = []
    for partner in partners {
      if let id = answers.responses(of: partner, on: matter).first, var response = board[id] {
        response.state = state
        act += [putAndFollow(response)].compactMap(\.self)
        continue
      }
      var content = Response(round: round.id, respondent: partner, state: state)
      content.area = matter.area.id
      content.question = matter.question.id
      content.received = today
      let header = headerOfAnswer(to: round.id, on: content.area)
      act += [
        putAndFollow(Record(id: identifiers.next(), header: header, content: content))
      ].compactMap(\.self)
    }
    let title = AnswerState(state).title
    let same = act.isEmpty ? " already" : ""
    flash = "\(counted(partners)) \(about(matter)): \(title)\(same)"
    return act
  }

  /// What a response says about itself that is written here.
  func headerOfAnswer(to round: Identifier<Round>, on area: Identifier<Area>?) -> Header {
    var header = board.header(ofAnswerTo: round, on: area, source: "entered by \(writer)")
    header.created = stamp
    return header
  }

  private mutating func clear(
    _ partners: [Identifier<Partner>], at column: ResponsesPane.Column
  ) -> [Edit]? {
    guard let heard = responses.heard, var round = shownRound else { return nil }
    var act: [Edit] = []
    var removed = 0
    let row = selectedRespondent
    for partner in partners {
      // Without marks the row is cleared as it is shown: an agency with the answers of its units.
      let ids =
        activeMarks == nil
        ? row.map { answers(of: $0, at: column) } ?? []
        : heard.answers.responses(of: partner, on: matter(at: column))
      removed += ids.count
      for id in ids {
        guard var response = board[id] else { continue }
        act += cutLoose(from: response)
        response.header.deleted = stamp
        act += [putAndFollow(response)].compactMap(\.self)
      }
      if ids.isEmpty { round.invitations[partner]?.undelivered = nil }
    }
    act += [putAndFollow(round)].compactMap(\.self)
    guard !act.isEmpty else {
      flash = "There is nothing to clear."
      return nil
    }
    let what =
      switch removed {
      case 0: "the invitation counts as delivered"
      case 1: "awaited again"
      default: "\(removed) answers are taken away"
      }
    flash = "\(counted(partners)) \(about(matter(at: column))): \(what)"
    return act
  }

  /// Keeps in words where the issues came from that were raised from an answer that goes.
  private mutating func cutLoose(from answer: Record<Response>) -> [Edit] {
    let raised = board.issues.standing.filter { $0.sourceResponse == answer.id }
    return raised.compactMap { issue in
      var issue = issue
      let round = board[answer.round]?.title ?? answer.round.text
      let words =
        "answer of \(name(of: answer.respondent)) \(about(answer.content)), \(round), "
        + "taken away \(today.words)"
      issue.header.source = [issue.header.source, words].compactMap(\.self).joined(separator: "; ")
      issue.sourceResponse = nil
      return putAndFollow(issue)
    }
  }

  private mutating func receive(on day: CalendarDate?) -> [Edit]? {
    guard var answer = selectedAnswers.first else { return nil }
    answer.received = day
    flash =
      "\(name(of: answer.respondent)) \(about(answer.content)): "
      + (day.map { "received \($0.words)" } ?? "nobody has said when it was received")
    return [putAndFollow(answer)].compactMap(\.self)
  }

  // MARK: Invitations

  private mutating func bounce(_ partners: [Identifier<Partner>]) -> [Edit]? {
    guard var round = shownRound else { return nil }
    let invited = partners.filter { round.invitations[$0] != nil }
    guard !invited.isEmpty else {
      flash = "\(counted(partners)): not invited to this round, so that nothing can come back."
      return nil
    }
    for partner in invited { round.invitations[partner]?.undelivered = today }
    flash = "\(counted(invited)): the invitation came back undelivered"
    return [putAndFollow(round)].compactMap(\.self)
  }

  /// Notes a reminder of today for those who have not answered; an agency stands for its units.
  private mutating func remind(_ partners: [Identifier<Partner>]) -> [Edit]? {
    guard var round = shownRound, let heard = responses.heard else { return nil }
    let row = selectedRespondent
    let all =
      activeMarks == nil && row?.standing == .whole
      ? row.map { heard.respondents.partners(of: $0) } ?? [] : partners
    let silent = all.filter(heard.awaited.contains)
    let reminded = silent.filter { partner in
      round.invitations[partner]?.reminders.values.contains { $0.on == today } != true
    }
    guard !reminded.isEmpty else {
      let reason =
        !silent.isEmpty
        ? "reminded today already."
        : all.contains { round.invitations[$0] != nil }
          ? "answered, so that nobody is to be chased." : "not invited to this round."
      flash = "\(counted(partners)): \(reason)"
      return nil
    }
    let by = roleOfWriter ?? writer
    for partner in reminded {
      let id: Identifier<Round.Reminder> = identifiers.next()
      round.invitations[partner]?.reminders[id] = Round.Reminder(on: today, by: by)
    }
    let others = all.count - reminded.count
    let rest = others > 0 ? "; \(others) need none" : ""
    flash = "Chased: \(counted(reminded))\(rest)"
    return [putAndFollow(round)].compactMap(\.self)
  }
}
