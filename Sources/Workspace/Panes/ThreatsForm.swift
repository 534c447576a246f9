package import Domain

/// What a form of the Threats pane is for.
package enum ThreatsForm: Equatable, Sendable {
  /// To capture a threat in one line.
  case capture
  /// To do something with an issue.
  case deed(Deed, Identifier<Issue>)

  /// What is done with issues by way of a form.
  package enum Deed: String, Sendable {
    case accept, watch, merge, dismiss, stage, source, change, themes, evidence
  }

  /// The record the form is about; `nil` when it makes one.
  var record: RecordName? {
    if case .deed(_, let id) = self { RecordName(id) } else { nil }
  }

  /// The same said of another record; `nil` where it cannot be.
  func on(_ name: RecordName) -> ThreatsForm? {
    guard case .deed(let deed, _) = self else { return nil }
    return name.identifier().map { .deed(deed, $0) }
  }

  /// The command that opens the form.
  var command: Command {
    switch self {
    case .capture: .capture
    case .deed(.accept, _): .acceptThreat
    case .deed(.watch, _): .watchThreat
    case .deed(.merge, _): .mergeThreat
    case .deed(.dismiss, _): .dismissThreat
    case .deed(.stage, _): .setStage
    case .deed(.source, _): .setSource
    case .deed(.change, _): .changeThreat
    case .deed(.themes, _): .setThemes
    case .deed(.evidence, _): .addEvidence
    }
  }

  /// The fields of the record that the form shows, by their outermost names.
  var fields: Set<String> {
    switch self {
    case .capture, .deed(.evidence, _): []
    case .deed(.accept, _): ["stage", "area"]
    case .deed(.watch, _): ["stage", "watchUntil"]
    case .deed(.merge, _): ["stage", "mergedInto"]
    case .deed(.dismiss, _): ["stage", "dismissReason"]
    case .deed(.stage, _): ["stage"]
    case .deed(.source, _): ["sourcePartner", "sourceMeeting"]
    case .deed(.change, _):
      ["title", "area", "raised", "sourcePartner", "sourceMeeting", "marking"]
    case .deed(.themes, _): ["theme", "goldenThemes", "standsAlone"]
    }
  }

  /// Whether a field that nobody touched is left as the board has it.
  var writesOnlyChanges: Bool {
    switch self {
    case .deed(.source, _), .deed(.change, _), .deed(.themes, _): true
    default: false
    }
  }
}

/// What the forms of the Threats pane ask for.
enum ThreatsField: String {
  case threat = "Threat"
  case area = "Area"
  case until = "Until"
  case into = "Into"
  case reason = "Reason"
  case stage = "Stage"
  case source = "Raised by"
  case meeting = "At meeting"
  case title = "Title"
  case raised = "Raised"
  case marking = "Marking"
  case theme = "Theme"
  case golden = "Golden themes"
  case alone = "Stands alone"
  case text = "What supports it"
  case origin = "From"
  case on = "On"
}

extension Form {
  /// The place of a field; `nil` where the form does not ask for it.
  func row(of field: ThreatsField) -> Int? {
    fields.firstIndex { $0.label == field.rawValue }
  }

  /// The place of a field in which something was changed.
  func changedRow(of field: ThreatsField) -> Int? {
    row(of: field).flatMap { fields[$0].isChanged ? $0 : nil }
  }

  /// What was typed in a field; empty where the form has none.
  func text(of field: ThreatsField) -> String { row(of: field).map { fields[$0].text } ?? "" }

  /// What a field names; `nil` where it names nothing.
  func choice<Subject>(of field: ThreatsField) -> Identifier<Subject>? {
    row(of: field).flatMap { choice($0) }.flatMap { try? Identifier($0) }
  }
}
