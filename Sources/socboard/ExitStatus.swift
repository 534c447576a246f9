import ArgumentParser
import Store

/// How the program ends, for the shell.
enum ExitStatus {
  static let problems = ExitCode(1)
  static let conflicts = ExitCode(2)
  static let usage = ExitCode(64)
  static let badData = ExitCode(65)
  static let cannotWrite = ExitCode(73)
  static let locked = ExitCode(75)
}

extension StoreError {
  /// The status with which a command ends that could not go on.
  var exitStatus: ExitCode {
    if case .nothingToUndo = self { return ExitStatus.problems }
    return switch category {
    case .badData: ExitStatus.badData
    case .conflict: ExitStatus.conflicts
    case .cannotWrite, .unconfirmed: ExitStatus.cannotWrite
    case .locked: ExitStatus.locked
    }
  }
}

/// Tells why a command cannot go on, on standard error, and ends it.
func refusal(_ sentence: String, _ status: ExitCode) -> ExitCode {
  Output.tell(sentence)
  return status
}

/// Does something with a board; what the store refuses ends the command with a sentence.
func answering<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as StoreError {
    throw refusal("\(error)", error.exitStatus)
  }
}
