/// A threat, from the moment somebody mentions it until it is registered and ranked.
package struct Issue: RecordContent {
  package static let kind = Kind.issue
  package static var table: WritableKeyPath<Board, Table<Issue>> { \.issues }

  /// How far the board has taken the issue.
  package enum Stage: String, Choice {
    case emerging, watched, registered, referred, dismissed, merged
  }

  package var title: String
  package var text: String?
  package var theme: Identifier<Theme>?
  package var goldenThemes: [Identifier<Theme>]

  /// Whether the issue stands alone, beside all golden themes.
  package var standsAlone: Bool?
  package var area: Identifier<Area>?
  package var stage: Stage
  package var sourcePartner: Identifier<Partner>?
  package var sourceMeeting: Identifier<Meeting>?
  package var sourceResponse: Identifier<Response>?
  package var raised: CalendarDate?
  package var evidence: [Identifier<Evidence>: Evidence]
  package var dismissReason: String?
  package var watchUntil: CalendarDate?
  package var mergedInto: Identifier<Issue>?
  package var escalatedTo: Identifier<Meeting>?

  package init(title: String, stage: Stage = .emerging) {
    self.title = title
    goldenThemes = []
    self.stage = stage
    evidence = [:]
  }

  package var label: String { title }

  package var links: [Link] {
    Link.optional("area", area) + Link.optional("sourcePartner", sourcePartner)
      + Link.optional("sourceMeeting", sourceMeeting)
      + Link.optional("sourceResponse", sourceResponse) + Link.optional("mergedInto", mergedInto)
      + Link.optional("escalatedTo", escalatedTo)
  }
}
