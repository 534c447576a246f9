import Foundation
import TestSupport
import Testing

/// What a board survives: programs that are killed, calls that fail, power that fails, full disks,
/// and many people at once.
///
/// Each harness says what it has counted in one line. `make test` runs them short; `make test-faults`
/// sets `FAULTS` to how many times as long they are to run.
@Suite(.serialized) struct FaultTests {
  /// How many times as long as in `make test` a harness runs.
  static let factor = max(1, ProcessInfo.processInfo.environment["FAULTS"].flatMap { Int($0) } ?? 1)

  /// Says what a harness has counted.
  static func report(_ line: String) { print("  \(line)") }
}
