import JSON

extension RecordEditing {
  /// The value that a text means in a field.
  func value(of text: String, for place: FieldPlace) throws(FieldProblem) -> Value {
    try value(of: text, as: place.shape, at: place.field)
  }

  private func value(
    of text: String, as shape: FieldShape, at field: String
  ) throws(FieldProblem) -> Value {
    let value: Value?
    switch shape {
    case .text: value = .string(text)
    case .yesNo: value = RecordEditing.words[text].map { .bool($0) }
    case .whole: value = Int(text).map { .number(Number($0)) }
    case .number: value = Exact(text).map { .number(Number($0)) }
    case .date: value = CalendarDate(text).map { .string($0.description) }
    case .time: value = Timestamp(text).map { .string($0.description) }
    case .word(let words): value = words.contains(text) ? .string(text) : nil
    case .name(nil): value = (try? Identifier<Never>(text)).map { .string($0.text) }
    case .name(let kind?): value = .string(try record(text, of: kind, at: field).id)
    case .record: value = .string(try record(text, of: nil, at: field).description)
    case .set(let element): return try set(of: text, of: element, at: field)
    case .list, .group, .anything: return try json(text, as: shape, at: field)
    }
    guard let value else { throw .refused(text, at: field, takes: shape) }
    return value
  }

  private static let words = ["yes": true, "no": false, "true": true, "false": false]

  /// The record that a name, or the beginning of one, means.
  private func record(
    _ text: String, of kind: Kind?, at field: String
  ) throws(FieldProblem) -> RecordName {
    // A record may name itself while it is being made.
    if text == name.description || kind == name.kind && text == name.id { return name }
    let found = board.names(matching: text, of: kind, besides: unread)
    if let name = found.first, found.count == 1 { return name }
    let lost = RecordName.all(called: text).filter { kind == nil || kind == $0.kind }
    if let name = lost.first(where: unread.contains) {
      throw FieldProblem(
        field: field, what: "\(name) cannot be read", remedy: "“socboard check” tells why.")
    }
    let what = kind?.rawValue ?? "record"
    guard found.isEmpty else {
      throw FieldProblem(
        field: field, what: "“\(text)” is the beginning of \(found.count) names",
        remedy: "Give more of one: \(found.map(\.description).joined(separator: ", ")).")
    }
    throw FieldProblem(
      field: field, what: "there is no \(what) “\(text)”",
      remedy: kind.map { board.remedy(forRecord: text, of: $0) }
        ?? "Give it by folder and name, such as issues/cse.")
  }

  /// Elements separated by commas, or, where they have commas in them, a JSON array.
  private func set(
    of text: String, of element: FieldShape, at field: String
  ) throws(FieldProblem) -> Value {
    if text.hasPrefix("[") { return try json(text, as: .set(element), at: field) }
    var values: [Value] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.drop { $0 == " " }
      let last = word.lastIndex { $0 != " " }
      guard let last else { throw .refused(text, at: field, takes: .set(element)) }
      let value = try value(of: String(word[...last]), as: element, at: field)
      if !values.contains(value) { values.append(value) }
    }
    return .array(values)
  }

  /// A part of a record as it stands in its file.
  private func json(
    _ text: String, as shape: FieldShape, at field: String
  ) throws(FieldProblem) -> Value {
    let value: Value
    do {
      value = try Value(parsing: Array(text.utf8))
    } catch {
      throw FieldProblem(field: field, what: "is no JSON: \(error)", remedy: "Give \(shape.words).")
    }
    if let unknown = shape.unknownField(in: value) {
      let inner = ([field] + unknown).joined(separator: ".")
      throw FieldProblem(
        field: inner, what: "there is no such field", remedy: "Take it out.", isOfName: true)
    }
    return value
  }
}
