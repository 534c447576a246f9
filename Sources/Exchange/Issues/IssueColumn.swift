/// A column of a sheet of issues, in the order in which they are written.
enum IssueColumn: Int, CaseIterable {
  case id, title, text, theme, goldenThemes, standsAlone, area, stage, sourcePartner, raised
  case marking, notes, context, basis, agency, scored, model, modelVersion

  /// What heads the column.
  var heading: String {
    switch self {
    case .id: "ID"
    case .title: "Title"
    case .text: "Text"
    case .theme: "Theme"
    case .goldenThemes: "Golden themes"
    case .standsAlone: "Stands alone"
    case .area: "Area"
    case .stage: "Stage"
    case .sourcePartner: "Source partner"
    case .raised: "Raised"
    case .marking: "Marking"
    case .notes: "Notes"
    case .context: "Context"
    case .basis: "Basis"
    case .agency: "Scored by"
    case .scored: "Scored on"
    case .model: "Model"
    case .modelVersion: "Model version"
    }
  }

  /// Whether the cell tells something of the whole issue, not of the row's scorecard.
  var isOfIssue: Bool {
    switch self {
    case .id, .context, .basis, .agency, .scored, .model, .modelVersion: false
    default: true
    }
  }

  /// The column that a heading means, as people write it; `nil` when it means none.
  init?(heading: String) {
    guard let column = IssueColumn.byKey[IssueColumn.key(heading)] else { return nil }
    self = column
  }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { column in
      ([column.heading] + column.synonyms).map { (key($0), column) }
    })

  /// What else people call the column.
  private var synonyms: [String] {
    switch self {
    case .id: ["issue id", "identifier"]
    case .title: ["issue", "issues", "threat", "threats", "issue title", "name", "thematic area"]
    case .text: ["description", "details", "summary"]
    case .theme: ["themes", "category"]
    case .goldenThemes: ["golden theme"]
    case .standsAlone: ["stand alone", "standing alone"]
    case .area: ["areas", "priority area"]
    case .stage: []
    case .sourcePartner: ["source agency", "raised by", "agency", "partner"]
    case .raised: ["raised on", "date raised"]
    case .marking: ["classification"]
    case .notes: ["note", "comment", "comments"]
    case .context: ["place", "period", "place or period", "block"]
    case .basis: []
    case .agency: ["scoring agency"]
    case .scored: ["date scored", "score date"]
    case .model: ["scoring model"]
    case .modelVersion: []
    }
  }

  /// What headings are compared by: their letters and digits, in lower case.
  static func key(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
