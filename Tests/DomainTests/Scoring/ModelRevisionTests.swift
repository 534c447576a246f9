import Domain
import JSON
import Testing

struct ModelRevisionTests {
  private func record(_ sketch: ModelSketch = ModelSketch()) throws -> Record<ScoringModel> {
    try Record<ScoringModel>(id: "sketch", document: sketch.value)
  }

  private func multiplied(
    _ model: Record<ScoringModel>, _ total: Exact, by value: Exact
  ) -> ScoringModel {
    var content = model.content
    content.multipliers[total] = ScoringModel.Multiplier(value: value, basis: .published)
    return content
  }

  @Test func `changes add up, and are taken back one by one`() throws {
    let model = try record()
    var revision = ModelRevision(of: model)
    #expect(!revision.isChanged)
    revision.propose(multiplied(model, 3, by: 4))
    revision.propose(multiplied(revision.proposed, 2, by: 3))
    revision.propose(revision.proposed.content)
    #expect(
      revision.changes.map(\.field) == [
        "multipliers.2.basis", "multipliers.2.value", "multipliers.3.value",
      ])
    var isTaken = revision.takeBack()
    #expect(isTaken)
    #expect(revision.changes.map(\.field) == ["multipliers.3.value"])
    isTaken = revision.takeBack()
    #expect(isTaken && !revision.isChanged)
    isTaken = revision.takeBack()
    #expect(!isTaken)
  }

  @Test func `what others changed meanwhile is kept beside the proposal`() throws {
    let model = try record()
    var revision = ModelRevision(of: model)
    revision.propose(multiplied(model, 3, by: 4))
    var current = model
    current.title = "Another title"
    let rebased = try revision.rebased(on: current)
    #expect(rebased.proposed.title == "Another title")
    #expect(rebased.changes.map(\.field) == ["multipliers.3.value"])
  }

  @Test func `where both changed one field the proposal is refused`() throws {
    let model = try record()
    var revision = ModelRevision(of: model)
    revision.propose(multiplied(model, 3, by: 4))
    var current = model
    current.content = multiplied(model, 3, by: 5)
    #expect(throws: EditRefusal.self) { try revision.rebased(on: current) }
  }

  @Test func `what was proposed of a part that somebody else removed is refused`() throws {
    let model = try record()
    var meaning = model.content
    meaning.criteria["capacity"]?.meaning = "What is lacking"
    var point = model.content
    point.criteria["capacity"]?.scale[4] = ScalePoint(key: "4")
    var current = model
    current.content.criteria["capacity"] = nil
    for content in [meaning, point] {
      var revision = ModelRevision(of: model)
      revision.propose(content)
      #expect(throws: EditRefusal.self) { try revision.rebased(on: current) }
    }
    var anchor = model.content
    anchor.criteria["capacity"]?.scale[3]?.anchor = "Nobody is left"
    current = model
    current.content.criteria["capacity"]?.scale[3] = nil
    var revision = ModelRevision(of: model)
    revision.propose(anchor)
    do throws(EditRefusal) {
      _ = try revision.rebased(on: current)
      Issue.record("The point is gone.")
    } catch {
      #expect("\(error)".contains("set criteria.capacity.scale.3 to nothing"))
    }
  }

  @Test func `the outcome is what would move, or what is wrong with the model`() throws {
    let board = try Board.sketched([[8, 8, 0], [1, 0, 3]])
    let model = try record()
    let standing = Assessment(of: board, scorer: try Scorer(model))
    var revision = ModelRevision(of: model)
    revision.propose(multiplied(model, 3, by: 100))
    guard case .change(let change) = revision.outcome(on: board, from: standing) else {
      Issue.record("The model can be used.")
      return
    }
    #expect(change.moves.map(\.issue) == ["issue-1", "issue-0"])
    revision.propose(multiplied(model, 3, by: 0))
    guard case .unusable(let problems) = revision.outcome(on: board, from: standing) else {
      Issue.record("A table that falls cannot be used.")
      return
    }
    #expect(problems.entries.map(\.field) == ["multipliers.3.value"])
  }
}
