import Domain
import Glibc
import JSON

/// One record on its way to the disk.
struct PendingFile {
  let record: RecordName

  /// The folder that the record's file stands in.
  let folder: Folder

  /// What the file says, and what it is to say; `nil` where there is none.
  private let old: Value?
  private var new: Value?

  /// Whether others have changed the record since the person saw it.
  private var isMerged = false
  private var bytes: [UInt8] = []

  /// Reads the record again, under the lock.
  init(of record: RecordName, in folders: inout RecordFolders) throws(StoreError) {
    let folder = try folders.folder(of: record)
    guard folder.holds(record.fileName) else {
      self.init(record, in: folder, saying: nil)
      return
    }
    let text: RecordText
    do {
      let bytes = try folder.bytes(of: record.fileName, limit: Limits.record.maximumBytes)
      text = try RecordText(record.fileName, in: folder, holding: bytes)
    } catch let problem as Problem {
      throw .damaged(problem)
    } catch let error as Folder.ReadingError {
      if let refusal = error.refusal { throw .cannotWrite(path: record.path, refusal) }
      throw .damaged(Problem(error, in: record.path))
    } catch {
      preconditionFailure("Reading a record has no other errors.")
    }
    if let format = text.newerFormat { throw .tooNew(path: record.path, format: format) }
    self.init(record, in: folder, saying: text.value)
  }

  private init(_ record: RecordName, in folder: Folder, saying old: Value?) {
    self.record = record
    self.folder = folder
    self.old = old
    new = old
  }

  /// A record that is made together with its board, or made anew from the logs.
  init(
    making record: RecordName, saying value: Value, in folders: inout RecordFolders
  ) throws(StoreError) {
    self.init(record, in: try folders.folder(of: record), saying: nil)
    new = value
  }

  var isChanged: Bool { old != new }

  /// What the record's file says; `nil` where there is none.
  var document: Value? { old }

  /// The record as it is now, where it is not as the person left it.
  var mergedReading: RecordReading? {
    guard isMerged, let new else { return nil }
    return RecordReading(name: record, outcome: .document(new))
  }

  /// What the log says of the record; it has been checked.
  var logged: LoggedAct.Edit {
    LoggedAct.Edit(
      record: record, before: old.map { Digest(of: $0.canonicalBytes) }, after: Digest(of: bytes),
      changes: FieldChange.between(old ?? [:], new ?? [:]))
  }

  // MARK: Editing

  /// Makes an edit of an act in what the record is to say.
  ///
  /// What others have done to the record meanwhile is merged with it; but an act that takes another
  /// one back is refused where they have changed the same field.
  ///
  /// - Parameters:
  ///   - edit: The edit.
  ///   - act: The act that it is a part of.
  ///   - stamps: Who gave the record's fields their values; asked only when two values meet.
  /// - Throws: ``StoreError`` when the edit cannot be made in the record as it is.
  mutating func apply(
    _ edit: Edit, of act: Act, stamps: () throws(StoreError) -> [[String]: Stamp]
  ) throws(StoreError) {
    guard let value = new else {
      guard edit.isNew else { throw .goneMeanwhile(record) }
      new = try refusing { () throws(EditRefusal) in try edit.apply(to: [:]) }
      return
    }
    if act.undoes != nil {
      new = try refusing { () throws(EditRefusal) in try edit.apply(to: value) }
      return
    }
    let merged = try merge(edit, of: act, into: value, stamps)
    // An act that is saved a second time has made the record itself.
    if edit.isNew, merged != value { throw .madeMeanwhile(record) }
    isMerged = isMerged || merged != (try? edit.apply(to: value)) || edit.began(before: value)
    new = merged
  }

  private func merge(
    _ edit: Edit, of act: Act, into value: Value,
    _ stamps: () throws(StoreError) -> [[String]: Stamp]
  ) throws(StoreError) -> Value {
    let revision = Revision(document: value, unstamped: act.stamp)
    let merged = edit.merged(into: revision, by: act.stamp)
    guard merged["conflicts"] != value["conflicts"] else { return merged }
    let known = Revision(document: value, stamp: revision.stamp, stamps: try stamps())
    return edit.merged(into: known, by: act.stamp)
  }

  /// Whether the record is still as it was before a logged edit.
  func isLeftBehind(by edit: LoggedAct.Edit) -> Bool {
    old.map { Digest(of: $0.canonicalBytes) } == edit.before
  }

