import Domain

/// A local profile as one text for an editor: six headings, and what stands under each.
enum ProfileText {
  /// The parts of a profile in the order in which they are written.
  static var parts: [(title: String, field: WritableKeyPath<Area.Profile, String?>)] {
    [
      ("Who", \.who), ("How", \.how), ("What", \.what), ("Locations", \.locations),
      ("Vulnerabilities", \.vulnerabilities), ("Narrative", \.narrative),
    ]
  }

  /// The text that is opened.
  static func text(of profile: Area.Profile, title: String) -> String {
    "<!-- The local profile of \(title). Write under the headings; an empty part is left out. -->\n"
      + parts.map { "\n# \($0.title)\n\(profile[keyPath: $0.field].map { $0 + "\n" } ?? "")" }
      .joined()
  }

  /// Reads the text back.
  ///
  /// Nothing written is lost: text before the first heading and under a heading that is not one of
  /// the six belongs to the narrative.
  static func profile(from text: String) -> Area.Profile {
    var sections: [String: [Substring]] = [:]
    var current = "Narrative"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- The local profile of"), line.hasSuffix("-->") { continue }
      if line.hasPrefix("# ") {
        let title = String(line.dropFirst(2)).trimmed
        if let part = parts.first(where: { $0.title.folded == title.folded }) {
          current = part.title
          continue
        }
        current = "Narrative"
      }
      sections[current, default: []].append(line)
    }
    var profile = Area.Profile()
    for part in parts {
      let text = (sections[part.title] ?? []).joined(separator: "\n").trimmed
      profile[keyPath: part.field] = text.isEmpty ? nil : text
    }
    return profile
  }
}
