import JSON

/// The fields of one record as somebody gives them values, before it becomes an edit.
///
/// Everything is held against the fields that the record's own type has; nothing is guessed, and
/// all that is wrong is told at once.
package struct RecordEditing {
  package let name: RecordName
  let board: Board

  /// The records that the board has, but that could not be read: no name means another one instead.
  let unread: Set<RecordName>

  /// The fields that a person can set.
  let shape: FieldShape

  /// The key of every entry that is to be made.
  let newEntry: Identifier<Never>

  /// What the record says before; empty of a new one.
  let before: Value
  private var document: Value

  /// Whether the record is to be removed, or restored; `nil` where nobody has said.
  private var isToBeRemoved: Bool?

  /// Begins with the record as it is, or with an empty one.
  ///
  /// - Parameters:
  ///   - name: The record, whether the board has it or not; one that was removed can be restored.
  ///   - board: The board that it is, or will be, on.
  ///   - unread: The records of the board that could not be read.
  ///   - newEntry: The key of entries that are to be made: a random one.
  package init(
    of name: RecordName, on board: Board, besides unread: Set<RecordName> = [],
    newEntry: Identifier<Never>
  ) {
    self.name = name
    self.board = board
    self.unread = unread
    self.newEntry = newEntry
    let found = board.value(of: name)
    before = found ?? .object(Object())
    document = before
    shape = RecordEditing.shape(of: name.kind, isNew: found == nil)
  }

  /// Fields that only the program sets.
  private static let kept = ["created", "updated", "conflicts", "format"]

  static func isKept(_ field: String) -> Bool { kept.contains(field) }

  /// What a person can set of a record: a new one must say how it may be handled, and whether it is
  /// removed is yes or no.
  private static func shape(of kind: Kind, isNew: Bool) -> FieldShape {
    .group(
      kind.shape.fields.compactMap { field in
        switch field.name {
        case _ where isKept(field.name): nil
        case Header.deleted where isNew || kind == .board: nil
        case Header.deleted:
          FieldShape.Field(name: field.name, shape: .yesNo, isNeeded: false)
        case "marking":
          FieldShape.Field(name: field.name, shape: field.shape, isNeeded: isNew)
        default: field
        }
      })
  }

  /// Gives a field the value that a text means; an empty text takes away what it holds.
  ///
  /// - Throws: ``FieldProblem`` when the text is nothing that the field takes.
  package mutating func give(_ text: String, to place: FieldPlace) throws(FieldProblem) {
    let value = text.isEmpty ? nil : try value(of: text, for: place)
    if place.path == [Header.deleted] {
      isToBeRemoved = value == true
      return
    }
    document.set(value, at: place.path[...])
    for list in shape.lists(along: place.path) { rankNewEntries(of: list.entries, at: list.path) }
  }

  /// An entry that is made goes to the end of its list.
  private mutating func rankNewEntries(of entries: FieldShape.Entries, at path: [String]) {
    guard entries.entry["rank"] != nil, let list = document.value(at: path[...])?.objectValue
    else { return }
    for (key, entry) in list where before.value(at: path[...])?[key] == nil {
      guard entry.objectValue != nil, entry["rank"] == nil else { continue }
      let last = list.compactMap { $0.value["rank"]?.stringValue }.max()
      document.set(.string(Rank.between(last, nil)), at: (path + [key, "rank"])[...])
    }
  }

  /// Puts the record on a board, and gives the edit that does the same on disk.
  ///
  /// - Parameters:
  ///   - board: The board as it was when this began.
  ///   - stamp: Who edits, and when.
  /// - Returns: `nil` when the record says the same already.
  /// - Throws: ``FieldProblems`` when it would be no record: fields are needed, values are of the
  ///   wrong type, or a field names a record that is not there.
  package func put(on board: inout Board, stamp: Stamp) throws(FieldProblems) -> Edit? {
    func put<Content: RecordContent>(_ content: Content.Type) throws(FieldProblems) -> Edit? {
      var record: Record<Content> = try record()
      if let isToBeRemoved, isToBeRemoved != record.isDeleted {
        record.header.deleted = isToBeRemoved ? stamp : nil
      }
      var changed = board
      let edit = changed.put(record, stamp: stamp)
      let lost = lostLinks(of: record.content, on: changed)
      if !lost.isEmpty { throw FieldProblems(lost) }
      board = changed
      return edit
    }
    let missing = shape.missing(in: document)
    if !missing.isEmpty {
      throw FieldProblems(
        missing.map { .missing($0.path.joined(separator: "."), takes: $0.shape) })
    }
    return try put(name.kind.content)
  }

  private func record<Content: RecordContent>() throws(FieldProblems) -> Record<Content> {
    guard let id = try? Identifier<Content>(name.id) else {
      preconditionFailure("The name of a record is well formed.")
    }
    do {
      return try Document(parsing: document.canonicalBytes)
        .decode { decoder in try Record(id: id, from: decoder) }
    } catch let problem as DecodingProblem {
      throw FieldProblems([
        FieldProblem(
          field: problem.path.joined(separator: "."), what: problem.reason,
          remedy: "Give it another value.")
      ])
    } catch {
      let what = (error as? SyntaxError)?.what ?? "\(error)"
      throw FieldProblems([
        FieldProblem(
          field: "\(name)", what: "could not be read again: \(what)",
          remedy: "Give its fields less to hold.")
      ])
    }
  }

  /// The links that lead nowhere, and did not lead there before.
  private func lostLinks(of content: some RecordContent, on changed: Board) -> [FieldProblem] {
    let known = board.links(of: name)
    return content.links.filter { !known.contains($0) && !changed.holds($0.target) }.map { link in
      FieldProblem(
        field: link.field, what: "there is no \(link.target.kind.rawValue) “\(link.target.id)”",
        remedy: board.remedy(forRecord: link.target.id, of: link.target.kind))
    }
  }
}
