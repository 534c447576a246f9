/// What holds for replies that do not say it themselves.
package struct ReplyIntake: Equatable, Sendable {
  package var round: Identifier<Round>?
  package var respondent: Identifier<Partner>?

  package init(round: Identifier<Round>? = nil, respondent: Identifier<Partner>? = nil) {
    self.round = round
    self.respondent = respondent
  }
}
