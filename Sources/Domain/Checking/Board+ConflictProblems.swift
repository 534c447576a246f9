import JSON

extension Board {
  /// The conflicts as they are listed: each with the value that stands, and one that does not.
  package var conflictProblems: [Problem] {
    conflicts.flatMap { contested in
      let document = value(of: contested.record) ?? .object(Object())
      return contested.conflicts.map { conflict in
        let standing = conflict.standing(in: document)
        // A later conflict of the field may have put another value in its place.
        let version = contested.versions(of: conflict.field).first { $0.value == standing }
        let stands = version?.sentence ?? EditRefusal.shown(standing)
        let lost = conflict.other.value == standing ? conflict.kept : conflict.other
        return Problem(
          file: contested.record.path, field: conflict.field,
          what: "has two values: \(stands) stands, \(lost.sentence) does not",
          remedy: "Settle it on the screen, with c.")
      }
    }
  }
}

extension Board.Contested {
  /// Every version of a field that some conflict tells of, those that were kept first.
  fileprivate func versions(of field: String) -> [FieldConflict.Version] {
    let conflicts = conflicts.filter { $0.field == field }
    return conflicts.map(\.kept) + conflicts.map(\.other)
  }
}

extension FieldConflict.Version {
  fileprivate var sentence: String { "\(EditRefusal.shown(value)) of \(by)" }
}
