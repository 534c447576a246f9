import Domain
import Foundation
import TestSupport

/// Writes the generated register as a board that a person can open: `make register`.
enum RegisterBoard {
  /// What this program is called with to write it, before the folder.
  static let writeOnly = "--write-register"

  /// Writes it to a folder that is not there yet.
  static func write(to folder: String) throws {
    let place = URL(filePath: folder)
    guard !FileManager.default.fileExists(atPath: place.path) else {
      throw Failure("\(folder) is there already.")
    }
    try Board.generatedRegister().write(to: place)
    print("\(folder): 106 issues in 11 themes, generated; none is an assessment.")
  }
}
