/// What `board.json` says: who the board is, and every list that a board may choose for itself.
package struct BoardSettings: RecordContent {
  package static let kind = Kind.board
  package static var table: WritableKeyPath<Board, Table<BoardSettings>> { \.settingsTable }

  /// The newest format this program reads and the one it writes.
  package static let currentFormat = 1

  /// The version of the file format of the whole board.
  package var format: Int
  package var name: String
  package var place: String?

  /// The scoring model in use.
  package var model: Identifier<ScoringModel>?

  /// How records may be marked, from public to the highest.
  package var markings: [Identifier<Marking>: Marking]

  /// The colours of an action's progress and what each one means here.
  package var statusLegend: [Identifier<ActionStatus>: ActionStatus]

  /// The template for the next round's questions.
  package var questions: [Identifier<Question>: Question]

  /// In how many months an area is looked at again.
  package var reviewInterval: ReviewInterval?

  /// The criteria an area is reviewed against.
  package var reviewCriteria: [Identifier<ReviewCriterion>: ReviewCriterion]

  /// The steps of a rating; none were published, so a board may have none.
  package var reviewScale: [Identifier<ReviewStep>: ReviewStep]

  package var themes: [Identifier<Theme>: Theme]

  /// Themes that cut across the register, such as Youth or Mental Health.
  package var goldenThemes: [Identifier<Theme>: Theme]

  /// Places and periods for which scores may differ from the baseline.
  package var contexts: [Identifier<ScoringContext>: ScoringContext]

  /// Where the register is cut, by model.
  package var cuts: [Identifier<ScoringModel>: Cut]

  /// The phases of a plan, such as Clear, Hold and Build, where the board works in phases.
  package var phases: [Identifier<Phase>: Phase]

  /// Ps beyond the four, such as Partnership.
  package var extraPs: [Identifier<P>: P]

  /// Where other agencies' copies are found, and who may see what goes there.
  package var remotes: [Identifier<Remote>: Remote]

  package init(name: String, place: String? = nil, model: Identifier<ScoringModel>? = nil) {
    format = BoardSettings.currentFormat
    self.name = name
    self.place = place
    self.model = model
    markings = [:]
    statusLegend = [:]
    questions = [:]
    reviewCriteria = [:]
    reviewScale = [:]
    themes = [:]
    goldenThemes = [:]
    contexts = [:]
    cuts = [:]
    phases = [:]
    extraPs = [:]
    remotes = [:]
  }

  package var label: String { name }

  package var links: [Link] {
    Link.optional("model", model)
      + cuts.sorted { $0.key < $1.key }.flatMap { model, cut in
        [Link("cuts", model)] + Link.optional("cuts.\(model).decision", cut.decision)
      }
  }
}

/// How a record may be handled.
package struct Marking: Codable, Equatable, Sendable {
  package var title: String

  /// Markings are compared by level: the higher, the more restricted.
  package var level: Int

  /// Whether records so marked may be shown to the public.
  package var isPublic: Bool

  package init(title: String, level: Int, isPublic: Bool) {
    self.title = title
    self.level = level
    self.isPublic = isPublic
  }
}

/// A colour of an action's progress (BRAG) and what it means on this board.
package struct ActionStatus: Codable, Equatable, Sendable, Ranked {
  package var title: String

  /// The letter shown in the grid: B, R, A or G.
  package var letter: String
  package var meaning: String
  package var rank: String?

  package init(title: String, letter: String, meaning: String, rank: String? = nil) {
    self.title = title
    self.letter = letter
    self.meaning = meaning
    self.rank = rank
  }
}

/// One thing that partners are asked in a round.
package struct Question: Codable, Equatable, Sendable, Ranked {
  package var text: String
  package var rank: String?

  package init(text: String, rank: String? = nil) {
    self.text = text
    self.rank = rank
  }
}

/// The earliest and latest month in which something is looked at again.
package struct ReviewInterval: Codable, Equatable, Sendable {
  package var fromMonths: Int
  package var toMonths: Int

  package init(fromMonths: Int, toMonths: Int) {
    self.fromMonths = fromMonths
    self.toMonths = toMonths
  }
}

/// One criterion by which an area is reviewed.
package struct ReviewCriterion: Codable, Equatable, Sendable, Ranked {
  package var title: String
  package var rank: String?

  package init(title: String, rank: String? = nil) {
    self.title = title
    self.rank = rank
  }
}

/// One step of the scale by which an area is reviewed.
package struct ReviewStep: Codable, Equatable, Sendable {
  package var value: Int
  package var meaning: String

  package init(value: Int, meaning: String) {
    self.value = value
    self.meaning = meaning
  }
}

/// A subject that issues are grouped under.
package struct Theme: Codable, Equatable, Sendable, Ranked {
  package var title: String
  package var notes: String?
  package var rank: String?

  package init(title: String, notes: String? = nil, rank: String? = nil) {
    self.title = title
    self.notes = notes
    self.rank = rank
  }
}

/// A place or period for which scores may differ from the baseline.
package struct ScoringContext: Codable, Equatable, Sendable, Ranked {
  package var title: String
  package var place: String?
  package var period: String?
  package var notes: String?
  package var rank: String?

  package init(title: String, rank: String? = nil) {
    self.title = title
    self.rank = rank
  }
}

/// Where a ranked register is cut: the first so many, or everything from a grading upwards.
package struct Cut: Codable, Equatable, Sendable {
  package var top: Int?
  package var value: Exact?
  package var decision: Identifier<Decision>?

  package init(top: Int? = nil, value: Exact? = nil, decision: Identifier<Decision>? = nil) {
    self.top = top
    self.value = value
    self.decision = decision
  }
}

/// A phase of a plan.
package struct Phase: Codable, Equatable, Sendable, Ranked {
  package var title: String
  package var rank: String?

  package init(title: String, rank: String? = nil) {
    self.title = title
    self.rank = rank
  }
}

/// One of the Ps that a plan is grouped under.
package struct P: Codable, Equatable, Sendable, Ranked {
  package var title: String
  package var rank: String?

  package init(title: String, rank: String? = nil) {
    self.title = title
    self.rank = rank
  }

  /// The four Ps of the national strategy, in their order.
  package static let four: [(id: Identifier<P>, title: String)] = [
    ("pursue", "Pursue"), ("prevent", "Prevent"), ("protect", "Protect"), ("prepare", "Prepare"),
  ]
}

/// Another agency's copy of the board.
package struct Remote: Codable, Equatable, Sendable {
  package var address: String
  package var audience: String?
}
