import Domain
import Exchange

/// A file with a sheet, which a person names; behind the screen `-` is a file, else it is standard
/// input.
struct SheetFile {
  let path: String

  /// Whether the terminal is the screen's, so that only plain files are read.
  var isOnScreen = false

  /// Whether rows with too few or too many cells are kept, to be refused one by one.
  var keepsRagged = false

  /// The most bytes that a sheet may have: 32 MiB.
  private static let limit = 1 << 25

  /// Reads the sheet.
  ///
  /// - Throws: ``SheetProblems``, or `ByteFile.Failure` where there is nothing to read.
  func table() throws -> CSVTable {
    let file = ByteFile(path: path)
    let limit = SheetFile.limit + 1
    let bytes = isOnScreen ? try file.readPlain(atMost: limit) : try file.read(atMost: limit)
    let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init)
    guard bytes.count <= SheetFile.limit else {
      throw SheetProblems(
        Problem(
          file: name ?? path, what: "has more than 32 MiB",
          remedy: "Split the sheet into several."))
    }
    return try CSVTable(parsing: bytes, file: name ?? path, keepsRagged: keepsRagged)
  }
}
