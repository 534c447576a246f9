package import Domain
import Screen

/// A scoring model to be read, and to be changed by a decision: what is proposed, and what that
/// would move.
package struct ModelBox: Equatable, Sendable {
  package internal(set) var revision: ModelRevision

  /// Whether issues are scored by this model.
  let isInUse: Bool

  /// How many issues count a score that was agreed under another version of the model.
  let earlier: Int

  package internal(set) var list = ListState<ModelEntry>()

  /// The criteria whose points are listed.
  private var unfolded: Set<Identifier<Criterion>> = []

  /// What the proposal would lead to; `nil` while nothing is proposed.
  package internal(set) var outcome: ModelRevision.Outcome?

  /// All of the details, where they are longer than their box; `nil` while they are not read.
  var whole: Reader?

  init(_ model: Record<ScoringModel>, isInUse: Bool, earlier: Int) {
    revision = ModelRevision(of: model)
    self.isInUse = isInUse
    self.earlier = earlier
    listEntries()
  }

  /// The model as it would be.
  var model: ScoringModel { revision.proposed.content }

  /// Whether there is something to agree: a change, or that issues are scored by another model.
  var isProposal: Bool { revision.isChanged || !isInUse }

  /// Lists the entries again; the cursor stays on its entry.
  mutating func listEntries() {
    let rows = model.entries(unfolding: unfolded)
    list.show(rows, of: rows.count)
  }

  /// Shows or hides the points of the criterion at the cursor.
  mutating func fold() {
    switch list.selected {
    case .criterion(let id): unfolded.formSymmetricDifference([id])
    case .point(let id, _):
      unfolded.remove(id)
      list.select(.criterion(id))
    default: return
    }
    listEntries()
  }

  /// Puts the cursor on an entry, unfolding the criterion that it belongs to.
  mutating func select(_ entry: ModelEntry) {
    if case .point(let id, _) = entry { unfolded.insert(id) }
    listEntries()
    list.select(entry)
  }

  /// The boxes of the list and of the details: side by side where the screen is wide.
  func boxes(in body: Rect) -> (list: Rect, details: Rect) {
    if body.width >= 100 {
      let (left, right) = body.splitLeft(body.width * 11 / 20)
      return (left, right)
    }
    let (top, bottom) = body.splitTop(body.height * 3 / 5)
    return (top, bottom)
  }

  /// The keys that mean something.
  var hints: [(keys: String, title: String)] {
    if whole != nil { return [("j k", "scroll"), ("Esc", "back")] }
    let entry = list.selected
    let folds =
      switch entry {
      case .criterion, .point: [("Enter", "points")]
      default: [(String, String)]()
      }
    return [("i", "change")] + folds
      + (entry?.addition(in: model) == nil ? [] : [("a", "add")])
      + (entry?.isRemovable == true ? [("d", "remove")] : [])
      + (isProposal ? [("A", "agree")] : []) + (revision.isChanged ? [("u", "take back")] : [])
      + [("r", "details"), ("Esc", "back")]
  }
}
