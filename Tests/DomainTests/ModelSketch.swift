import Domain
import JSON
import TestSupport

/// A small scoring model, to be changed by a test.
struct ModelSketch {
  struct Criterion {
    let name: String
    let scale: [String]

    init(_ name: String, _ scale: String...) { self.init(name, list: scale) }

    init(_ name: String, list scale: [String]) {
      self.name = name
      self.scale = scale
    }
  }

  /// Sections with their criteria, in their order.
  var sections: [(name: String, criteria: [Criterion])] = [
    ("harm", [Criterion("individual", "0", "1", "8"), Criterion("community", "0", "1", "8")]),
    ("position", [Criterion("capacity", "0", "1", "2", "3")]),
  ]
  var risk = "harm"
  var grading = "harm * multiplier(position)"

  /// The multiplier table: `~` stands before an assumed value.
  var multipliers = ["0": "0.5", "1": "~0.75", "2": "~1", "3": "2"]

  /// The model as the object of its file.
  var value: Value {
    var model: Value = ["title": "A sketch", "version": "1"]
    model = model.setting(["risk": .string(risk), "grading": .string(grading)], at: ["formula"])
    for key in ["sections", "criteria", "multipliers"] {
      model = model.setting(.object(Object()), at: [key])
    }
    for (index, section) in sections.enumerated() {
      let short = section.name.prefix(1).uppercased() + section.name.dropFirst().prefix(3)
      model = model.setting(
        ["title": .string(section.name), "short": .string(short), "rank": .string("\(index)")],
        at: ["sections", section.name])
      for criterion in section.criteria { add(criterion, of: section.name, to: &model) }
    }
    for (total, entry) in multipliers {
      model = model.setting(
        [
          "value": number(entry.hasPrefix("~") ? String(entry.dropFirst()) : entry),
          "basis": entry.hasPrefix("~") ? "assumed" : "published",
        ], at: ["multipliers", total])
    }
    return model
  }

  private func add(_ criterion: Criterion, of section: String, to model: inout Value) {
    var scale = Value.object(Object())
    for (index, value) in criterion.scale.enumerated() {
      scale = scale.setting(["key": .string("\(index)")], at: [value])
    }
    model = model.setting(
      [
        "title": .string(criterion.name), "short": .string(String(criterion.name.prefix(2))),
        "section": .string(section), "scale": scale,
      ], at: ["criteria", criterion.name])
  }

  private func number(_ text: String) -> Value {
    Number(literal: text).map(Value.number) ?? .string(text)
  }

  func record() throws -> Record<ScoringModel> { try ModelSketch.record(value) }

  func scorer() throws -> Scorer { try Scorer(record()) }

  /// The model that an object of a file holds.
  static func record(_ value: Value) throws -> Record<ScoringModel> {
    try Document(parsing: value.canonicalBytes).decode { try Record(id: "sketch", from: $0) }
  }
}

extension Scorer {
  /// The score of values given by the names of their criteria; the rest is unscored.
  func score(_ values: [String: Exact]) throws -> Score? {
    try score(criteria.map { values[$0.id.text] })
  }
}
