import Foundation
package import Screen
package import Testing

/// Compares a screen with the picture that is kept of it: text, style and cursor.
///
/// With `RECORD_SCREENS=1` the picture is written anew, and the run fails: a recorded picture is
/// looked at before it is kept.
package func expectScreen(
  _ canvas: Canvas, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = House.root.appending(path: "Tests/WorkspaceTests/Goldens/\(name).screen")
  let found = picture(of: canvas)
  if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
    try found.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name): look at it before you keep it.", sourceLocation: sourceLocation)
    return
  }
  let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  if kept != found {
    Issue.record(
      "\(name) looks different. It was:\n\(kept)\nIt is:\n\(found)", sourceLocation: sourceLocation)
  }
}

/// A canvas as text: rows between bars, then one style letter a cell, then the cursor.
package func picture(of canvas: Canvas) -> String {
  let line = String(repeating: "-", count: canvas.size.width + 2)
  let cursor = canvas.cursor.map { "cursor \($0.x) \($0.y)" } ?? "no cursor"
  return
    (canvas.picture.map { "|\($0)|" } + [line] + canvas.stylePicture.map { "|\($0)|" }
    + [line, cursor]).joined(separator: "\n") + "\n"
}
