import JSON

/// The value given to each criterion, with its reason where one was given.
///
/// A criterion that is not here is unscored, which is not the same as 0. In a file this is an
/// object: `{"volume": {"value": 0.5, "reason": "two reports"}}`. In memory the values lie side by
/// side, sorted by criterion: a register holds over a million of them.
package struct CriterionValues: Equatable, Sendable, EmptyWhenAbsent {
  /// One criterion's value.
  package struct Entry: Equatable, Sendable {
    package let criterion: Identifier<Criterion>
    package let value: Exact

    package init(criterion: Identifier<Criterion>, value: Exact) {
      self.criterion = criterion
      self.value = value
    }
  }

  package private(set) var entries: [Entry] = []
  private var reasons: [Identifier<Criterion>: String] = [:]

  package init() {}

  /// Takes many values at once, no two of one criterion.
  package init(_ entries: [Entry]) {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.criterion < $1.criterion }
    self.entries = isSorted ? entries : entries.sorted { $0.criterion < $1.criterion }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a criterion, or `nil` while it is unscored; setting `nil` removes the reason too.
  package subscript(criterion: Identifier<Criterion>) -> Exact? {
    get {
      let index = index(of: criterion)
      return holds(criterion, at: index) ? entries[index].value : nil
    }
    set {
      let index = index(of: criterion)
      switch (newValue, holds(criterion, at: index)) {
      case (let value?, true): entries[index] = Entry(criterion: criterion, value: value)
      case (let value?, false):
        entries.insert(Entry(criterion: criterion, value: value), at: index)
      case (nil, true):
        entries.remove(at: index)
        reasons[criterion] = nil
      case (nil, false): break
      }
    }
  }

  /// Why a criterion has its value, or `nil` where nobody said.
  package func reason(for criterion: Identifier<Criterion>) -> String? { reasons[criterion] }

  /// Says why a criterion has its value; without a value there is nothing to give a reason for.
  package mutating func setReason(_ reason: String?, for criterion: Identifier<Criterion>) {
    if self[criterion] != nil { reasons[criterion] = reason }
  }

  /// These values where they are given, else those of a baseline.
  package func overriding(_ baseline: CriterionValues) -> CriterionValues {
    var result = baseline
    for entry in entries {
      result[entry.criterion] = entry.value
      result.setReason(reasons[entry.criterion], for: entry.criterion)
    }
    return result
  }

  private func index(of criterion: Identifier<Criterion>) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].criterion < criterion { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func holds(_ criterion: Identifier<Criterion>, at index: Int) -> Bool {
    index < entries.count && entries[index].criterion == criterion
  }
}

extension CriterionValues: Codable {
  /// One entry as it stands in a file.
  private struct Scored: Codable {
    var value: Exact
    var reason: String?
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: TextKey.self)
    let keys = container.allKeys
    entries.reserveCapacity(keys.count)
    for key in keys {
      let scored = try container.decode(Scored.self, forKey: key)
      guard let criterion = Identifier<Criterion>(codingKey: key) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription: MalformedIdentifier(text: key.stringValue).description)
      }
      entries.append(Entry(criterion: criterion, value: scored.value))
      if let reason = scored.reason { reasons[criterion] = reason }
    }
    // A file may hold tens of thousands: each is put in, then all are sorted once.
    entries.sort { $0.criterion < $1.criterion }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TextKey.self)
    for entry in entries {
      let scored = Scored(value: entry.value, reason: reasons[entry.criterion])
      try container.encode(scored, forKey: TextKey(entry.criterion.text))
    }
  }
}

extension CriterionValues: FieldValue {
  package static var shape: FieldShape {
    .list(
      FieldShape.Entries(
        key: Identifier<Criterion>.shape, entry: FieldShape(of: Scored.self), isKeyFree: false))
  }
  package static var sample: CriterionValues { CriterionValues() }
}

extension Exact: Codable {
  package init(from decoder: any Decoder) throws {
    let number = try Number(from: decoder)
    guard let exact = Exact(number.literal) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "\(number.literal) is not a plain decimal number such as 0.5"))
    }
    self = exact
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Number(self))
  }
}
