/// Everything that one key or command changes: saved all or nothing, and taken back as one.
package struct Act: Hashable, Sendable {
  /// Who does it, and when it was typed.
  package let stamp: Stamp

  /// When it came true; `nil` on the day of the stamp.
  package let effective: CalendarDate?

  /// What changes, in its order: a decision first, then what it changes.
  package let edits: [Edit]

  /// The number of an earlier act of the same writer that this one takes back; `nil` when none.
  package let undoes: Int?

  package init(
    stamp: Stamp, effective: CalendarDate? = nil, edits: [Edit], undoes: Int? = nil
  ) {
    self.stamp = stamp
    self.effective = effective
    self.edits = edits
    self.undoes = undoes
  }
}
