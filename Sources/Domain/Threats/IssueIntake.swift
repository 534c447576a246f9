/// What holds for the rows of a sheet of issues that do not say it themselves.
package struct IssueIntake: Equatable, Sendable {
  /// How far the board has taken an issue that is added.
  package var stage: Issue.Stage

  /// How an issue that is added is marked; `nil`: as its area is, else with the lowest marking.
  package var marking: Identifier<Marking>?

  /// What the sheet calls the baseline among places and periods; `nil` where it has no name for it.
  package var baseline: String?

  /// Whether themes that the board does not have are added, instead of refused.
  package var addsThemes: Bool

  /// What columns mean whose heading does not tell it, by their heading.
  package var columns: [String: String]

  package init(
    stage: Issue.Stage = .emerging, marking: Identifier<Marking>? = nil, baseline: String? = nil,
    addsThemes: Bool = false, columns: [String: String] = [:]
  ) {
    self.stage = stage
    self.marking = marking
    self.baseline = baseline
    self.addsThemes = addsThemes
    self.columns = columns
  }

  /// The stages that a sheet may give an issue: the others are decisions with a reason.
  package static let stages: [Issue.Stage] = [.emerging, .registered]

  /// Reads what a person says of a column: `Threat=title`; `nil` where it says nothing.
  package static func column(_ text: String) -> (heading: String, field: String)? {
    // A heading may hold a sign of equality; what a column can be does not.
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
    func plain(_ part: Substring) -> String {
      part.split(separator: " ").joined(separator: " ")
    }
    return (plain(text[..<sign]), plain(text[text.index(after: sign)...]))
  }
}
