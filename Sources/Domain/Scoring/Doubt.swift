/// One thing that is not known for certain of an issue, and what the issue would score either way.
///
/// Source: `docs/scoring.md`, "What could move it".
package struct Doubt: Equatable, Sendable {
  package enum Cause: Equatable, Sendable {
    /// The grading rests on an assumed entry of the multiplier table.
    case assumedMultiplier

    /// The one criterion that has no value, by its place among the scorer's criteria.
    case unscored(criterion: Int)

    /// A criterion that the agencies gave different values.
    case disputed(criterion: Int)
  }

  package let cause: Cause

  /// The least and the greatest grading.
  package let low: Exact
  package let high: Exact

  /// The worst and the best place by grading, all else being as it is.
  package let worst: Int
  package let best: Int

  /// Whether the issue would stand above the cut at one end and below it at the other, or on the
  /// other side of it than it does; without a score it stands below.
  package let crossesCut: Bool
}

extension Assessment {
  /// Everything of an issue that is not known for certain, each for itself.
  ///
  /// Nothing is combined: an entry says what that one unknown could do. With several criteria
  /// unscored no single one gives a score, so none is listed.
  ///
  /// - Parameters:
  ///   - slot: The issue.
  ///   - line: The cut; `nil` where the board has set none: nothing crosses it then.
  ///   - board: The board.
  /// - Returns: The doubts that could cross the cut first, then the greatest reach first.
  package func doubts(of slot: Slot, cut line: CutLine?, in board: Board) -> [Doubt] {
    guard board.issues[slot: slot].isRanked else { return [] }
    let values = values(of: slot, in: board)
    var doubts: [Doubt] = []
    if let grading = score(of: slot)?.grading, grading.low < grading.high {
      doubts.append(doubt(.assumedMultiplier, grading.low, grading.high, of: slot, line))
    }
    // Under the version that it was agreed under no other value is thought of.
    if scorer(of: slot, in: board).version != scorer.version { return doubts }
    let missing = values.indices.filter { values[$0] == nil }
    if missing.count == 1, let criterion = missing.first {
      let points = scorer.criteria[criterion].points.map(\.value)
      doubts += doubt(.unscored(criterion: criterion), points, values, criterion, of: slot, line)
    }
    for (criterion, row) in spread(of: slot, in: board).rows.enumerated() where row.isDisputed {
      let points = row.given.map(\.value)
      doubts += doubt(.disputed(criterion: criterion), points, values, criterion, of: slot, line)
    }
    return doubts.sorted { one, other in
      (one.crossesCut ? 0 : 1, other.worst - other.best) < (
        other.crossesCut ? 0 : 1, one.worst - one.best
      )
    }
  }

  /// What the issue would score with a criterion at either end of some values.
  private func doubt(
    _ cause: Doubt.Cause, _ points: [Exact], _ values: [Exact?], _ criterion: Int, of slot: Slot,
    _ line: CutLine?
  ) -> [Doubt] {
    let gradings = [points.min(), points.max()].compactMap { point -> Exact? in
      var values = values
      values[criterion] = point
      return (try? scorer.score(values))??.grading.value
    }
    guard let low = gradings.first, let high = gradings.last, low < high else { return [] }
    return [doubt(cause, low, high, of: slot, line)]
  }

  private func doubt(
    _ cause: Doubt.Cause, _ low: Exact, _ high: Exact, of slot: Slot, _ line: CutLine?
  ) -> Doubt {
    let now = score(of: slot)?.grading.value
    func isAbove(_ grading: Exact, _ line: CutLine) -> Bool {
      line.admits(grading, place: place(of: grading, insteadOf: now))
    }
    let sides = line.map { line in
      Set([isAbove(low, line), isAbove(high, line), now.map { isAbove($0, line) } ?? false])
    }
    return Doubt(
      cause: cause, low: low, high: high, worst: place(of: low, insteadOf: now),
      best: place(of: high, insteadOf: now), crossesCut: sides.map { $0.count > 1 } ?? false)
  }
}
