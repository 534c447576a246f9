import Domain

/// A 4P plan as a sheet that people can fill in and send back.
///
/// A row is a milestone; an action with several has several rows, each with all that the action
/// says, so that a sheet can be sorted and filtered. Dates stand as in a file.
package struct PlanSheet {
  private let plan: Plan
  private let names: PlanNames

  package init(_ plan: Plan) {
    self.plan = plan
    names = PlanNames(of: plan.board)
  }

  /// The sheet as CSV.
  ///
  /// Where it holds anything beyond ASCII it begins with a byte order mark, without which common
  /// spreadsheets take UTF-8 for something else.
  package var text: [UInt8] {
    var writer = CSVWriter(.lineFeed)
    for column in PlanColumn.allCases { writer.write(column.title) }
    writer.endRow()
    for action in plan.actions {
      for milestone in names.milestoneRows(of: action) {
        for column in PlanColumn.allCases {
          writer.write(names.cell(column, of: action, milestone).harmless)
        }
        writer.endRow()
      }
    }
    return (writer.bytes.allSatisfy { $0 < 0x80 } ? [] : [0xEF, 0xBB, 0xBF]) + writer.bytes
  }
}

extension PlanNames {
  /// The milestones of an action, each a row of the sheet; an action without one has a row, too.
  func milestoneRows(of action: Record<Action>) -> [Action.Milestone?] {
    let milestones = action.milestones.ranked().map(\.value)
    return milestones.isEmpty ? [nil] : milestones
  }

  /// What a cell says of an action, or of one of its milestones.
  func cell(
    _ column: PlanColumn, of action: Record<Action>, _ milestone: Action.Milestone? = nil
  ) -> String {
    switch column {
    case .id: action.id.text
    case .area: action.area.map(areas.name) ?? ""
    case .p: ps.name(of: action.p)
    case .phase: action.phase.map(phases.name) ?? ""
    case .recommendation: action.recommendation
    case .lead: action.lead.map(partners.name) ?? ""
    case .milestone: milestone?.text ?? ""
    case .due: milestone?.due?.description ?? ""
    case .done: milestone?.done?.description ?? ""
    case .ownership: list(action.owners.keys)
    case .agreed: list(action.owners.filter { $0.value.agreed == .yes }.keys)
    case .declined: list(action.owners.filter { $0.value.agreed == .no }.keys)
    case .review: action.review?.description ?? ""
    case .status: action.status.map(statuses.name) ?? ""
    case .reason: action.content.reasonForStatus ?? ""
    case .outcome: action.outcome ?? ""
    case .marking: action.header.marking.map(markings.name) ?? ""
    case .notes: action.header.notes ?? ""
    }
  }

  private func list(_ partners: some Sequence<Identifier<Partner>>) -> String {
    partners.map(self.partners.name).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
      .joined(separator: "; ")
  }
}

extension Action {
  /// Why the action has its status: the reason of the last change that led to it.
  var reasonForStatus: String? {
    statusChanges.last { $0.value.status == status }?.value.reason
  }
}

extension String {
  /// The text with a mark in place of each character that steers a terminal or turns text around.
  var harmless: String {
    guard unicodeScalars.contains(where: String.isSteering) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(String.isSteering(scalar) ? "\u{FFFD}" : scalar) }
    return String(text)
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar != "\t", scalar != "\n", scalar != "\r" else { return false }
    return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
  }
}
