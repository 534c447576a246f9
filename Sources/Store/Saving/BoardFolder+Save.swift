package import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Saves the edits of one act, in their order: a decision first, then what it changes.
  ///
  /// When this returns, all of them survive kill -9, a full disk and a power cut. Saving an act
  /// again that is saved already, or half, does what is missing.
  ///
  /// - Throws: ``StoreError``; nothing has changed then, unless it is
  ///   ``StoreError/halfSaved(done:missing:_:)`` or ``StoreError/unconfirmed(path:_:)``.
  package func save(_ edits: [Edit]) throws(StoreError) {
    guard !edits.isEmpty else { return }
    let folder = try open()
    _ = try settingsText(in: folder)
    let lock = try BoardLock.take(of: folder, for: writer, patience: patience)
    try withExtendedLifetime(lock) { () throws(StoreError) in
      let drafts = try drafts(of: edits, in: folder)
      // Here the log line will be written, before the records.
      try Draft.write(drafts)
    }
  }

  /// The records as the edits leave them, each once, in the order of the act; what says the same
  /// already is left out.
  private func drafts(of edits: [Edit], in folder: Folder) throws(StoreError) -> [Draft] {
    var drafts: [Draft] = []
    var places: [RecordName: Int] = [:]
    for edit in edits {
      if let place = places[edit.record] {
        try drafts[place].apply(edit)
      } else {
        var draft = try Draft(of: edit.record, in: folder)
        try draft.apply(edit)
        places[edit.record] = drafts.count
        drafts.append(draft)
      }
    }
    drafts.removeAll { !$0.isChanged }
    for index in drafts.indices { try drafts[index].check() }
    return drafts
  }
}
