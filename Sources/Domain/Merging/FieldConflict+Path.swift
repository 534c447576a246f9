package import JSON

extension FieldConflict {
  /// The field as names from the outside in.
  ///
  /// A name may itself have a dot in it: `multipliers.0.5.value` is three names. So the document is
  /// asked which names it has; where two readings lead somewhere, the one that leads to the kept
  /// value is meant. What the document no longer has is read as names between dots, but for numbers
  /// such as `0.5`.
  package func path(in document: Value) -> [String] {
    let readings = Reading.all(of: field[...], in: document)
    let whole = readings.filter { $0.rest == nil }
    let meant = whole.first { document.value(at: $0.names[...]) == kept.value }
    if let reading = meant ?? whole.first { return reading.names }
    let plain = Reading.split(field[...])
    let paths = readings.map { $0.names + ($0.rest.map(Reading.split) ?? []) }
    return paths.contains(plain) ? plain : paths.first ?? plain
  }
}

/// One way to read the beginning of a field as names that a document has.
private struct Reading {
  let names: [String]

  /// What comes after these names; `nil` when they are the whole field.
  let rest: Substring?

  /// All ways, those with longer names first, and of those each that goes further in first.
  static func all(of field: Substring, in value: Value) -> [Reading] {
    guard let object = value.objectValue else { return [] }
    let longestFirst = object.sorted { $0.key.utf8.count > $1.key.utf8.count }
    let further = longestFirst.flatMap { key, member -> [Reading] in
      guard field.utf8.starts(with: key.utf8) else { return [] }
      let rest = field.utf8.dropFirst(key.utf8.count)
      if rest.isEmpty { return [Reading(names: [key], rest: nil)] }
      guard rest.first == UInt8(ascii: ".") else { return [] }
      return all(of: Substring(rest.dropFirst()), in: member)
        .map { Reading(names: [key] + $0.names, rest: $0.rest) }
    }
    return further + [Reading(names: [], rest: field)]
  }

  /// The names between dots; a dot between two whole numbers is the point of a number.
  static func split(_ field: Substring) -> [String] {
    var names: [String] = []
    var isPoint = false
    for part in field.split(separator: ".", omittingEmptySubsequences: false) {
      let isWhole = !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isWhole, isPoint, let last = names.popLast() {
        names.append("\(last).\(part)")
        isPoint = false
      } else {
        names.append(String(part))
        isPoint = isWhole || part.first == "-" && part.dropFirst().allSatisfy(\.isNumber)
      }
    }
    return names
  }
}
