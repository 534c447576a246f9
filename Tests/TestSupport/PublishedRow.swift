package import Domain
import Testing

/// One of the twelve published rows, as it stands in `data/morile-illustration.csv`.
package struct PublishedRow {
  package let block: Int
  package let theme: String
  private let cells: [String: String]

  /// All rows of the file.
  package static func all() throws -> [PublishedRow] {
    let lines = try House.text("data/morile-illustration.csv").split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst().map { line in
      let values = line.split(separator: ",").map(String.init)
      try #require(values.count == names.count)
      return try PublishedRow(Dictionary(uniqueKeysWithValues: zip(names, values)))
    }
  }

  private init(_ cells: [String: String]) throws {
    self.cells = cells
    block = try #require(cells["block"].flatMap { Int($0) })
    theme = try #require(cells["thematic_area"])
  }

  /// A figure by the name of its column.
  package func figure(_ column: String) throws -> Exact {
    try #require(cells[column].flatMap { Exact($0) })
  }

  /// The inputs in the order of a scorer's criteria.
  package func inputs(of scorer: Scorer) throws -> [Exact?] {
    let columns = ["expectation": "public_expectation", "economic": "org_economic"]
    return try scorer.criteria.map { try figure(columns[$0.id.text] ?? $0.id.text) }
  }

  /// The issue of the shipped board that stands for the theme.
  package var issue: Identifier<Domain.Issue> {
    get throws {
      let issues: [String: Identifier<Domain.Issue>] = [
        "Dwelling Burglary": "dwelling-burglary", "Aggravated Burglary": "aggravated-burglary",
        "Modern Slavery": "modern-slavery-illustration", "CSE": "cse",
      ]
      return try #require(issues[theme])
    }
  }
}
