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

  /// The scorecards that the target had none for.
  package internal(set) var scorecards: [Record<Scorecard>] = []
}

extension Board {
  /// Several issues once they have gone into another one that is the same threat.
  ///
  /// The target keeps its own title and text; behind it stands each other text under a line that says
  /// which issue it is from. Evidence and golden themes come to it, and its theme and area where it
  /// has none. Responses, the moves of actions, agendas that wait and issues that went before follow
  /// to it, and scorecards where it has none of that model, basis, agency and place or period. What
  /// was minuted and decided stays with the issue that it was about, which keeps all it says.
  ///
  /// Source: `docs/threats.md`, "Merging".
  ///
  /// - Parameters:
  ///   - issues: The issues that go.
  ///   - target: The issue that they go into.
  ///   - links: Who names the issues.
  ///   - cards: The scorecards of an issue.
  ///   - name: Gives a name to evidence whose own the target has already.
  /// - Returns: The records as they are to be.
  /// - Throws: ``TriageRefusal`` where the target is gone, went elsewhere, or is one of the issues.
  package func merged(
    _ issues: [Record<Issue>], into target: Identifier<Issue>, _ links: IssueLinks,
    cards: (Identifier<Issue>) -> [Record<Scorecard>], naming name: () -> Identifier<Evidence>
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
    var merged = MergedIssues(target: found)
    for issue in issues { take(issue, into: &merged.target, naming: name) }
    var going = issues
    for record in Set(issues.flatMap { links.names(of: $0.id) }).sorted() {
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

  /// The scorecards that the target has none for, as its own: of what several issues have, all that
  /// the first one has, so that a history stays whole.
  private func movedCards(
    of issues: [Record<Issue>], to target: Identifier<Issue>,
    _ cards: (Identifier<Issue>) -> [Record<Scorecard>]
  ) -> [Record<Scorecard>] {
    var claims = Set(cards(target).filter { !$0.isDeleted }.map { CardClaim($0) })
    var moved: [Record<Scorecard>] = []
    for issue in issues {
      let own = cards(issue.id).filter { !$0.isDeleted && !claims.contains(CardClaim($0)) }
      claims.formUnion(own.map { CardClaim($0) })
      moved += own.sorted { $0.id < $1.id }
    }
    for index in moved.indices { moved[index].issue = target }
    return moved
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
    merged.target.escalatedTo = merged.target.escalatedTo ?? meeting.id
  }
}
