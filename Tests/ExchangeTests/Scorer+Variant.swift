import Domain
import JSON

extension Scorer {
  /// A model with other sections, scales and formulas than the shipped one.
  ///
  /// `column` stands for the section Work in the headers of a sheet.
  static func variant(column: String = "work") throws -> Scorer {
    let scale = #"{"1": {"key": "1"}, "2": {"key": "2"}, "3": {"key": "3"}}"#
    let text = """
      {"title": "Variant", "version": "1", "multipliers": {},
      "sections": {
        "work": {"title": "Work", "short": "W", "rank": "1", "column": "\(column)"},
        "wish": {"title": "Wish", "short": "V", "rank": "2"}},
      "criteria": {
        "need": {"title": "Need", "short": "N", "section": "wish", "scale": \(scale)},
        "reach": {"title": "Reach", "short": "R", "section": "wish", "scale": \(scale)},
        "effort": {"title": "Effort", "short": "E", "section": "work", "scale": \(scale)}},
      "formula": {"risk": "wish + 1", "grading": "wish + 1 + work"}}
      """
    let record = try Document(parsing: Array(text.utf8)).decode { decoder in
      try Record<ScoringModel>(id: "variant", from: decoder)
    }
    return try Scorer(record)
  }
}
