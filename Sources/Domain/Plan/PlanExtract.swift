/// What of the plan is written for others, for whom, and how.
package struct PlanExtract: Equatable, Sendable {
  /// The one area; `nil` for all.
  package let area: Identifier<Area>?
  package let audience: Audience
  package let format: PlanFormat

  package init(area: Identifier<Area>?, audience: Audience, format: PlanFormat) {
    self.area = area
    self.audience = audience
    self.format = format
  }
}
