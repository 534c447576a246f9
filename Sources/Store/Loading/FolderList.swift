import Domain

/// What stands in the folder of one kind: records to be read, and what does not belong there.
struct FolderList<Content: RecordContent> {
  /// The records by their names, sorted.
  private(set) var ids: [Identifier<Content>] = []
  private(set) var problems: [Problem] = []

  init(_ folder: Folder) throws(Errno) {
    for entry in try folder.entries() {
      if entry.kind == .file || entry.kind == .unknown,
        let id = Identifier<Content>(ofFile: entry.name)
      {
        ids.append(id)
      } else {
        problems.append(Problem(entry, in: folder))
      }
    }
    ids.sort()
  }
}

extension Identifier {
  /// The record whose file has a name; `nil` where the name is no record's.
  init?(ofFile name: String) {
    let ending = ".json".utf8
    guard name.utf8.suffix(ending.count).elementsEqual(ending),
      let id = try? Identifier(String(Substring(name.utf8.dropLast(ending.count))))
    else { return nil }
    self = id
  }
}

extension RecordName {
  /// The record of a kind that has a folder whose file has a name; `nil` where it is no record's.
  init?(ofFile name: String, in kind: Kind) {
    guard let id = Identifier<Never>(ofFile: name) else { return nil }
    self.init(kind: kind, id: id)
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
