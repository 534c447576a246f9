import Domain

/// What some records brought when they came in, so that only what follows is worked out again.
struct Arrival {
  private(set) var names: Set<RecordName> = []

  /// Whether the person here has brought them.
  var isOwn = false

  /// Whether a record went that others may point at.
  private(set) var hasRemovals = false

  /// Whether nothing that is derived holds any more: the settings or the model changed.
  private(set) var changesTheRules = false

  /// The issues that changed, with the area that each belonged to.
  private(set) var issues: [Table<Issue>.Slot: Identifier<Area>?] = [:]

  /// The issues that the board did not have.
  private(set) var newIssues: Set<Identifier<Issue>> = []
  private(set) var cards: [Table<Scorecard>.Slot] = []

  mutating func add<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?, in board: Board
  ) {
    names.insert(record.recordName)
    if record.isDeleted, old?.isDeleted == false {
      if let response = record as? Record<Response> {
        // Only what was raised from it points at a response.
        names.formUnion(
          board.issues.standing.filter { $0.sourceResponse == response.id }.map(\.recordName))
      } else {
        hasRemovals = true
      }
    }
    switch record {
    case let settings as Record<BoardSettings>:
      let former = (old as? Record<BoardSettings>)?.content
      if settings.content.changesTheRules(of: former) { changesTheRules = true }
    case let model as Record<ScoringModel>
    where [model.id, model.formerOf].contains(board.settings.model):
      changesTheRules = true
    case let issue as Record<Issue>:
      guard let slot = board.issues.slot(of: issue.id) else { return }
      issues.updateValue((old as? Record<Issue>)?.area, forKey: slot)
      if old == nil { newIssues.insert(issue.id) }
    case let card as Record<Scorecard>:
      guard let slot = board.scorecards.slot(of: card.id) else { return }
      cards.append(slot)
      let former = (old as? Record<Scorecard>).flatMap { board.issues.slot(of: $0.issue) }
      if let former, board.issues[slot: former].id != card.issue, issues[former] == nil {
        issues.updateValue(board.issues[slot: former].area, forKey: former)
      }
    default: break
    }
  }
}

extension BoardSettings {
  /// Whether more differs than changes no score and breaks no link: where the register is cut, and
  /// what is called how or was added of the lists that grow as people work.
  fileprivate func changesTheRules(of other: BoardSettings?) -> Bool {
    guard var other else { return true }
    other.cuts = cuts
    if other.themes.keys.allSatisfy({ themes[$0] != nil }) { other.themes = themes }
    if other.goldenThemes.keys.allSatisfy({ goldenThemes[$0] != nil }) {
      other.goldenThemes = goldenThemes
    }
    if other.contexts.keys.allSatisfy({ contexts[$0] != nil }) { other.contexts = contexts }
    return other != self
  }
}
