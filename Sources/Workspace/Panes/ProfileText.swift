import Domain
import Screen

/// A local profile as one text for an editor: six headings, and what stands under each.
enum ProfileText {
  /// The parts of a profile in the order in which they are written.
  static var parts: [(title: String, field: WritableKeyPath<Area.Profile, String?>)] {
    [
      ("Who", \.who), ("How", \.how), ("What", \.what), ("Locations", \.locations),
      ("Vulnerabilities", \.vulnerabilities), ("Narrative", \.narrative),
    ]
  }

  /// How the line begins that says what the text is.
  private static let opening = "<!-- The local profile of"

  /// The text that is opened.
  static func text(of profile: Area.Profile, title: String) -> String {
    "\(opening) \(title.cut(to: 60)). Write under the headings; an empty part is left out. -->\n"
      + parts.map { "\n# \($0.title)\n\(profile[keyPath: $0.field].map { $0 + "\n" } ?? "")" }
      .joined()
  }

  /// Reads the text back.
  ///
  /// Nothing written is lost: what stands before the first heading belongs to the narrative, and a
  /// heading that is none of the six belongs to the part it stands in.
  static func profile(from text: String) -> Area.Profile {
    var sections: [String: [Substring]] = [:]
    var current = "Narrative"
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    if lines.first?.hasPrefix(opening) == true { lines = lines.dropFirst() }
    for line in lines {
      let title = line.hasPrefix("# ") ? String(line.dropFirst(2)).trimmed.folded : nil
      if let part = parts.first(where: { $0.title.folded == title }) {
        current = part.title
      } else {
        sections[current, default: []].append(line)
      }
    }
    var profile = Area.Profile()
    for part in parts {
      let text = (sections[part.title] ?? []).joined(separator: "\n").trimmed
      profile[keyPath: part.field] = text.isEmpty ? nil : text
    }
    return profile
  }
}
