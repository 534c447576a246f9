import Domain

extension Board {
  /// The scores of the board's issues in a place or period that a person names, in the baseline
  /// where none is named; else the command ends.
  func assessed(_ context: String?, for audience: Audience) throws -> Assessment {
    let context = try context.map(scoringContext)
    do {
      return try assessed(in: context)
    } catch {
      throw refusal(
        audience == .public && settings.model.flatMap { self[$0] } == nil
          ? "No scoring model of this board is public." : "\(error)", ExitStatus.badData)
    }
  }

  /// The place or period that a person means, by its name or title; else the command ends.
  func scoringContext(_ text: String) throws -> Identifier<ScoringContext> {
    if let id = try? Identifier<ScoringContext>(text), settings.contexts[id] != nil { return id }
    let titled = settings.contexts.filter { $0.value.title.lowercased() == text.lowercased() }
    if let id = titled.keys.first, titled.count == 1 { return id }
    let known = settings.contexts.keys.sorted().map(\.text).joined(separator: ", ")
    throw refusal(
      "“\(text)” is not a place or period of this board. Use one of: \(known).", ExitStatus.usage)
  }
}
