/// The records that change when issues go into another one.
package struct MergedIssues: Equatable, Sendable {
  /// The issues that went, with where to.
  package internal(set) var issues: [Record<Issue>] = []

  /// The issue that they went into.
  package internal(set) var target: Record<Issue>

  /// What named one of them and now names the target.
  package internal(set) var responses: [Record<Response>] = []
  package internal(set) var actions: [Record<Action>] = []
  package internal(set) var meetings: [Record<Meeting>] = []

  /// The scorecards of a view that the target had none of.
  package internal(set) var scorecards: [Record<Scorecard>] = []
}

extension Board {
  /// Several issues once they have gone into another one that is the same threat.
  ///
  /// The target keeps its own title and text; behind it stands each other text under a line that says
  /// which issue it is from. Evidence and golden themes come to it, and its theme and area where it
  /// has none. Responses, the moves of actions, agendas to come and issues that went before follow to
  /// it, and scorecards as ``movedCards`` says. What was minuted, decided and agreed stays with the
  /// issue that it was about, which keeps all it says.
  ///
  /// Source: `docs/threats.md`, "Merging".
  ///
  /// - Parameters:
  ///   - issues: The issues that go.
  ///   - target: The issue that they go into.
  ///   - today: The day before which a meeting is over.
  ///   - links: Who names the issues.
  ///   - cards: The scorecards of an issue.
  ///   - name: Gives a name to evidence whose own the target has already.
  /// - Returns: The records as they are to be.
  /// - Throws: ``TriageRefusal`` where the target is gone, went elsewhere, or is one of the issues, and
  ///   where one of these has gone somewhere before.
  package func merged(
    _ issues: [Record<Issue>], into target: Identifier<Issue>, today: CalendarDate,
    _ links: IssueLinks, cards: (Identifier<Issue>) -> [Record<Scorecard>],
    naming name: () -> Identifier<Evidence>
  ) throws(TriageRefusal) -> MergedIssues {
    guard let found = self[target], !found.isDeleted else {
      throw TriageRefusal("The issue it should go into is not on the board.")
    }
    if let next = found.mergedInto {
      throw TriageRefusal(
        "“\(found.title)” went into “\(self[next]?.title ?? next.text)”: merge into that.")
    }
    if issues.contains(where: { $0.id == target }) {
      throw TriageRefusal("“\(found.title)” cannot be merged into itself.")
    }
    if let gone = issues.first(where: { $0.stage == .merged }), let next = gone.mergedInto {
      throw TriageRefusal("“\(gone.title)” went into “\(self[next]?.title ?? next.text)” already.")
    }
    var merged = MergedIssues(target: found)
    for issue in issues { take(issue, into: &merged.target, naming: name) }
    var going = issues
    for record in Set(issues.flatMap { links.names(of: $0.id) }).sorted()
    where !isOver(record, on: today) {
      follow(record, from: Set(issues.map(\.id)), to: target, &merged, &going)
    }
    merged.scorecards = movedCards(of: issues, to: target, cards)
    merged.issues = going.map { issue in
      var issue = issue
      issue.content.move(to: .merged)
      issue.mergedInto = target
      return issue
    }
    return merged
  }

  /// Gives an issue what another one says.
  private func take(
    _ issue: Record<Issue>, into target: inout Record<Issue>,
    naming name: () -> Identifier<Evidence>
  ) {
    target.text = [target.text, saying(issue)].compactMap(\.self).joined(separator: "\n\n")
    for (key, evidence) in issue.evidence.sorted(by: { $0.key < $1.key })
    where target.evidence[key] != evidence {
      var evidence = evidence
      evidence.source = evidence.source ?? "“\(issue.title)”"
      target.evidence[target.evidence[key] == nil ? key : name()] = evidence
    }
    target.goldenThemes += issue.goldenThemes.filter { !target.goldenThemes.contains($0) }
    target.theme = target.theme ?? issue.theme
    target.area = target.area ?? issue.area
    target.header = header(target.header, handledAs: [issue.header])
  }

