import Domain
import Store

extension TemporaryFolder {
  /// What a check finds wrong; that the records of a small board have no marking does not count.
  func problems() throws -> [Problem] {
    try board.check().problems.filter { $0.field != "marking" }
  }
}
