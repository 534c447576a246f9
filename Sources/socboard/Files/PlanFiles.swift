import Domain
import Exchange
import Store
import Workspace

/// Files with plans, which a person names.
struct PlanFiles {
  let surroundings: Surroundings

  /// Whether the terminal is the screen's, so that only plain files are read.
  var isOnScreen = false

  /// Writes a plan to a file.
  ///
  /// - Parameters:
  ///   - extract: What of the plan.
  ///   - board: The board.
  ///   - asAt: The day as at which the board is told.
  ///   - path: The file.
  /// - Returns: What could not be done, as a sentence; `nil` when it was.
  func write(
    _ extract: PlanExtract, of board: Board, asAt: CalendarDate, to path: String
  ) -> String? {
    let plan = Plan(of: board, area: extract.area, for: extract.audience, asAt: asAt)
    guard let plan else { return "The public is not shown that area." }
    do {
      let bytes = try plan.file(as: extract.format, stamp: surroundings.now())
      try ByteFile(path: path).place(bytes, replacing: false)
      return nil
    } catch let failure as ByteFile.Failure where failure.isThereAlready {
      return "\(path) is there already: give another name."
    } catch {
      return "\(error)"
    }
  }

  /// Reads a sheet, and what it would do to a board; behind the screen `-` is a file, else it is
  /// standard input.
  ///
  /// - Throws: ``SheetProblems``, or `ByteFile.Failure` where there is nothing to read.
  func preview(
    of path: String, into board: Board, _ intake: PlanIntake, today: CalendarDate, stamp: Stamp,
    names: IdentifierSource
  ) throws -> PlanPreview {
    var names = names
    var plan = try PlanImport(
      SheetFile(path: path, isOnScreen: isOnScreen).table(), into: board, intake, today: today,
      stamp: stamp, newName: { names.next() })
    return plan.preview()
  }
}
