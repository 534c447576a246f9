extension BoardFolder {
  /// Refuses to save where programs cannot keep out of each other's way.
  ///
  /// Over a network, and through a mount that a program serves, a lock that somebody else holds may
  /// go unnoticed, and a rename may not be what readers see next. Reading does no harm there.
  ///
  /// - Throws: ``StoreError/unsafePlace(path:_:)``, or that the folder cannot be opened.
  package func refuseUnsafePlace() throws(StoreError) { try refuseUnsafePlace(try open()) }

  func refuseUnsafePlace(_ folder: Folder) throws(StoreError) {
    let fileSystem = disk.fileSystem(of: folder.descriptor)
    if fileSystem.mayChangeUnreported { throw .unsafePlace(path: path, fileSystem) }
  }

  /// Refuses to make a board at a path, before anything is made.
  static func refuseUnsafePlace(for path: String, _ disk: Disk) throws(StoreError) {
    guard let folder = place(of: path, disk) else { return }
    try BoardFolder(path: path, disk: disk).refuseUnsafePlace(folder)
  }

  /// The folder at a path; while it is not there, the one that it will stand in.
  static func place(of path: String, _ disk: Disk) -> Folder? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let parent = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
    return (try? Folder(board: path, disk: disk)) ?? (try? Folder(board: parent, disk: disk))
  }
}