  /// Makes a logged edit once more, in a record that is as it was before it.
  mutating func replay(_ edit: LoggedAct.Edit) throws(StoreError) {
    var value = old ?? [:]
    for change in edit.changes { change.replay(on: &value) }
    new = value
    try check()
    guard Digest(of: bytes) == edit.after else {
      throw .damaged(
        Problem(
          file: record.path, what: "cannot be led to what the log says of it",
          remedy: "Compare the log with a copy of it, such as another agency's."))
    }
  }

  private func refusing(_ edit: () throws(EditRefusal) -> Value) throws(StoreError) -> Value {
    do {
      return try edit()
    } catch {
      throw .changedMeanwhile(record, error)
    }
  }

  /// Makes sure that what will be written can be read again.
  mutating func check() throws(StoreError) {
    bytes = new?.canonicalBytes ?? []
    do {
      try check(record.kind.content)
    } catch {
      throw .unreadableAfterwards(error)
    }
  }

  private func check<Content: RecordContent>(_ content: Content.Type) throws(Problem) {
    guard let id = try? Identifier<Content>(record.id) else {
      preconditionFailure("The name of a record is well formed.")
    }
    _ = try RecordText(record.fileName, in: folder, holding: bytes).record(id)
  }
}

// MARK: Writing

extension PendingFile {
  /// Where the bytes stand until they are whole; hidden, so that no reader takes it for a record.
  private var temporaryName: String { ".\(record.fileName).saving" }

  /// Whether a hidden file holds what was on its way to a record's file.
  static func isLeftover(_ name: String) -> Bool { name.hasSuffix(".json.saving") }

  /// Writes the bytes of all records beside their files, so that a full disk refuses them as one.
  static func stage(_ files: [PendingFile]) throws(StoreError) {
    for (index, file) in files.enumerated() {
      do {
        try file.stage()
      } catch {
        discard(Array(files[..<index]))
        throw .cannotWrite(path: file.record.path, error)
      }
    }
  }

  /// Puts what is staged in the places of the records' files, in their order.
  static func publish(_ files: [PendingFile]) throws(Failure) {
    var unconfirmed: Failure?
    for (index, file) in files.enumerated() {
      do {
        try file.publish()
      } catch {
        throw Failure(
          extent: index == 0 ? .nothing : .unfinished, record: file.record, errno: error)
      }
      do {
        try file.folder.sync()
      } catch {
        unconfirmed =
          unconfirmed
          ?? Failure(
            extent: .unconfirmed, record: file.record, errno: error)
      }
    }
    if let unconfirmed { throw unconfirmed }
  }

  /// Lets the disk confirm records that are in their places.
  static func confirm(_ files: [PendingFile]) throws(Failure) {
    for file in files {
      do {
        try file.folder.sync()
      } catch {
        throw Failure(extent: .unconfirmed, record: file.record, errno: error)
      }
    }
  }

  /// Why records are not all in their places.
  struct Failure: Error {
    enum Extent { case nothing, unfinished, unconfirmed }

    /// Whether none is, this one and those behind it are not, or all are but unconfirmed.
    let extent: Extent
    let record: RecordName
    let errno: Errno
  }

  /// Takes away what is staged and will not be published.
  static func discard(_ files: [PendingFile]) {
    for file in files { try? file.folder.remove(file.temporaryName) }
  }

  /// Writes the bytes beside the record's file.
  private func stage() throws(Errno) {
    do {
      try folder.create(temporaryName, holding: bytes)
    } catch {
      guard error == EEXIST else { throw error }
      // Only who holds the lock makes this file: it is left from a save that was interrupted.
      try folder.remove(temporaryName)
      try folder.create(temporaryName, holding: bytes)
    }
  }

  /// Puts the bytes in the place of the record's file.
  private func publish() throws(Errno) {
    try folder.rename(temporaryName, to: record.fileName)
  }
}

extension Edit {
  /// Whether somebody has touched the record since the edit began.
  fileprivate func began(before record: Value) -> Bool {
    changes.contains { $0.isStamp && $0.old != record["updated"] && $0.new != record["updated"] }
  }
}

extension RecordName {
  /// The name of the record's file in its folder.
  var fileName: String { "\(id).json" }
}
