import Domain

/// What stands in the folder of one kind: records to be read, and what does not belong there.
struct FolderList<Content: RecordContent> {
  /// The records by their names, sorted.
  private(set) var ids: [Identifier<Content>] = []
  private(set) var problems: [Problem] = []

  init(_ folder: Folder) throws(Errno) {
    for entry in try folder.entries() {
      let file = folder.path(of: visible(entry.name))
      guard entry.kind == .file || entry.kind == .unknown else {
        problems.append(Problem(entry.kind, at: file))
        continue
      }
      guard entry.name.hasSuffix(".json"),
        let id = try? Identifier<Content>(String(entry.name.dropLast(5)))
      else {
        problems.append(
          Problem(
            file: file, what: "is not the name of a record",
            remedy: "Call it 3 to 32 of a-z, 0-9 and -, then .json; or take it elsewhere."))
        continue
      }
      ids.append(id)
    }
    ids.sort()
  }
}

extension Problem {
  /// Something else than a plain file where records stand.
  init(_ kind: Folder.Entry.Kind, at file: String) {
    let what =
      switch kind {
      case .link: "is a link, and links are not followed"
      case .folder: "is a folder among the records"
      default: "is not a plain file, so it was not opened"
      }
    self.init(file: file, what: what, remedy: "Put the record itself in its place, or remove it.")
  }
}
