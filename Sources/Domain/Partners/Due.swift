/// A day by which something that is shared is to be looked at again, or destroyed.
package struct Due: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case review, disposal }

  package let record: RecordName
  package let kind: Kind

  package init(_ record: RecordName, _ kind: Kind) {
    self.record = record
    self.kind = kind
  }
}

extension Board {
  /// What is due of all agreements and requests, the earliest first.
  package var dues: [Due] {
    let all =
      agreements.standing.flatMap { dues(of: $0.recordName) }
      + requests.standing.flatMap { dues(of: $0.recordName) }
    return all.compactMap { due in date(of: due).map { (day: $0.lastDayNumber, due: due) } }
      .sorted {
        ($0.day, $0.due.record, $0.due.kind.rawValue)
          < ($1.day, $1.due.record, $1.due.kind.rawValue)
      }.map(\.due)
  }

  /// What is due of one record.
  package func dues(of name: RecordName) -> [Due] {
    Due.Kind.allCases.map { Due(name, $0) }.filter { date(of: $0) != nil }
  }

  /// When something is due; `nil` where no day is set, or the record was removed.
  package func date(of due: Due) -> CalendarDate? {
    switch due.record.kind {
    case .agreement:
      let agreement = (try? Identifier<Agreement>(due.record.id)).flatMap { self[$0] }
      return due.kind == .review && agreement?.isDeleted == false ? agreement?.review : nil
    case .request:
      let request = (try? Identifier<Request>(due.record.id)).flatMap { self[$0] }
      guard let request, !request.isDeleted else { return nil }
      return due.kind == .review ? request.review : request.disposal
    default: return nil
    }
  }
}
