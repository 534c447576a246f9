/// The values that somebody gives an issue under a scoring model.
package struct Scorecard: RecordContent {
  package static let kind = Kind.scorecard
  package static var table: WritableKeyPath<Board, Table<Scorecard>> { \.scorecards }

  /// Whose values they are.
  package enum Basis: String, Choice {
    /// The card that the screen edits.
    case working
    /// One agency's own view.
    case agency
    /// Decided and minuted: it ranks before the working card.
    case agreed
  }

  package var issue: Identifier<Issue>
  package var model: Identifier<ScoringModel>
  package var modelVersion: String
  package var basis: Basis
  package var agency: Identifier<Partner>?

  /// The place or period the card is for; `nil` for the baseline.
  ///
  /// A card for a place or period overrides the baseline and holds only the values that differ.
  package var context: Identifier<ScoringContext>?
  package var date: CalendarDate?
  package var values: CriterionValues
  package var decision: Identifier<Decision>?

  package init(
    issue: Identifier<Issue>, model: Identifier<ScoringModel>, modelVersion: String,
    basis: Basis = .working, context: Identifier<ScoringContext>? = nil,
    values: CriterionValues = CriterionValues()
  ) {
    self.issue = issue
    self.model = model
    self.modelVersion = modelVersion
    self.basis = basis
    self.context = context
    self.values = values
  }

  package var label: String {
    [issue.text, basis.rawValue, context?.text].compactMap(\.self).joined(separator: " · ")
  }

  package var links: [Link] {
    [Link("issue", issue), Link("model", model)] + Link.optional("agency", agency)
      + Link.optional("decision", decision)
  }
}
