/// What of the register is written for others, for whom, and how.
package struct RegisterExtract: Equatable, Sendable {
  /// The place or period whose values override the baseline; `nil` for the baseline.
  package let context: Identifier<ScoringContext>?
  package let order: Register.Order
  package let audience: Audience
  package let format: RegisterFormat

  package init(
    context: Identifier<ScoringContext>?, order: Register.Order, audience: Audience,
    format: RegisterFormat
  ) {
    self.context = context
    self.order = order
    self.audience = audience
    self.format = format
  }
}
