/// What holds for the rows of a plan's sheet that do not say it themselves.
package struct PlanIntake: Equatable, Sendable {
  /// The area of rows that name none.
  package var area: Identifier<Area>?

  /// The P of rows that name none.
  package var p: Identifier<P>?

  /// Whether partners that the board does not have are added, instead of refused.
  package var addsPartners: Bool

  package init(
    area: Identifier<Area>? = nil, p: Identifier<P>? = nil, addsPartners: Bool = false
  ) {
    self.area = area
    self.p = p
    self.addsPartners = addsPartners
  }
}
