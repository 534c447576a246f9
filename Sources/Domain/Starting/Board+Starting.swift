extension Board {
  /// What a new board holds: its settings, the eight areas, and the model.
  ///
  /// Nothing else is invented. The areas, questions and criteria are those of the Safer City
  /// Partnership paper of 21 February 2018.
  ///
  /// - Parameters:
  ///   - name: What the board is called.
  ///   - place: Where it works; `nil` where it was not said.
  ///   - stamp: Who makes it, and when.
  package init(startingWith name: String, place: String?, stamp: Stamp) {
    let header = Header(
      source: "made by socboard init", marking: "official", created: stamp)
    var settings = BoardSettings(name: name, place: place, model: ScoringModel.startingName)
    settings.fillIn()
    self.init(settings: Record(id: "board", header: header, content: settings))
    var rank: String?
    for (number, area) in Board.startingAreas.enumerated() {
      rank = Rank.between(rank, nil)
      areas[area.id] = Record(
        id: area.id, header: header,
        content: Area(number: number + 1, title: area.title, rank: rank))
    }
  }

  /// The eight priority areas.
  private static let startingAreas: [(id: Identifier<Area>, title: String)] = [
    ("modern-slavery", "Modern slavery"),
    ("child-sexual-exploitation", "Child sexual exploitation"),
    ("blackmail-and-kidnap", "Blackmail and kidnap"),
    ("intellectual-property", "Intellectual property"),
    ("organised-acquisitive-crime", "Organised acquisitive crime"),
    ("financial-crime", "Financial crime and money laundering"),
    ("fraud-and-cyber-enabled-crime", "Fraud and cyber enabled crime"),
    ("cyber-attack", "Cyber-attack"),
  ]
}

extension BoardSettings {
  /// Fills in the lists that a new board begins with.
  fileprivate mutating func fillIn() {
    markings = [
      "official": Marking(title: "OFFICIAL", level: 1, isPublic: true),
      "official-sensitive": Marking(title: "OFFICIAL-SENSITIVE", level: 2, isPublic: false),
    ]
    statusLegend = [
      "blue": ActionStatus(title: "Blue", letter: "B", meaning: "Complete", rank: "1"),
      "green": ActionStatus(title: "Green", letter: "G", meaning: "On track", rank: "2"),
      "amber": ActionStatus(title: "Amber", letter: "A", meaning: "Issue", rank: "3"),
      "red": ActionStatus(
        title: "Red", letter: "R", meaning: "Serious issue, or unknown", rank: "4"),
    ]
    questions = [
      "q1-impact": Question(text: "On what priority do you have an impact, and why?", rank: "1"),
      "q2-confidence": Question(
        text: "How confident are you that each risk area you manage is clearly understood and "
          + "managed?", rank: "2"),
      "q3-warning": Question(
        text: "How would you know if any of those areas were becoming more of a problem?",
        rank: "3"),
      "q4-other": Question(
        text: "Are there other issues or priorities which we may be able to tackle in "
          + "partnership? If they do not relate to serious and organised crime they can still go "
          + "to the quarterly Safer City Partnership.", rank: "4"),
    ]
    reviewInterval = ReviewInterval(fromMonths: 6, toMonths: 12)
    reviewCriteria = [
      "scale-of-problem": ReviewCriterion(title: "The scale of the problem", rank: "1"),
      "partnership-working": ReviewCriterion(
        title: "How the partnerships are working", rank: "2"),
      "information": ReviewCriterion(title: "Whether there is sufficient information", rank: "3"),
      "confidence": ReviewCriterion(
        title: "How confident partners are in dealing with it", rank: "4"),
    ]
  }
}
