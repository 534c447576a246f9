/// What one partner said in a round; where there is no record, the answer is awaited.
package struct Response: RecordContent {
  package static let kind = Kind.response
  package static var table: WritableKeyPath<Board, Table<Response>> { \.responses }

  /// What kind of answer it is: silence is none of these.
  package enum State: String, Choice {
    case answered
    /// The partner has nothing to report.
    case nilReturn = "nil"
    /// The partner will not say.
    case declined
    case notApplicable
  }

  package var round: Identifier<Round>

  /// The agency or unit that answered; an agency when its unit is not known.
  package var respondent: Identifier<Partner>

  /// The question answered; `nil` when the comment is tied to an area only.
  package var question: Identifier<Question>?
  package var area: Identifier<Area>?
  package var state: State
  package var text: String?
  package var confidence: String?
  package var received: CalendarDate?
  package var byRole: String?

  /// The name of the message as received, among the board's originals.
  package var original: String?

  /// The issue that was raised from this answer.
  package var raisedIssue: Identifier<Issue>?

  package init(round: Identifier<Round>, respondent: Identifier<Partner>, state: State) {
    self.round = round
    self.respondent = respondent
    self.state = state
  }

  package var label: String {
    [respondent.text, area?.text, question?.text].compactMap(\.self).joined(separator: " · ")
  }

  package var links: [Link] {
    [Link("round", round), Link("respondent", respondent)] + Link.optional("area", area)
      + Link.optional("raisedIssue", raisedIssue)
  }
}
