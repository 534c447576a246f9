/// What is fed with bytes nobody has thought of.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A JSON text, read and written again.
  case json

  /// Two states of a record and what both started from, merged.
  case merge

  /// Lines of logs, read, folded and led back.
  case log

  /// What is wrong with what the program makes of some bytes; `nil` when all is well.
  ///
  /// A trap is the other way to say that something is wrong.
  package func flaw(in bytes: [UInt8]) -> String? {
    switch self {
    case .json: JSONLaws.flaw(in: bytes)
    case .merge: MergeLaws(bytes)?.flaw
    case .log: LogLaws.flaw(in: bytes)
    }
  }
}
