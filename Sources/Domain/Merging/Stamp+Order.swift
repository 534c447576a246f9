import JSON

extension Stamp {
  /// A stamp as it stands in a document; `nil` for anything else.
  init?(_ value: Value?) {
    guard let stamp = try? value?.decode(Stamp.self) else { return nil }
    self = stamp
  }

  /// Whether this comes first in the order that decides between two values: by time, then by the
  /// bytes of the writer.
  func isEarlier(than other: Stamp) -> Bool {
    if at != other.at { return at < other.at }
    return by.utf8.lexicographicallyPrecedes(other.by.utf8)
  }
}

extension FieldConflict.Version {
  init(_ value: Value?, _ stamp: Stamp) {
    self.init(value: value, at: stamp.at, by: stamp.by)
  }

  var stamp: Stamp { Stamp(at: at, by: by) }

  /// Whether this version gives way to the other: by stamp, then by canonical bytes, so that no two
  /// versions are level.
  func isEarlier(than other: Self) -> Bool {
    if stamp.isEarlier(than: other.stamp) { return true }
    if other.stamp.isEarlier(than: stamp) { return false }
    return bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// The canonical bytes of the value; none where there is no value.
  private var bytes: [UInt8] { value?.canonicalBytes ?? [] }
}
