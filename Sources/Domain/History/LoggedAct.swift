package import JSON

/// One act as it stands in a writer's log: one line.
package struct LoggedAct: Hashable, Sendable {
  /// One record's part of the act.
  package struct Edit: Hashable, Sendable {
    package let record: RecordName

    /// What the record's file held before; `nil` when there was none.
    package let before: Digest?

    /// What it holds after.
    package let after: Digest

    /// Exactly what leads from the one to the other.
    package let changes: [FieldChange]

    package init(record: RecordName, before: Digest?, after: Digest, changes: [FieldChange]) {
      self.record = record
      self.before = before
      self.after = after
      self.changes = changes
    }
  }

  /// The number of the act on this board: all writers' acts are counted in the order they were
  /// done, from 1.
  package let number: Int

  /// The numbers that an act can have: as many as any program can count, and none that overflows.
  package static let numbers = 1...(1 << 53)

  /// Who did it, and when it was typed.
  package let stamp: Stamp

  /// When it came true; `nil` on the day of the stamp.
  package let effective: CalendarDate?

  package let edits: [Edit]

  /// The number of the writer's act that this one takes back; `nil` when none.
  package let undoes: Int?

  /// The digest of the writer's line before; `nil` in the first.
  package let previous: Digest?

  package init(
    number: Int, stamp: Stamp, effective: CalendarDate? = nil, edits: [Edit], undoes: Int? = nil,
    previous: Digest?
  ) {
    self.number = number
    self.stamp = stamp
    self.effective = effective
    self.edits = edits
    self.undoes = undoes
    self.previous = previous
  }

  /// The last day on which it can have come true, counted from 1970-01-01.
  package var day: Int { effective?.lastDayNumber ?? stamp.at.dayNumber }
}

// MARK: As a line

extension LoggedAct {
  /// The act as the object of its line.
  package var value: Value {
    var object = Object()
    object["act"] = .number(Number(number))
    object["at"] = .string(stamp.at.description)
    object["by"] = .string(stamp.by)
    object["edits"] = .array(edits.map(\.value))
    object["effective"] = effective.map { .string($0.description) }
    object["prev"] = previous.map { .string($0.text) }
    object["undoes"] = undoes.map { .number(Number($0)) }
    return .object(object)
  }

  /// Reads the object of a line.
  ///
  /// - Throws: ``LogProblem`` naming the field that is not as the log's format wants it.
  package init(_ line: Value) throws(LogProblem) {
    func read<Result>(_ field: String, _ make: (Value) -> Result?) throws(LogProblem) -> Result {
      guard let value = line[field], let result = make(value) else {
        throw LogProblem(field: field)
      }
      return result
    }
    func readWhereGiven<Result>(
      _ field: String, _ make: (Value) -> Result?
    ) throws(LogProblem) -> Result? {
      line[field] == nil ? nil : try read(field, make)
    }
    number = try read("act") { value in
      value.intValue.flatMap { LoggedAct.numbers.contains($0) ? $0 : nil }
    }
    stamp = Stamp(
      at: try read("at") { $0.stringValue.flatMap(Timestamp.init) },
      by: try read("by", \.stringValue))
    effective = try readWhereGiven("effective") { $0.stringValue.flatMap { CalendarDate($0) } }
    previous = try readWhereGiven("prev") { $0.stringValue.flatMap { Digest($0) } }
    undoes = try readWhereGiven("undoes", \.intValue)
    var edits: [Edit] = []
    for value in try read("edits", \.arrayValue) {
      guard let edit = Edit(value) else { throw LogProblem(field: "edits") }
      edits.append(edit)
    }
    self.edits = edits
  }
}

/// A line of a log is not one: a field is missing, or holds what it may not.
package struct LogProblem: Error, Hashable {
  package let field: String
}

extension LoggedAct.Edit {
  fileprivate var value: Value {
    var object = Object()
    object["after"] = .string(after.text)
    object["before"] = before.map { .string($0.text) }
    object["changes"] = .array(changes.map(\.value))
    object["record"] = .string(record.description)
    return .object(object)
  }

  fileprivate init?(_ value: Value) {
    guard let record = value["record"]?.stringValue.flatMap(RecordName.init),
      let after = value["after"]?.stringValue.flatMap(Digest.init),
      let changes = value["changes"]?.arrayValue?.compactMap(FieldChange.init),
      changes.count == value["changes"]?.arrayValue?.count
    else { return nil }
    let before = value["before"]?.stringValue.flatMap(Digest.init)
    guard (before == nil) == (value["before"] == nil) else { return nil }
    self.init(record: record, before: before, after: after, changes: changes)
  }
}

extension FieldChange {
  fileprivate var value: Value {
    var object = Object()
    object["field"] = .array(path.map { .string($0) })
    object["new"] = new
    object["old"] = old
    return .object(object)
  }

  fileprivate init?(_ value: Value) {
    guard let keys = value["field"]?.arrayValue else { return nil }
    let path = keys.compactMap(\.stringValue)
    guard path.count == keys.count, !path.isEmpty,
      path.count <= Limits.record.maximumDepth
    else { return nil }
    self.init(path: path, old: value["old"], new: value["new"])
  }
}
