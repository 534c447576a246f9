extension Board {
  /// The title of the highest marking among the records of a kind, or `nil` when there are none.
  ///
  /// A record without a marking, or with one the board does not know, counts as the highest.
  package func highestMarking(of kind: Kind) -> String? {
    func levels<Content: RecordContent>(_ content: Content.Type) -> [Int] {
      self[kind: content].standing.map { level(of: $0.header.marking) }
    }
    return levels(kind.content).max().flatMap(title(ofLevel:))
  }

  /// The title of the highest of some markings, or `nil` when there are none.
  ///
  /// An absent marking, or one the board does not know, counts as the highest.
  package func highestMarking(among markings: [Identifier<Marking>?]) -> String? {
    markings.map(level).max().flatMap(title(ofLevel:))
  }

  /// The title of the higher of two markings: one by its title, one as a record has it.
  package func higherMarking(_ title: String?, _ marking: Identifier<Marking>?) -> String? {
    let known = settings.markings.values.first { $0.title == title }?.level
    return self.title(ofLevel: max(known ?? .min, level(of: marking)))
  }

  /// The highest of some markings; `nil`, which counts as the highest, where one is absent.
  package func highest(_ markings: [Identifier<Marking>?]) -> Identifier<Marking>? {
    markings.contains(nil) ? nil : markings.max { level(of: $0) < level(of: $1) } ?? nil
  }

  /// What a record says about itself that tells of others: it is handled as the highest of them,
  /// and exempt where one of them is.
  package func header(handledAs others: [Header], source: String) -> Header {
    var header = Header(source: source, marking: highest(others.map(\.marking)))
    let exempt = others.compactMap(\.exemptParagraph)
    if !exempt.isEmpty {
      let paragraphs = Set(exempt.flatMap { $0.split(separator: ", ") })
      header.exemptParagraph = paragraphs.sorted().joined(separator: ", ")
    }
    return header
  }

  /// What an answer says about itself: it is handled as the highest of its round and its area.
  package func header(
    ofAnswerTo round: Identifier<Round>, on area: Identifier<Area>?, source: String
  ) -> Header {
    let others = [self[round]?.header, area.flatMap { self[$0]?.header }]
    return header(handledAs: others.compactMap(\.self), source: source)
  }

  /// The marking that restricts least; `nil` where the board has none.
  package var lowestMarking: Identifier<Marking>? {
    settings.markings.min { ($0.value.level, $0.key) < ($1.value.level, $1.key) }?.key
  }

  /// How an action is marked that is added to an area, while nobody says: as the area is.
  ///
  /// - Returns: The lowest marking without an area; `nil`, which counts as the highest, where the
  ///   area has none.
  package func marking(forNewIn area: Identifier<Area>?) -> Identifier<Marking>? {
    guard let area else { return lowestMarking }
    return self[area]?.header.marking
  }

  private func title(ofLevel level: Int) -> String? {
    settings.markings.values.first { $0.level == level }?.title
  }

  /// How restricted a marking is; an absent or unknown one as much as the highest.
  private func level(of marking: Identifier<Marking>?) -> Int {
    marking.flatMap { settings.markings[$0]?.level }
      ?? settings.markings.values.map(\.level).max() ?? 0
  }
}
