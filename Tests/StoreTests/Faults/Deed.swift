import Domain
import JSON

/// An act that the hammer does once, and what a board is like when it is done.
enum Deed: CaseIterable {
  /// A field of one record.
  case one

  /// A field each of two records.
  case pair

  /// A record that is made, and a field of another.
  case making

  static let writer = "ada@desk"

  /// The hammer's arguments.
  func arguments(on folder: TemporaryFolder) -> [String] {
    switch self {
    case .one: ["count", folder.path, Deed.writer, "0", "1", "single"]
    case .pair: ["count", folder.path, Deed.writer, "0", "1"]
    case .making: ["make", folder.path, Deed.writer]
    }
  }

  /// Whether each of the records shows it.
  func isDone(in audit: Audit) -> [Bool] {
    switch self {
    case .one: [audit.count(of: Deed.writer, in: .drugs) == 1]
    case .pair: [RecordName.drugs, .cse].map { audit.count(of: Deed.writer, in: $0) == 1 }
    case .making:
      [
        audit.documents[SaveTests.decision] != nil,
        audit.documents[.drugs]?["title"] == "Drug supply",
      ]
    }
  }

  /// What is wrong with a board by what its writer was told, when the next save has been made; the
  /// answer is `nil` when the hammer could give none.
  func mistakes(after answer: String?, in audit: Audit) -> [String] {
    let done = isDone(in: audit)
    switch answer {
    case "saved", "unconfirmed", "unfinished":
      return done.contains(false) ? ["\(answer ?? "") is not there"] : []
    case "refused": return done.contains(true) ? ["what was refused is there"] : []
    default: return Set(done).count > 1 ? ["half of an act is there"] : []
    }
  }
}
