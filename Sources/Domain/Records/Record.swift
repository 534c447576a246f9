package import JSON

/// What a record of one kind says, beside what every record says.
package protocol RecordContent: Codable, Equatable, Sendable {
  static var kind: Kind { get }

  /// Where a board keeps the records of this kind.
  static var table: WritableKeyPath<Board, Table<Self>> { get }

  /// A short title for lists and messages.
  var label: String { get }

  /// Everything the record points at, with the field that does.
  var links: [Link] { get }
}

/// A field that names another record.
package struct Link: Equatable, Sendable {
  package let field: String
  package let target: RecordName

  init<Content: RecordContent>(_ field: String, _ target: Identifier<Content>) {
    self.init(field, RecordName(target))
  }

  init(_ field: String, _ target: RecordName) {
    self.field = field
    self.target = target
  }

  /// The links of an optional field: none or one.
  static func optional<Content: RecordContent>(
    _ field: String, _ target: Identifier<Content>?
  ) -> [Link] {
    target.map { [Link(field, $0)] } ?? []
  }

  /// The links of a list keyed by name, in the order of the names; an entry is told its field.
  static func list<Subject, Entry>(
    _ field: String, _ entries: [Identifier<Subject>: Entry], _ links: (String, Entry) -> [Link]
  ) -> [Link] {
    entries.sorted { $0.key < $1.key }.flatMap { links("\(field).\($0.key)", $0.value) }
  }
}

/// One record: its name, what every record says, and what its kind says.
///
/// In a file, header and content are the fields of one flat object; the name is the file's name.
@dynamicMemberLookup
package struct Record<Content: RecordContent>: Equatable, Sendable {
  package let id: Identifier<Content>
  package var header: Header
  package var content: Content

  package init(id: Identifier<Content>, header: Header = Header(), content: Content) {
    self.id = id
    self.header = header
    self.content = content
  }

  /// Reads a record from the object in its file.
  package init(id: Identifier<Content>, from decoder: any Decoder) throws {
    self.id = id
    do {
      header = try Header(from: decoder)
      content = try Content(from: decoder)
    } catch DecodingError.dataCorrupted(let context) {
      throw DecodingError.dataCorrupted(context.namingTheKey)
    }
  }

  /// Reads a record from the document that is its file.
  package init(id: Identifier<Content>, document: Value) throws(DecodingProblem) {
    self = try document.decode { decoder in try Record(id: id, from: decoder) }
  }

  package subscript<Field>(dynamicMember field: WritableKeyPath<Content, Field>) -> Field {
    get { content[keyPath: field] }
    set { content[keyPath: field] = newValue }
  }

  package subscript<Field>(dynamicMember field: KeyPath<Content, Field>) -> Field {
    content[keyPath: field]
  }

  package var recordName: RecordName { RecordName(id) }

  package var isDeleted: Bool { header.deleted != nil }
}

extension Record: Encodable {
  package func encode(to encoder: any Encoder) throws {
    try header.encode(to: encoder)
    try content.encode(to: encoder)
  }
}

extension DecodingError.Context {
  /// The context with our rule where the standard library could not make a name of a key.
  fileprivate var namingTheKey: Self {
    guard debugDescription.hasPrefix("Could not convert key"), let key = codingPath.last else {
      return self
    }
    let rule =
      debugDescription.hasSuffix("Exact")
      ? "“\(key.stringValue)” is not a number as we write it: write 0.5, not .5 or 0.50"
      : MalformedIdentifier(text: key.stringValue).description
    return Self(codingPath: codingPath, debugDescription: rule)
  }
}

/// What every record says about itself.
package struct Header: Codable, Equatable, Sendable {
  /// The format of this record where it is not the board's; a newer one than ours is not read.
  package var format: Int?

  /// Where the content comes from: a paper, a deck, a person's role.
  package var source: String?

  /// How the record may be handled; absent or unknown counts as the highest marking.
  package var marking: Identifier<Marking>?

  /// The paragraph of Schedule 12A under which the record is exempt; `nil` when it is public.
  package var exemptParagraph: String?

  package var notes: String?
  package var created: Stamp?
  package var updated: Stamp?

  /// When and by whom the record was removed; `nil` while it stands.
  package var deleted: Stamp?

  /// Fields that two people gave different values; both are kept until somebody settles them.
  package var conflicts: [FieldConflict]

  package init(
    source: String? = nil, marking: Identifier<Marking>? = nil, exemptParagraph: String? = nil,
    notes: String? = nil, created: Stamp? = nil
  ) {
    self.source = source
    self.marking = marking
    self.exemptParagraph = exemptParagraph
    self.notes = notes
    self.created = created
    conflicts = []
  }
}

/// Who did something, and when.
package struct Stamp: Codable, Hashable, Sendable {
  package var at: Timestamp

  /// The writer: a person and installation, never a private name.
  package var by: String

  package init(at: Timestamp, by: String) {
    self.at = at
    self.by = by
  }
}

/// One field to which two people gave different values.
package struct FieldConflict: Codable, Hashable, Sendable {
  /// One of the two values.
  package struct Version: Codable, Hashable, Sendable {
    /// The value; `nil` when the field was removed.
    package var value: Value?
    package var at: Timestamp
    package var by: String

    package init(value: Value?, at: Timestamp, by: String) {
      self.value = value
      self.at = at
      self.by = by
    }
  }

  /// The field, as names joined by dots.
  package var field: String

  /// What both started from.
  package var base: Value?

  /// The value that stands in the field.
  package var kept: Version

  /// The value that does not.
  package var other: Version

  package init(field: String, base: Value?, kept: Version, other: Version) {
    self.field = field
    self.base = base
    self.kept = kept
    self.other = other
  }
}
