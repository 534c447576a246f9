/// The records that name an issue, found without a walk over the board.
///
/// Scorecards are not among them: an assessment knows those.
package struct IssueLinks: Sendable {
  private var records: [Identifier<Issue>: Set<RecordName>] = [:]

  package init(of board: Board) {
    func take<Content: RecordContent>(_ content: Content.Type) {
      for record in board[kind: content].standing { add(record) }
    }
    take(Response.self)
    take(Action.self)
    take(Meeting.self)
    take(Decision.self)
    for issue in board.issues.standing where issue.mergedInto != nil { add(issue) }
  }

  /// The records that name an issue, sorted.
  package func names(of issue: Identifier<Issue>) -> [RecordName] {
    (records[issue] ?? []).sorted()
  }

  /// Takes note of a record that was added or changed; doing so again changes nothing.
  package mutating func replace<Content: RecordContent>(
    _ old: Record<Content>?, with new: Record<Content>
  ) {
    guard IssueLinks.kinds.contains(Content.kind) else { return }
    for issue in old.map({ IssueLinks.issues(namedBy: $0) }) ?? [] {
      records[issue]?.remove(new.recordName)
    }
    add(new)
  }

  private mutating func add<Content: RecordContent>(_ record: Record<Content>) {
    for issue in IssueLinks.issues(namedBy: record) {
      records[issue, default: []].insert(record.recordName)
    }
  }

  private static let kinds: Set<Kind> = [.response, .action, .meeting, .decision, .issue]

  private static func issues<Content: RecordContent>(
    namedBy record: Record<Content>
  ) -> [Identifier<Issue>] {
    guard !record.isDeleted else { return [] }
    return record.content.links.filter { $0.target.kind == .issue }
      .compactMap { try? Identifier<Issue>($0.target.id) }
  }
}
