extension Board {
  /// The title of the highest marking among the records of a kind, or `nil` when there are none.
  ///
  /// A record without a marking, or with one the board does not know, counts as the highest.
  package func highestMarking(of kind: Kind) -> String? {
    func levels<Content: RecordContent>(_ content: Content.Type) -> [Int] {
      self[kind: content].standing.map { level(of: $0.header.marking) }
    }
    guard let highest = levels(kind.content).max() else { return nil }
    return settings.markings.values.first { $0.level == highest }?.title
  }

  /// How restricted a marking is; an absent or unknown one as much as the highest.
  private func level(of marking: Identifier<Marking>?) -> Int {
    marking.flatMap { settings.markings[$0]?.level }
      ?? settings.markings.values.map(\.level).max() ?? 0
  }
}
