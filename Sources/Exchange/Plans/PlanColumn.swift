/// A column of a plan's sheet, in the order in which they are written.
enum PlanColumn: String, CaseIterable {
  case id, area, p, phase, recommendation, lead, milestone, due, done, ownership, agreed, declined
  case review, status, reason, outcome, marking, notes

  /// What heads the column.
  var title: String {
    switch self {
    case .id: "ID"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// Whether the cell tells something of the row's milestone, not of the whole action.
  var isOfMilestone: Bool { self == .milestone || self == .due || self == .done }

  /// The column that a heading means, as people write it; `nil` when it means none.
  init?(heading: String) {
    let key = PlanColumn.key(heading)
    let column = PlanColumn.allCases.first { $0.keys.contains(key) }
    guard let column else { return nil }
    self = column
  }

  /// What else people call the column.
  private var synonyms: [String] {
    switch self {
    case .id: ["action id", "identifier"]
    case .area: ["areas", "priority area"]
    case .p: ["ps", "4p", "4ps", "strand"]
    case .phase: []
    case .recommendation: ["recommendations", "action", "actions"]
    case .lead: ["lead agency", "lead partner", "lead owner"]
    case .milestone: ["milestones"]
    case .due: ["due date", "deadline", "by when", "milestone date"]
    case .done: ["done on", "completed", "completed on"]
    case .ownership: ["owner", "owners", "partners", "agencies"]
    case .agreed: ["agreed by"]
    case .declined: ["not agreed", "declined by"]
    case .review: ["review date", "next review"]
    case .status: ["brag", "rag", "brag status", "rag status"]
    case .reason: ["status reason", "reason for status"]
    case .outcome: ["outcomes"]
    case .marking: ["classification"]
    case .notes: ["note", "comment", "comments"]
    }
  }

  private var keys: [String] { [rawValue] + synonyms.map(PlanColumn.key) }

  /// What headings are compared by: their letters and digits, in lower case.
  private static func key(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
