/// A board in a folder.
///
/// Every record is a file of its own, `issues/cse.json`; `board.json` holds the board's settings.
/// Hidden files are nobody's records: an interrupted save may leave one, and the next save of the
/// same record takes it away.
package struct BoardFolder: Sendable {
  package let path: String

  /// The person and installation that save here, told to others who wait for the lock.
  let writer: String

  /// How long a save waits for the lock.
  let patience: Duration
  let disk: Disk

  /// A board that is read and written when it is asked to; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - path: The folder that holds `board.json`.
  ///   - writer: The person and installation, as in a record's stamps.
  ///   - patience: How long a save waits while another program holds the lock.
  ///   - disk: The disk; a test gives one that fails.
  package init(
    path: String, writer: String = "", patience: Duration = .seconds(10), disk: Disk = Disk()
  ) {
    self.path = path
    self.writer = writer
    self.patience = patience
    self.disk = disk
  }

  /// Opens the folder.
  func open() throws(StoreError) -> Folder {
    do {
      return try Folder(board: path, disk: disk)
    } catch {
      throw .unreadable(path: path, error)
    }
  }
}