  /// What an issue says, under a line that tells which it is and who raised it when.
  private func saying(_ issue: Record<Issue>) -> String {
    let origin = [
      issue.sourcePartner.map { self[$0]?.name ?? $0.text },
      issue.sourceMeeting.map { self[$0]?.content.label ?? $0.text },
      issue.raised.map { "raised \($0.words)" },
    ].compactMap(\.self).joined(separator: ", ")
    let heading = "From “\(issue.title)”" + (origin.isEmpty ? "" : " (\(origin))")
    guard let text = issue.text, !text.isEmpty else { return "\(heading), which had no text." }
    return "\(heading):\n\(text)"
  }

  /// The scorecards of a view that the target has none of, as its own.
  ///
  /// A view moves whole, from the first issue that has it, for values of a place or period say nothing
  /// without those that they differ from. The board's own stays where one of its cards is agreed: that
  /// was decided of this issue.
  private func movedCards(
    of issues: [Record<Issue>], to target: Identifier<Issue>,
    _ cards: (Identifier<Issue>) -> [Record<Scorecard>]
  ) -> [Record<Scorecard>] {
    var taken = Set(cards(target).filter { !$0.isDeleted }.map { CardView($0) })
    return issues.flatMap { issue in
      let own = cards(issue.id).filter { !$0.isDeleted }.sorted { $0.id < $1.id }
      let agreed = Set(own.filter { $0.basis == .agreed }.map { CardView($0) })
      let free = own.filter { !taken.union(agreed).contains(CardView($0)) }
      taken.formUnion(free.map { CardView($0) })
      return free
    }.map { card in
      var card = card
      card.issue = target
      return card
    }
  }

  /// Whether a record is a meeting that is over: its agenda tells what it was about.
  private func isOver(_ name: RecordName, on today: CalendarDate) -> Bool {
    (try? Identifier<Meeting>(name.id)).flatMap { name.kind == .meeting ? self[$0] : nil }?
      .content.isOver(on: today) ?? false
  }

  /// Lets a record that names some issues name another one.
  private func follow(
    _ name: RecordName, from issues: Set<Identifier<Issue>>, to target: Identifier<Issue>,
    _ merged: inout MergedIssues, _ going: inout [Record<Issue>]
  ) {
    switch name.kind {
    case .response:
      guard var response = (try? Identifier<Response>(name.id)).flatMap({ self[$0] }) else {
        return
      }
      response.raisedIssue = target
      merged.responses.append(response)
    case .action:
      guard var action = (try? Identifier<Action>(name.id)).flatMap({ self[$0] }) else { return }
      for (key, move) in action.moves where issues.contains(move.issue) {
        action.moves[key]?.issue = target
      }
      merged.actions.append(action)
    case .meeting:
      guard let meeting = (try? Identifier<Meeting>(name.id)).flatMap({ self[$0] }) else { return }
      follow(meeting, from: issues, to: target, &merged)
    case .issue:
      guard let issue = (try? Identifier<Issue>(name.id)).flatMap({ self[$0] }),
        !going.contains(where: { $0.id == issue.id })
      else { return }
      going.append(issue)
    default: break
    }
  }

  /// Lets what waits on an agenda be about the target, which stands on each only once.
  private func follow(
    _ meeting: Record<Meeting>, from issues: Set<Identifier<Issue>>, to target: Identifier<Issue>,
    _ merged: inout MergedIssues
  ) {
    let names = Set(issues.map { RecordName($0) })
    let waiting = meeting.agenda.ranked().first { _, item in
      item.minute == nil && item.outcome == nil && item.record.map { names.contains($0) } ?? false
    }
    guard let key = waiting?.key,
      !meeting.agenda.values.contains(where: { $0.record == RecordName(target) })
    else { return }
    var meeting = meeting
    meeting.agenda[key]?.record = RecordName(target)
    merged.meetings.append(meeting)
    let former = merged.target.escalatedTo.flatMap { self[$0] }.flatMap { $0.isDeleted ? nil : $0 }
    if former.map({ $0.date < meeting.date }) ?? true { merged.target.escalatedTo = meeting.id }
  }
}

/// Under which model a scorecard says what, and who says it.
private struct CardView: Hashable {
  let model: Identifier<ScoringModel>

  /// The agency whose view it is; `nil` for the board's own.
  let agency: Identifier<Partner>?

  init(_ card: Record<Scorecard>) {
    model = card.model
    agency = card.agency
  }
}
