extension Board.Contested {
  /// The conflicts as they are listed: each with its two values.
  package var problems: [Problem] {
    conflicts.map { conflict in
      Problem(
        file: record.path, field: conflict.field,
        what:
          "has two values: \(conflict.kept.sentence) stands, \(conflict.other.sentence) does not",
        remedy: "Settle it on the screen, with c.")
    }
  }
}

extension FieldConflict.Version {
  fileprivate var sentence: String { "\(EditRefusal.shown(value)) of \(by)" }
}
