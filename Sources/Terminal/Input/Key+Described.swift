import CNcurses
import Screen

extension Key {
  /// The sequences that the description of this terminal gives to keys.
  static func described() -> [[UInt8]: Key] {
    var names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    for number in 1...12 { names.append(("kf\(number)", .function(number))) }
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let text = cn_capability(name) else { continue }
      let sequence = Array(String(cString: text).utf8)
      if sequence.count > 1, sequence[0] == 0x1B { keys[sequence] = key }
    }
    return keys
  }
}
