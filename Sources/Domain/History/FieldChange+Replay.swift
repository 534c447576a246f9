package import JSON

extension FieldChange {
  /// The change that leads back.
  package var inverse: FieldChange { FieldChange(path: path, old: new, new: old) }

  /// Makes the change whatever the field holds: for replaying what is known to have happened.
  package func replay(on object: inout Value) { object.set(new, at: path[...]) }
}
