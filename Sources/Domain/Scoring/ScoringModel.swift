/// A scoring model as data: its criteria and scales, its formula, its multipliers and where they
/// come from.
package struct ScoringModel: RecordContent {
  package static let kind = Kind.model
  package static var table: WritableKeyPath<Board, Table<ScoringModel>> { \.models }

  package var title: String

  /// Changes with every change of meaning; a scorecard names the version it was made with.
  package var version: String
  package var sections: [Identifier<Section>: Section]
  package var criteria: [Identifier<Criterion>: Criterion]
  package var formula: Formulas

  /// What `multiplier(x)` stands for in a formula, by the value of x.
  package var multipliers: [Exact: Multiplier]

  /// Where the model comes from and what in it is inferred.
  package var provenance: String?

  /// The model that this one is a former version of; `nil` for a model in its own right.
  ///
  /// Scores that were agreed under that version keep to it until they are agreed anew.
  package var formerOf: Identifier<ScoringModel>?

  package var label: String { "\(title), version \(version)" }

  package var links: [Link] { Link.optional("formerOf", formerOf) }

  /// A group of criteria that are added up: harm, likelihood, organisational position.
  package struct Section: Codable, Equatable, Sendable, Ranked {
    package var title: String

    /// At most five letters, for the head of a column.
    package var short: String

    /// What stands for the section in the headers of a sheet: `op` for `total_op`.
    ///
    /// `nil` where that is the section's own name.
    package var column: String?
    package var rank: String?
  }

  /// The two figures that issues are ranked by, as formulas over sections and criteria.
  ///
  /// `docs/scoring.md`, "Formulas", has the grammar.
  package struct Formulas: Codable, Equatable, Sendable {
    package var risk: String
    package var grading: String
  }

  /// One entry of the multiplier table.
  package struct Multiplier: Codable, Equatable, Sendable {
    package enum Basis: String, Choice { case published, assumed }

    package var value: Exact
    package var basis: Basis

    package init(value: Exact, basis: Basis) {
      self.value = value
      self.basis = basis
    }
  }
}

/// One thing an issue is scored on.
package struct Criterion: Codable, Equatable, Sendable, Ranked {
  package var title: String

  /// At most two letters, for the head of a column.
  package var short: String
  package var section: Identifier<ScoringModel.Section>

  /// The values that may be given.
  package var scale: [Exact: ScalePoint]

  /// What the scale measures and which way it points.
  package var meaning: String?
  package var rank: String?

  package init(
    title: String, short: String, section: Identifier<ScoringModel.Section>,
    scale: [Exact: ScalePoint], rank: String? = nil
  ) {
    self.title = title
    self.short = short
    self.section = section
    self.scale = scale
    self.rank = rank
  }
}

/// One value of a scale.
package struct ScalePoint: Codable, Equatable, Sendable {
  /// The key that gives the value: `5` for 0.5.
  package var key: String

  /// The wording that tells when the value applies; `nil` where none is published.
  package var anchor: String?

  package init(key: String, anchor: String? = nil) {
    self.key = key
    self.anchor = anchor
  }
}
