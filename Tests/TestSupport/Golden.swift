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
  let golden = Golden(name)
  if Golden.isRecording {
    try golden.record(canvas)
    Issue.record("Recorded \(name): look at it before you keep it.", sourceLocation: sourceLocation)
  } else if let difference = golden.difference(from: canvas) {
    Issue.record("\(difference)", sourceLocation: sourceLocation)
  }
}

/// A picture of a screen that is kept.
package struct Golden {
  private let name: String
  private let file: URL

  /// Whether pictures are to be written anew.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil
  }

  package init(_ name: String) {
    self.name = name
    file = House.root.appending(path: "Tests/WorkspaceTests/Goldens/\(name).screen")
  }

  package func record(_ canvas: Canvas) throws {
    try Golden.picture(of: canvas).write(to: file, atomically: true, encoding: .utf8)
  }

  /// What differs from the kept picture, with both; `nil` when nothing does.
  package func difference(from canvas: Canvas) -> String? {
    let found = Golden.picture(of: canvas)
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? "nothing is kept\n"
    return kept == found ? nil : "\(name) looks different. It was:\n\(kept)\nIt is:\n\(found)"
  }

  /// A canvas as text: rows between bars, then one style letter a cell, then the cursor.
  private static func picture(of canvas: Canvas) -> String {
    let line = String(repeating: "-", count: canvas.size.width + 2)
    let cursor = canvas.cursor.map { "cursor \($0.x) \($0.y)" } ?? "no cursor"
    return
      (canvas.picture.map { "|\($0)|" } + [line] + canvas.stylePicture.map { "|\($0)|" }
      + [line, cursor]).joined(separator: "\n") + "\n"
  }
}
