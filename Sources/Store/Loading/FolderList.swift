import Domain

/// What stands in the folder of one kind: records to be read, and what does not belong there.
struct FolderList<Content: RecordContent> {
  /// The records by their names, sorted.
  private(set) var ids: [Identifier<Content>] = []
  private(set) var problems: [Problem] = []

  init(_ folder: Folder) throws(Errno) {
    for entry in try folder.entries() {
      if entry.kind == .file || entry.kind == .unknown, let id = FolderList.id(of: entry.name) {
        ids.append(id)
      } else {
        problems.append(Problem(entry, in: folder))
      }
    }
    ids.sort()
  }

  /// The record whose file has a name, or `nil`.
  private static func id(of file: String) -> Identifier<Content>? {
    let ending = ".json".utf8
    guard file.utf8.suffix(ending.count).elementsEqual(ending) else { return nil }
    return try? Identifier(String(Substring(file.utf8.dropLast(ending.count))))
  }
}

extension Problem {
  /// Something that does not belong where records stand.
  init(_ entry: Folder.Entry, in folder: Folder) {
    let what =
      switch entry.kind {
      case .file, .unknown: "is not the name of a record: 3 to 32 of a-z, 0-9 and -, then .json"
      case .link: "is a link, and links are not followed"
      case .folder: "is a folder among the records"
      case .other: "is not a plain file, so it was not opened"
      }
    self.init(
      file: folder.path(of: visible(entry.name)), what: what,
      remedy: "Put the record itself in its place, or take it elsewhere.")
  }
}
