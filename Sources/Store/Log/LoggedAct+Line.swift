import Domain
import JSON

extension LoggedAct {
  /// The bytes of the act's line, without the line break.
  var line: [UInt8] { Array(value.compactText.utf8) }
}
