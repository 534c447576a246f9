extension Board {
  /// What differs between two rounds, in words: who changed, who fell silent, who spoke up.
  package func lines(of comparison: RoundComparison) -> [(text: String, isHeading: Bool)] {
    func names(_ partners: [Identifier<Partner>]) -> String {
      partners.map { self[$0]?.name ?? $0.text }.sorted().list
    }
    let before = self[comparison.before]?.title ?? comparison.before.text
    let after = self[comparison.after]?.title ?? comparison.after.text
    let silent = comparison.fellSilent(self)
    let spoke = comparison.spokeUp(self)
    var lines: [(text: String, isHeading: Bool)] = [
      (
        "\(comparison.changes.count) \(comparison.changes.count == 1 ? "answer differs" : "answers differ"), "
          + "\(comparison.unchanged) \(comparison.unchanged == 1 ? "is" : "are") the same.", false
      )
    ]
    if comparison.comparedByArea > 0 {
      lines.append(
        (
          "\(comparison.comparedByArea) of them by area alone: the rounds were not answered there to "
            + "the same questions.", false
        ))
    }
    if !silent.isEmpty { lines.append(("Answered \(before) only: \(names(silent)).", false)) }
    if !spoke.isEmpty { lines.append(("Answered \(after) only: \(names(spoke)).", false)) }
    var respondent: Identifier<Partner>?
    // Whose answers all stand in one round only is told above.
    let told = Set(silent + spoke)
    for change in comparison.changes where !told.contains(change.respondent) {
      if change.respondent != respondent {
        respondent = change.respondent
        lines.append(("", false))
        lines.append((self[change.respondent]?.name ?? change.respondent.text, true))
      }
      lines.append(("  \(subject(of: change)): \(words(for: change))", false))
    }
    return lines
  }

  /// What an answer is about, by the names of area and question.
  package func subject(of change: RoundComparison.Change) -> String {
    let area = change.area.map { self[$0]?.title ?? $0.text }
    let question = change.question.map { "question \(self.number(of: $0) ?? $0.text)" }
    let parts = [area, question].compactMap(\.self)
    return parts.isEmpty ? "general" : parts.joined(separator: ", ")
  }

  /// What changed in one answer.
  package func words(for change: RoundComparison.Change) -> String {
    let state =
      change.before == change.after
      ? change.after.title : "\(change.before.title) -> \(change.after.title)"
    let confidence: String?
    if change.confidenceBefore == change.confidenceAfter {
      confidence = nil
    } else {
      let way = change.direction.map { " (\($0.rawValue))" } ?? ""
      confidence =
        "confidence \(change.confidenceBefore ?? "not said") -> "
        + "\(change.confidenceAfter ?? "not said")\(way)"
    }
    let isOnlyReworded = change.isReworded && change.before == change.after
    return [state, confidence, isOnlyReworded ? "other words" : nil].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The number of a question in the latest round that asks it.
  private func number(of question: Identifier<Question>) -> String? {
    for round in roundsLatestFirst {
      if let place = round.questions.ranked().firstIndex(where: { $0.key == question }) {
        return "\(place + 1)"
      }
    }
    return nil
  }
}
