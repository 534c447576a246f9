import Domain

/// The folders that a board's records stand in, each opened once however many records an act has.
struct RecordFolders {
  private let board: Folder
  private var opened: [Kind: Folder] = [:]

  init(of board: Folder) { self.board = board }

  /// The folder of a record; made where it is missing, for git keeps no empty ones.
  mutating func folder(of record: RecordName) throws(StoreError) -> Folder {
    guard let name = record.kind.folder else { return board }
    if let folder = opened[record.kind] { return folder }
    let board = board
    let folder = try saving(name + "/") { () throws(Errno) in try board.folder(making: name) }
    opened[record.kind] = folder
    return folder
  }
}
