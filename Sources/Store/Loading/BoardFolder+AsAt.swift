package import Domain
import JSON

extension BoardFolder {
  /// Reads the board as it was at the end of a day, from its logs.
  ///
  /// What the logs cannot tell is listed as a problem, and never guessed from what a record says
  /// today.
  ///
  /// - Throws: ``StoreError``; ``StoreError/unknownThen(_:first:)`` when the board was not there yet.
  package func load(asAt date: CalendarDate) throws(StoreError) -> LoadedBoard {
    let folder = try open()
    _ = try settingsText(in: folder)
    let (history, problems) = try history()
    let documents = history.documents(asAt: date)
    guard let settings = documents[.board] else {
      throw .unknownThen(date, first: history.firstDay)
    }
    var past = PastBoard(
      board: Board(settings: try PastBoard.settings(settings, in: folder)), problems: problems)
    let names = Dictionary(grouping: documents.keys, by: \.kind)
    let logged = history.records
    for kind in Kind.allCases where kind != .board {
      past.take(kind.content, (names[kind] ?? []).sorted(), documents, in: folder)
      past.listUnlogged(kind.content, besides: logged, in: folder)
    }
    return LoadedBoard(board: past.board, problems: past.problems.sorted())
  }
}

/// A board that is put together from what its logs tell.
private struct PastBoard {
  var board: Board
  var problems: [Problem]

  static func settings(
    _ document: Value, in folder: Folder
  ) throws(StoreError) -> Record<BoardSettings> {
    do {
      return try record("board", saying: document, in: folder)
    } catch {
      throw .damaged(error)
    }
  }

  mutating func take<Content: RecordContent>(
    _ content: Content.Type, _ names: [RecordName], _ documents: [RecordName: Value],
    in folder: Folder
  ) {
    for name in names {
      guard let id = try? Identifier<Content>(name.id), let document = documents[name] else {
        continue
      }
      do {
        board[id] = try PastBoard.record(id, saying: document, in: folder)
      } catch {
        problems.append(
          Problem(
            file: name.path, field: error.field, what: "\(error.what), as the logs tell it",
            remedy: "Some of it was written without a log: it is not shown as at a day."))
      }
    }
  }

  /// Lists the records that are there today and in no log.
  mutating func listUnlogged<Content: RecordContent>(
    _ content: Content.Type, besides logged: Set<RecordName>, in folder: Folder
  ) {
    guard let name = Content.kind.folder, let records = try? folder.folder(name),
      let list = try? FolderList<Content>(records)
    else { return }
    for id in list.ids where !logged.contains(RecordName(id)) {
      problems.append(
        Problem(
          file: RecordName(id).path, what: "is in no log, so nobody can say since when it is there",
          remedy: "It is not shown as at a day: only what was done with socboard is."))
    }
  }

  private static func record<Content: RecordContent>(
    _ id: Identifier<Content>, saying document: Value, in folder: Folder
  ) throws(Problem) -> Record<Content> {
    try RecordText(RecordName(id).path, in: folder, holding: document.canonicalBytes).record(id)
  }
}
