package import JSON

extension Board {
  /// What a record is called in lists and messages, with the names of other records written out;
  /// `nil` when the board has no such record.
  package func title(of name: RecordName) -> String? {
    withRecord(name) { record in
      switch record.content {
      case let response as Response: return title(of: response)
      case let card as Scorecard: return title(of: card)
      default: return record.content.label
      }
    }
  }

  private func title(of card: Scorecard) -> String {
    let issue = self[card.issue]?.title ?? card.issue.text
    let context = card.context.map { title(of: $0) }
    return [issue, context, card.basis.rawValue].compactMap(\.self).joined(separator: " · ")
  }

  /// What a place or period is called; its name where the board does not know it.
  package func title(of context: Identifier<ScoringContext>) -> String {
    settings.contexts[context]?.title ?? context.text
  }

  private func title(of response: Response) -> String {
    let respondent = self[response.respondent]?.name ?? response.respondent.text
    let subject = response.area.map { self[$0]?.title ?? $0.text } ?? title(ofQuestionOf: response)
    return [respondent, subject].compactMap(\.self).joined(separator: " · ")
  }

  /// The number of the question that a response answers, in the order of its round, and the
  /// beginning of it.
  private func title(ofQuestionOf response: Response) -> String? {
    guard let id = response.question else { return nil }
    let questions = self[response.round]?.questions.ranked() ?? []
    guard let place = questions.firstIndex(where: { $0.key == id }) else { return "question \(id)" }
    let words = questions[place].value.text.split(whereSeparator: \.isWhitespace)
    let beginning = words.prefix(6).joined(separator: " ")
    return "question \(place + 1): \(beginning)\(words.count > 6 ? "…" : "")"
  }

  /// The record as the object that stands in its file; `nil` when the board has no such record.
  package func value(of name: RecordName) -> Value? {
    withRecord(name) { record in try? Value(encoding: record) } ?? nil
  }

  /// What the record points at, field by field; empty when the board has no such record.
  package func links(of name: RecordName) -> [Link] {
    withRecord(name) { record in record.content.links } ?? []
  }

  /// The records that stand and name another one, sorted.
  package func names(pointingAt target: RecordName) -> [RecordName] {
    func names<Content: RecordContent>(_ content: Content.Type) -> [RecordName] {
      self[kind: content].standing.filter { $0.content.links.contains { $0.target == target } }
        .map(\.recordName)
    }
    return Kind.allCases.flatMap { names($0.content) }.sorted()
  }

  /// The names of all records of a kind that are not deleted, sorted.
  package func names(of kind: Kind) -> [RecordName] {
    func names<Content: RecordContent>(_ content: Content.Type) -> [RecordName] {
      self[kind: content].standing.map(\.recordName).sorted()
    }
    return names(kind.content)
  }

  /// The names of all records of a kind that are not deleted, those with a date by their date.
  package func orderedNames(of kind: Kind) -> [RecordName] {
    switch kind {
    case .meeting:
      meetings.standing.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        .map(\.recordName)
    case .decision:
      decisions.standing.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        .map(\.recordName)
    case .area: orderedAreas.map(\.recordName)
    default: names(of: kind)
    }
  }

  private func withRecord<Result>(
    _ name: RecordName, _ body: (any AnyRecord) -> Result
  ) -> Result? {
    func find<Content: RecordContent>(_ content: Content.Type) -> Result? {
      guard let id = try? Identifier<Content>(name.id), let record = self[id] else { return nil }
      return body(record)
    }
    return find(name.kind.content)
  }
}

/// A record whose kind does not matter.
private protocol AnyRecord<Content>: Encodable {
  associatedtype Content: RecordContent
  var content: Content { get }
}

extension Record: AnyRecord {}
