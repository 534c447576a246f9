/// How the place of a field is told to a person: `milestones.m1.due`.
enum FieldPath {
  static func shown(_ path: [String], whole: String) -> String {
    path.isEmpty ? whole : path.map(shown).joined(separator: ".")
  }

  /// Keys come from files, and a message ends in a terminal.
  private static func shown(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default:
        false
      }
    }
    return isPlain && !key.isEmpty ? key : Value.string(key).compactText
  }
}
