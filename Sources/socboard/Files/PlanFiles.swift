import Domain
import Exchange
import Store
import Workspace

/// Files with plans, which a person names.
struct PlanFiles {
  let surroundings: Surroundings

  /// The most bytes that a sheet may have: 32 MiB.
  private static let limit = 1 << 25

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

  /// Reads a sheet, and what it would do to a board; `-` is standard input.
  ///
  /// - Throws: ``SheetProblems``, or `ByteFile.Failure` where there is nothing to read.
  func preview(
    of path: String, into board: Board, _ intake: PlanIntake, today: CalendarDate, stamp: Stamp
  ) throws -> PlanPreview {
    var names = IdentifierSource(seed: Surroundings.current().seed)
    var plan = try PlanImport(
      table(path), into: board, intake, today: today, stamp: stamp, newName: { names.next() })
    return plan.preview()
  }

  private func table(_ path: String) throws -> CSVTable {
    let bytes = try ByteFile(path: path).read(atMost: PlanFiles.limit + 1)
    let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init)
    guard bytes.count <= PlanFiles.limit else {
      throw SheetProblems(
        Problem(
          file: name ?? path, what: "has more than 32 MiB",
          remedy: "Split the sheet into several."))
    }
    return try CSVTable(parsing: bytes, file: name ?? path)
  }
}
