package import JSON

extension Board {
  /// A field of a record as a person calls it: a criterion by its title, else in words.
  ///
  /// The field is given as names from the outside in; the board need not know the record.
  package func title(of field: [String], in record: RecordName) -> String {
    var names: [String] = []
    for (list, name) in zip([""] + field, field) where !Board.listsOfUnnamed.contains(list) {
      names.append(title(ofEntry: name, in: list, of: record) ?? name.asWords)
    }
    if field.first == "values", names.count > 1 {
      // The value of a criterion is all that one means by the criterion.
      names.removeFirst()
      if names.last == "value" { names.removeLast() }
    }
    if field.first == "multipliers", names.count > 1 {
      names.replaceSubrange(0...1, with: ["multiplier of \(field[1])"])
      if names.last == "value" { names.removeLast() }
    }
    return names.joined(separator: ": ")
  }

  /// The lists whose keys name nothing but their entries.
  private static let listsOfUnnamed: Set<String> = [
    "agenda", "attendance", "blocks", "disruptions", "evidence", "lineage", "milestones", "moves",
    "nominations", "reminders", "reviews", "statusHistory", "updates",
  ]

  /// What an entry of a list is called, where its key names something else; `nil` where not.
  private func title(ofEntry key: String, in list: String, of record: RecordName) -> String? {
    switch list {
    case "values":
      let card = (try? Identifier<Scorecard>(record.id)).flatMap { self[$0] }
      guard let model = card?.model ?? settings.model, let id = try? Identifier<Criterion>(key)
      else { return nil }
      return self[model]?.criteria[id]?.title.lowercased()
    case "criteria":
      let model = (try? Identifier<ScoringModel>(record.id)).flatMap { self[$0] }
      return (try? Identifier(key)).flatMap { model?.criteria[$0]?.title.lowercased() }
    case "ratings":
      return (try? Identifier(key)).flatMap { settings.reviewCriteria[$0]?.title.lowercased() }
    case "owners", "invitations": return title(of: key, as: .partner)
    case "impact": return title(of: key, as: .area)
    case "roles":
      let partner = (try? Identifier<Partner>(record.id)).flatMap { self[$0] }
      return (try? Identifier(key)).flatMap { partner?.roles[$0]?.role } ?? "a role"
    case "cuts": return title(of: key, as: .model)
    default: return nil
    }
  }

  /// What a record is called, by the name that a field holds.
  private func title(of name: String, as kind: Kind) -> String? {
    (try? Identifier<Never>(name)).flatMap { title(of: RecordName(kind: kind, id: $0)) }
  }
}

// MARK: Values

extension Board {
  /// A value as a person reads it, in a line; `nil` is nothing.
  ///
  /// What it stands for follows from the field that holds it, given as names from the outside in.
  package func words(for value: Value?, in field: [String], of record: RecordName) -> String {
    switch value {
    case nil, .null?: return "nothing"
    case .bool(let isTrue)?: return isTrue ? "yes" : "no"
    case .number?: return value?.compactText ?? "nothing"
    case .string(let text)?:
      return words(for: text, in: field.last ?? "", of: record.kind).asOneLine
    case .array(let items)?:
      let parts = items.map { words(for: $0, in: field, of: record) }
      return parts.isEmpty ? "nothing" : parts.joined(separator: ", ").asOneLine
    case .object(let entry)?:
      // Its value stands for an entry that has one; the others tell their fields.
      let own = entry["value"].map { [words(for: $0, in: field, of: record)] } ?? []
      let others = entry.keys.filter { $0 != "value" && $0 != "rank" }.map { key in
        "\(key.asWords) \(words(for: entry[key], in: field + [key], of: record))"
      }
      let parts = own + others
      return parts.isEmpty ? "there" : parts.joined(separator: ", ").asOneLine
    }
  }

  /// What a text stands for: the record or list entry that it names, a date, or itself.
  private func words(for text: String, in field: String, of kind: Kind) -> String {
    // A version is a name, even where it looks like a month.
    if field == "version" || field.hasSuffix("Version") { return text }
    if let entry = titleOfEntry(text, in: field) { return entry }
    if let kind = Board.kind(namedBy: field, of: kind) { return title(of: text, as: kind) ?? text }
    return RecordName(text).flatMap { title(of: $0) } ?? CalendarDate(text)?.words ?? text
  }

  /// What an entry of the board's own lists is called, by the name that a field holds.
  private func titleOfEntry(_ text: String, in field: String) -> String? {
    switch field {
    case "marking": (try? Identifier(text)).flatMap { settings.markings[$0]?.title }
    case "theme": (try? Identifier(text)).flatMap { settings.themes[$0]?.title }
    case "goldenThemes": (try? Identifier(text)).flatMap { settings.goldenThemes[$0]?.title }
    case "context": (try? Identifier(text)).flatMap { settings.contexts[$0]?.title }
    case "p": ps.first { $0.id.text == text }?.title
    default: nil
    }
  }

  /// The kind of record that a field names; `nil` for any other field.
  private static func kind(namedBy field: String, of kind: Kind) -> Kind? {
    switch (kind, field) {
    case (.request, "from"), (.request, "to"), (.issue, "sourcePartner"): .partner
    case (_, "agency"), (_, "lead"), (_, "members"), (_, "owner"), (_, "parent"), (_, "partner"),
      (_, "respondent"):
      .partner
    case (.area, "from"), (_, "area"), (_, "areas"): .area
    case (_, "decision") where kind != .request: .decision
    case (_, "escalatedTo"), (_, "meeting"), (_, "origin"), (_, "sourceMeeting"): .meeting
    case (_, "issue"), (_, "mergedInto"), (_, "raisedIssue"): .issue
    case (_, "agreement"): .agreement
    case (_, "blockedBy"): .request
    case (_, "model"), (_, "formerOf"): .model
    case (_, "round"): .round
    case (_, "sourceResponse"): .response
    case (_, "supersedes"): .action
    default: nil
    }
  }
}

extension String {
  /// A field's name as words: `lawfulBasis` reads “lawful basis”.
  fileprivate var asWords: String {
    reduce(into: "") { text, character in
      if character.isUppercase, !text.isEmpty { text += " " }
      text += character == "-" ? " " : character.lowercased()
    }
  }

  /// The beginning of a text, without line breaks, as it fits into a sentence.
  fileprivate var asOneLine: String {
    let line = map { $0.isNewline ? " " : $0 }
    return String(line.count > 60 ? line.prefix(59) + "…" : line[...])
  }

  /// The same of what is left of a text without its first characters.
  func asOneLine(from place: Int) -> String {
    let rest = String(dropFirst(place)).asOneLine
    return place > 0 ? "…\(rest)" : rest
  }

  /// How many characters a text has in common with another one before they differ, but for the last
  /// few, which show the place.
  func beginningOfDifference(from other: String) -> Int {
    max(0, zip(self, other).prefix { $0 == $1 }.count - 20)
  }
}
