import Domain
import Exchange
import Store
import Workspace

/// Files with registers and sheets of issues, which a person names.
struct RegisterFiles {
  let surroundings: Surroundings

  /// Whether the terminal is the screen's, so that only plain files are read.
  var isOnScreen = false

  /// Writes a register to a file.
  ///
  /// - Parameters:
  ///   - extract: What of the register.
  ///   - board: The board.
  ///   - asAt: The day as at which the board is told.
  ///   - path: The file.
  /// - Returns: What could not be done, as a sentence; `nil` when it was.
  func write(
    _ extract: RegisterExtract, of board: Board, asAt: CalendarDate, to path: String
  ) -> String? {
    do {
      let report = try RegisterReport(
        of: board, in: extract.context, by: extract.order, for: extract.audience, asAt: asAt)
      try ByteFile(path: path).place(report.file(as: extract.format), replacing: false)
      return nil
    } catch let failure as ByteFile.Failure where failure.isThereAlready {
      return "\(path) is there already: give another name."
    } catch {
      return "\(error)"
    }
  }

  /// Reads a sheet of issues, and what it would do to a board.
  ///
  /// - Throws: ``SheetProblems``, or `ByteFile.Failure` where there is nothing to read.
  func preview(
    of path: String, into board: Board, _ intake: IssueIntake, today: CalendarDate, stamp: Stamp,
    names: IdentifierSource
  ) throws -> IssuePreview {
    var names = names
    var sheet = try IssueImport(
      try SheetFile(path: path, isOnScreen: isOnScreen, keepsRagged: true).table(), into: board,
      intake, today: today, stamp: stamp, newName: { names.next() })
    return sheet.preview()
  }
}
