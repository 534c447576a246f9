import Domain
import Screen

extension WorkspaceState {
  /// What line 1 says while only what is public is shown.
  static let publicViewTitle = "PUBLIC VIEW"

  /// Says in place of a pane why nothing is shown.
  func drawNothing(on canvas: inout Canvas) {
    let inside = canvas.box(body, title: "Nothing is public")
    let lines = (whyNothingIsShown ?? "").wrapped(to: max(8, inside.width - 2))
    for (row, line) in lines.prefix(inside.height).enumerated() {
      canvas.write(line, x: inside.x + 1, y: inside.y + row, in: inside, style: .warning)
    }
    canvas.cursor = Position(x: inside.x, y: inside.y)
  }

  /// Whether something may be said to be missing.
  ///
  /// To the public it may not: what seems to be missing may be withheld.
  var tellsAbsence: Bool { audience == .board }

  /// What is said where something is missing; to the public a dot.
  func missing(_ text: String, style: Style = .warning) -> TextLine {
    tellsAbsence ? TextLine(text, style: style) : TextLine(".", style: .faint)
  }

  /// What an action lacks; to the public nothing that a withheld partner might supply.
  func shortcomings(of action: Record<Action>) -> [Shortcoming] {
    board.shortcomings(of: action, today: today).filter {
      tellsAbsence || ![.noLead, .noOwner].contains($0.kind)
    }
  }

  /// What an empty list says: that there is nothing, or only that nothing of it is public.
  func emptiness(_ text: String) -> String {
    audience == .public ? "Nothing of this is public." : text
  }
}
