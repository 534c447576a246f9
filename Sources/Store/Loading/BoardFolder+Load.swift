package import Domain
import Glibc

/// A board as it was read, and what could not be read of it.
package struct LoadedBoard: Sendable {
  package let board: Board

  /// What is wrong with single files, sorted; the board is without these records.
  package let problems: [Problem]
}

extension LoadedBoard {
  /// The board as an audience may see it; only those who see all are told what could not be read.
  package func shown(to audience: Audience) -> LoadedBoard {
    LoadedBoard(
      board: board.shown(to: audience), problems: audience == .board ? problems : [])
  }
}

extension BoardFolder {
  /// Reads every record, with two threads; what cannot be read is listed, and the rest loads.
  ///
  /// Tables hold their records in the order of their names.
  ///
  /// - Throws: ``StoreError`` when the folder or its `board.json` cannot be read, is damaged, or is
  ///   of a newer format.
  package func load() throws(StoreError) -> LoadedBoard {
    let folder = try open()
    var loading = BoardLoading(folder: folder, board: Board(settings: try settings(in: folder)))
    loading.findAliens()
    for kind in Kind.allCases { loading.load(kind.content) }
    return LoadedBoard(board: loading.board, problems: loading.problems.sorted())
  }

  /// Reads `board.json`, without which there is no board.
  private func settings(in folder: Folder) throws(StoreError) -> Record<BoardSettings> {
    let text = try settingsText(in: folder)
    do {
      return try text.record("board")
    } catch {
      throw .damaged(error)
    }
  }

  /// Reads the text of `board.json`, and refuses a format that is newer than ours.
  func settingsText(in folder: Folder) throws(StoreError) -> RecordText {
    let file = RecordName.board.path
    guard folder.holds(file) else { throw .notABoard(path: path) }
    let text: RecordText
    do {
      text = try RecordText(file, in: folder)
    } catch {
      throw .damaged(error)
    }
    if let format = text.newerFormat { throw .tooNew(path: file, format: format) }
    return text
  }
}

/// One reading of a board, kind by kind.
private struct BoardLoading {
  let folder: Folder
  var board: Board
  var problems: [Problem] = []

  /// Folders beside those of the kinds that a board may have.
  private static let others: Set<String> = [
    "log", BoardLock.folder, BoardFolder.originals, "templates",
  ]

  /// Fewer records than this are read faster than a thread is started.
  private static let worthAThread = 64

  /// How many records are read before they are taken into the board.
  private static let piece = 8192

  /// Lists folders of the board that nobody knows; loose files may lie beside `board.json`.
  mutating func findAliens() {
    guard let entries = try? folder.entries() else { return }
    for entry in entries where entry.kind == .folder && !Self.others.contains(entry.name) {
      guard Kind(named: entry.name)?.folder != entry.name else { continue }
      problems.append(
        Problem(
          file: visible(entry.name) + "/", what: "is not a folder of a board, so it was not read",
          remedy: "Take it elsewhere, or correct its name."))
    }
  }

  mutating func load<Content: RecordContent>(_ content: Content.Type) {
    guard let name = Content.kind.folder else { return }
    do throws(Errno) {
      let records = try folder.folder(name)
      let list = try FolderList<Content>(records)
      problems += list.problems
      read(list.ids, from: records)
    } catch {
      // Git keeps no empty folders, so a missing one holds no records.
      if error == ENOENT { return }
      problems.append(
        Problem(file: name + "/", what: "could not be read: \(error)", remedy: error.remedy))
    }
  }

  /// Reads piece by piece, so that no record is held twice for long.
  private mutating func read<Content: RecordContent>(
    _ ids: [Identifier<Content>], from folder: Folder
  ) {
    board[kind: Content.self].reserve(ids.count)
    for start in stride(from: 0, to: ids.count, by: Self.piece) {
      let end = min(start + Self.piece, ids.count)
      let middle = end - start < Self.worthAThread ? end : (start + end) / 2
      let (first, second) = together(
        { Batch(ids[start..<middle], from: folder) }, { Batch(ids[middle..<end], from: folder) })
      take(first)
      take(second)
    }
  }

  private mutating func take<Content: RecordContent>(_ batch: Batch<Content>) {
    for record in batch.records { board[record.id] = record }
    problems += batch.problems
  }
}

/// Some records of one kind, read one after the other.
private struct Batch<Content: RecordContent>: Sendable {
  private(set) var records: ContiguousArray<Record<Content>> = []
  private(set) var problems: [Problem] = []

  init(_ ids: ArraySlice<Identifier<Content>>, from folder: Folder) {
    records.reserveCapacity(ids.count)
    for id in ids {
      do {
        records.append(try RecordText(id.text + ".json", in: folder).record(id))
      } catch {
        problems.append(error)
      }
    }
  }
}
