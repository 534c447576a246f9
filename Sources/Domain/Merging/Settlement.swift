package import JSON

/// What a person can do about a conflict.
package enum Settlement: CaseIterable, Sendable {
  /// What the field holds is left as it is.
  case keep

  /// The field takes the version that does not stand.
  case takeOther

  /// The field takes both texts, what it holds first: with a line break between them where one has
  /// several lines, else with a stroke, for the field may be one that is shown in a line.
  case both
}

extension FieldConflict {
  /// What the field holds, which may be neither version by now; `nil` when it is absent.
  package func standing(in document: Value) -> Value? {
    document.value(at: path(in: document)[...])
  }

  /// The ways in which this conflict of a record can be settled, in the order to offer them.
  package func settlements(in document: Value) -> [Settlement] {
    Settlement.allCases.filter { settled($0, in: document) != nil }
  }

  /// The record with this conflict settled: it is taken off the list.
  ///
  /// - Returns: `nil` when the conflict is not on the record's list, and where both texts are asked
  ///   for, but one is no text.
  package func settled(_ settlement: Settlement, in document: Value) -> Value? {
    guard var result = withoutEntry(document) else { return nil }
    let path = path(in: document)
    switch settlement {
    case .keep: break
    case .takeOther: result.set(other.value, at: path[...])
    case .both:
      guard case .string(let standing)? = document.value(at: path[...]),
        case .string(let other)? = other.value
      else { return nil }
      let isLong = standing.contains(where: \.isNewline) || other.contains(where: \.isNewline)
      result.set(.string(standing + (isLong ? "\n" : " / ") + other), at: path[...])
    }
    return result
  }

  private func withoutEntry(_ document: Value) -> Value? {
    guard let entries = document[Header.conflicts]?.arrayValue else { return nil }
    let left = entries.filter { (try? $0.decode(FieldConflict.self)) != self }
    guard left.count < entries.count else { return nil }
    var result = document
    result.set(left.isEmpty ? nil : .array(left), at: [Header.conflicts])
    return result
  }
}
