package import JSON

extension PersonalData {
  /// A piece of a record that looks as if it told who somebody is.
  package struct Occurrence: Hashable, Sendable {
    package let record: RecordName

    /// The field, as names joined by dots.
    package let field: String
    package let suspicion: Suspicion

    /// What it is, as the rest of a sentence about the field.
    package var words: String { "“\(suspicion.piece)” looks like \(suspicion.kind.rawValue)" }
  }

  /// What to do about an occurrence, as a sentence.
  package static let remedy = "Say it by role instead, or keep it where it must be known."

  /// Everything that looks so in a value that stands somewhere in a record.
  ///
  /// Who wrote, and the logins by which the board knows its own people, are not looked at.
  package static func occurrences(
    in value: Value?, at path: [String], of record: RecordName
  ) -> [Occurrence] {
    if let last = path.last, ["login", "by", "created", "updated", "deleted"].contains(last) {
      return []
    }
    switch value {
    case .string(let text)?:
      if path == ["source"], text.hasPrefix("entered by ") { return [] }
      return suspicions(in: text).map {
        Occurrence(record: record, field: path.joined(separator: "."), suspicion: $0)
      }
    case .object(let object)?:
      return object.flatMap { occurrences(in: $1, at: path + [$0], of: record) }
    case .array(let items)?: return items.flatMap { occurrences(in: $0, at: path, of: record) }
    default: return []
    }
  }
}

extension Edit {
  /// Everything the edit writes that looks as if it told who somebody is, and did not stand there.
  package var personalData: [PersonalData.Occurrence] {
    changes.flatMap { change in
      let former = PersonalData.occurrences(in: change.old, at: change.path, of: record)
      return PersonalData.occurrences(in: change.new, at: change.path, of: record)
        .filter { !former.contains($0) }
    }
  }
}

extension Board {
  /// Everything on the board that looks as if it told who somebody is, record by record.
  package var personalData: [PersonalData.Occurrence] {
    Kind.allCases.flatMap { names(of: $0) }.flatMap { name in
      PersonalData.occurrences(in: value(of: name), at: [], of: name)
    }
  }
}
