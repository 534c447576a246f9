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

  /// What an empty list says: that there is nothing, or only that nothing of it is public.
  func emptiness(_ text: String) -> String {
    audience == .public ? "Nothing of this is public." : text
  }
}
