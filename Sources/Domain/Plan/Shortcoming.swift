/// Something that an action lacks, or that has passed: it follows from the record and the day.
///
/// It is no ``Problem``: nothing that the record says is wrong. `docs/plan.md` has what each kind
/// means and what settles it.
package struct Shortcoming: Hashable, Sendable {
  /// What an action can lack, the most pressing first.
  package enum Kind: String, CaseIterable, Sendable {
    case overdue, amberTwice, reviewPassed, ownerLeft, notAgreed
    case noMilestone, noDate, noLead, noOwner
    /// Only a warning: somebody may have meant it so.
    case reviewBeforeMilestone
  }

  package let action: Identifier<Action>
  package let kind: Kind

  /// What it is in a few words, such as `no lead`.
  package let what: String

  /// What would settle it, as a sentence that names the key.
  package let remedy: String
}
