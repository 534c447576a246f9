/// Where the register is cut: what stands above goes into the assessment.
///
/// Source: `docs/scoring.md`, "The cut".
package enum CutLine: Equatable, Sendable {
  /// The first so many places by grading; of issues that share the last place all are in.
  case top(Int)

  /// Every issue whose grading is so much or more.
  case value(Exact)

  /// On which side of the line an issue is.
  package enum Side: Equatable, Sendable {
    case above

    /// Below, but the next in line, or within the line's reach if an assumption turns out otherwise.
    case justMissed
    case below
  }

  /// Whether a score with its places stands above the line.
  package func admits(_ placed: Outlook.Placed) -> Bool {
    admits(placed.score.grading.value, place: placed.standing.byGrading)
  }

  func admits(_ grading: Exact, place: Int) -> Bool {
    switch self {
    case .top(let places): place <= places
    case .value(let value): grading >= value
    }
  }
}

extension Cut {
  /// The line that the board has set; `nil` while it says neither a place nor a value.
  package var line: CutLine? {
    if let top { return .top(max(0, top)) }
    return value.map { .value($0) }
  }

  /// The same cut at another line, without the decision of the old one.
  package init(at line: CutLine) {
    switch line {
    case .top(let places): self.init(top: places)
    case .value(let value): self.init(value: value)
    }
  }
}

extension Assessment {
  /// How many issues stand above a line.
  package func count(above line: CutLine) -> Int {
    switch line {
    case .top(let places):
      guard let last = grading(at: min(places, issuesByGrading.count) - 1) else { return 0 }
      return gradings(atLeast: last)
    case .value(let value): return gradings(atLeast: value)
    }
  }

  /// On which side of a line an issue stands; `nil` while it has no score.
  package func side(of slot: Slot, at line: CutLine) -> CutLine.Side? {
    guard let score = score(of: slot) else { return nil }
    let grading = score.grading
    let place = place(of: grading.value, insteadOf: grading.value)
    if line.admits(grading.value, place: place) { return .above }
    let best = self.place(of: grading.high, insteadOf: grading.value)
    let isNext = place == count(above: line) + 1
    return isNext || line.admits(grading.high, place: best) ? .justMissed : .below
  }

  /// The line one step further down the register, or up, past all issues that share a place.
  ///
  /// A line at a place goes to the next place that an issue has, and one at a value to the next
  /// value. It stays where there is none; only above the first place there is still the top 0.
  package func stepped(_ line: CutLine, down: Bool) -> CutLine {
    let above = count(above: line)
    let ending = down ? above : grading(at: above - 1).map { gradings(above: $0) - 1 }
    guard let ending else { return line }
    let last = grading(at: ending)
    switch line {
    case .top where ending < 0: return .top(0)
    case .top: return last.map { .top(gradings(above: $0) + 1) } ?? line
    case .value: return last.map { .value($0) } ?? line
    }
  }

  /// The grading of the issue at an index of the order; `nil` where there is none.
  private func grading(at index: Int) -> Exact? {
    let order = issuesByGrading
    guard index >= 0, index < order.count else { return nil }
    return score(of: order[order.index(order.startIndex, offsetBy: index)])?.grading.value
  }
}
