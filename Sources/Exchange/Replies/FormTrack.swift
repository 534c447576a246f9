/// Follows the words of a form that was sent, however its lines were broken since.
struct FormTrack {
  private let words: [String]
  private var places: [String: [Int]] = [:]
  private var next = 0

  init(_ lines: [String]) {
    words = lines.filter { FormMarker.count(in: $0) == 0 }.flatMap { FormMarker.words(in: $0) }
    for start in words.indices.dropLast(2) {
      places[words[start...(start + 2)].joined(separator: " "), default: []].append(start)
    }
  }

  /// Whether a line is one of the form's: it goes on where the last one ended, or is long enough to
  /// be found elsewhere in it.
  mutating func takes(_ line: Substring) -> Bool {
    guard !words.isEmpty else { return false }
    let found = FormMarker.words(in: line)
    guard !found.isEmpty else { return line.allSatisfy { $0.isWhitespace } }
    if words[min(next, words.count)...].starts(with: found) {
      next += found.count
      return true
    }
    guard found.count >= 3 else { return false }
    let key = found[0...2].joined(separator: " ")
    guard let start = places[key]?.first(where: { words[$0...].starts(with: found) }) else {
      return false
    }
    next = start + found.count
    return true
  }
}
