package import JSON

/// A record whose file and whose trail in the logs do not fit together.
package struct RecordFinding: Sendable {
  /// How they differ.
  package enum Difference: Hashable, Sendable {
    /// The file is as it was after an earlier act, `nil` before the first; the later ones are
    /// missing from it.
    case behind(RecordTrail.State?)

    /// The file is whole, but no act has made it what it is.
    case altered([FieldChange])

    /// The file cannot be read.
    case damaged(Problem)

    /// There is no file.
    case missing

    /// No log knows the record.
    case unlogged

    /// The file is as the last act left it, but the logs do not lead there.
    case unexplained
  }

  package let record: RecordName
  package let difference: Difference

  /// What the logs say; `nil` when they do not know the record.
  package let trail: RecordTrail?

  /// Whether the logs lead to what they say the record holds, so that it can be made from them.
  package let isRebuildable: Bool

  /// Holds a file against the logs; `nil` when they fit.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - outcome: What its file was found to say.
  ///   - trail: What the logs say of it; `nil` when they do not know it.
  ///   - digest: The digest of a document's canonical bytes.
  package init?(
    _ record: RecordName, _ outcome: RecordReading.Outcome, _ trail: RecordTrail?,
    digest: (Value) -> Digest
  ) {
    let leadsThere = trail.map { digest($0.document) == $0.latest.digest } ?? false
    switch (outcome, trail) {
    case (.damaged(let problem), _): difference = .damaged(problem)
    case (.gone, nil): return nil
    case (.gone, _): difference = .missing
    case (.document, nil): difference = .unlogged
    case (.document(let document), let trail?):
      let found = digest(document)
      if found == trail.latest.digest {
        if leadsThere { return nil }
        difference = .unexplained
      } else if let state = trail.states.last(where: { $0.digest == found }) {
        difference = .behind(state)
      } else if found == trail.beginning {
        difference = .behind(nil)
      } else {
        difference = .altered(FieldChange.between(trail.document, document))
      }
    }
    self.record = record
    self.trail = trail
    isRebuildable = leadsThere
  }
}
