package import Domain
import Glibc

extension BoardFolder {
  /// The folder of the messages from which responses were filed, each named by its digest.
  static let originals = "originals"

  /// The most bytes an original has: 32 MiB.
  private static let largestOriginal = 1 << 25

  /// Keeps messages as they were received, down to the disk; before the act that names them.
  ///
  /// One that is kept already is left as it is.
  ///
  /// - Throws: ``StoreError`` when one cannot be written; no act has been saved then.
  package func keep(originals messages: [[UInt8]]) throws(StoreError) {
    guard !messages.isEmpty else { return }
    try locked { board, _ throws(StoreError) in
      let path = BoardFolder.originals + "/"
      try saving(path) { () throws(Errno) in
        let folder = try board.folder(making: BoardFolder.originals)
        for message in messages { try keep(message, in: folder) }
        try folder.sync()
      }
    }
  }

  /// A message as it was received; `nil` where it is not kept, or is not what its name says.
  ///
  /// Needs no lock: an original never changes.
  package func original(_ digest: Digest) -> [UInt8]? {
    let originals = try? Folder(board: path, disk: disk).folder(BoardFolder.originals)
    let bytes = try? originals?.bytes(of: digest.text, limit: BoardFolder.largestOriginal)
    return bytes.flatMap { Digest(of: $0) == digest ? $0 : nil }
  }

  private func keep(_ message: [UInt8], in folder: Folder) throws(Errno) {
    let name = Digest(of: message).text
    guard !folder.holds(name) else { return }
    let temporary = ".\(name).saving"
    // Only who holds the lock makes this file: it is left from a save that was interrupted.
    if folder.holds(temporary) { try folder.remove(temporary) }
    try folder.create(temporary, holding: message)
    try folder.rename(temporary, to: name)
  }

  /// The originals that are missing, or are not what their names say; each is read once.
  func originalProblems(of board: Board, in folder: Folder) -> [Problem] {
    var named: [String: [RecordName]] = [:]
    for response in board.responses.standing {
      if let original = response.original {
        named[original, default: []].append(response.recordName)
      }
    }
    guard !named.isEmpty else { return [] }
    let originals = try? folder.folder(BoardFolder.originals)
    return named.sorted { $0.key < $1.key }.flatMap { name, records in
      problem(with: name, in: originals).map { problem in records.map(problem) } ?? []
    }
  }

  /// What is wrong with an original, said of a record that came from it; `nil` where nothing is.
  private func problem(
    with name: String, in originals: Folder?
  ) -> ((RecordName) -> Problem)? {
    guard let digest = Digest(name) else {
      return {
        Problem(
          file: $0.path, field: "original", what: "names no original",
          remedy: "Take the field away; an original has 64 hexadecimal digits.")
      }
    }
    let isKept = originals?.holds(name) ?? false
    if isKept, let bytes = try? originals?.bytes(of: name, limit: BoardFolder.largestOriginal),
      Digest(of: bytes) == digest
    {
      return nil
    }
    return {
      Problem(
        file: "\(BoardFolder.originals)/\(name)",
        what: isKept ? "is not the message that \($0) came from" : "is missing; \($0) came from it",
        remedy: "Put it back from a copy of the board.")
    }
  }
}
