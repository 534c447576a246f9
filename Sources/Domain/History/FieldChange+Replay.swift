package import JSON

extension FieldChange {
  /// The change that leads back.
  package var inverse: FieldChange { FieldChange(path: path, old: new, new: old) }

  /// Makes the change whatever the field holds: for replaying what is known to have happened.
  package func replay(on object: inout Value) {
    object = replayed(on: object, at: path[...]) ?? .object(Object())
  }

  private func replayed(on value: Value?, at path: ArraySlice<String>) -> Value? {
    guard let key = path.first else { return new }
    var object = value?.objectValue ?? Object()
    let member = replayed(on: object[key], at: path.dropFirst())
    if value?.objectValue == nil, member == nil { return value }
    object[key] = member
    return .object(object)
  }
}
