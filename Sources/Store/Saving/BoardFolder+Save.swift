package import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Saves an act.
  ///
  /// When this returns, it survives kill -9, a full disk and a power cut. Saving an act
  /// again that is saved already, or half, does what is missing.
  ///
  /// - Throws: ``StoreError``; nothing has changed then, unless it is
  ///   ``StoreError/halfSaved(done:missing:_:)`` or ``StoreError/unconfirmed(path:_:)``.
  package func save(_ act: Act) throws(StoreError) {
    let folder = try open()
    _ = try settingsText(in: folder)
    let lock = try BoardLock.take(of: folder, for: writer, patience: patience)
    try withExtendedLifetime(lock) { () throws(StoreError) in
      let files = try files(of: act.edits, in: folder)
      // Here the log line will be written, before the records.
      try PendingFile.write(files)
    }
  }

  /// The records as the edits leave them, each once, in the order of the act; what says the same
  /// already is left out.
  private func files(of edits: [Edit], in folder: Folder) throws(StoreError) -> [PendingFile] {
    var files: [PendingFile] = []
    var places: [RecordName: Int] = [:]
    for edit in edits {
      if let place = places[edit.record] {
        try files[place].apply(edit)
      } else {
        var file = try PendingFile(of: edit.record, in: folder)
        try file.apply(edit)
        places[edit.record] = files.count
        files.append(file)
      }
    }
    files.removeAll { !$0.isChanged }
    for index in files.indices { try files[index].check() }
    return files
  }
}
