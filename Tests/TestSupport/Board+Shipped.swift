package import Domain
import Foundation
import JSON

extension Board {
  /// The board that ships with the program, read without the store.
  package static func shipped() throws -> Board {
    try read(House.root.appending(path: "data/city-of-london"))
  }

  /// The model that it scores under.
  package static func shippedModel() throws -> Record<ScoringModel> {
    let board = try shipped()
    guard let model = board.settings.model.flatMap({ board[$0] }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return model
  }

  /// The board that ships as it was at the end of a day, by its log and without the store.
  package static func shipped(asAt date: CalendarDate) throws -> Board {
    let log = House.root.appending(path: "data/city-of-london/log/import.jsonl")
    let acts = try Data(contentsOf: log).split(separator: UInt8(ascii: "\n")).map {
      try LoggedAct(Value(parsing: [UInt8]($0)))
    }
    let documents = History(acts).documents(asAt: date)
    let settings: Record<BoardSettings> = try record("board", saying: documents[.board] ?? [:])
    var board = Board(settings: settings)
    func fill<Content: RecordContent>(_ content: Content.Type) throws {
      for (name, document) in documents.sorted(by: { $0.key < $1.key })
      where name.kind == Content.kind && name != .board {
        let id = try Identifier<Content>(name.id)
        board[id] = try record(id, saying: document)
      }
    }
    for kind in Kind.allCases { try fill(kind.content) }
    return board
  }

  private static func record<Content: RecordContent>(
    _ id: Identifier<Content>, saying document: Value
  ) throws -> Record<Content> {
    try Document(parsing: document.canonicalBytes).decode { try Record(id: id, from: $0) }
  }

  /// The board of `Tests/Fixtures/full-board`, with a full record of every kind, none deleted.
  package static func full() throws -> Board {
    var board = try read(FullRecords.folder)
    func restore<Content: RecordContent>(_ content: Content.Type) {
      for var record in Array(board[kind: content].all) {
        record.header.deleted = nil
        board[record.id] = record
      }
    }
    for kind in Kind.allCases { restore(kind.content) }
    return board
  }

  /// A board with a name and nothing else: no areas, no model.
  package static var bare: Board {
    Board(settings: Record(id: "board", content: BoardSettings(name: "A board")))
  }

  private static func read(_ folder: URL) throws -> Board {
    let settings: Record<BoardSettings> = try record(folder.appending(path: "board.json"))
    var board = Board(settings: settings)
    func fill<Content: RecordContent>(_ content: Content.Type, _ name: String) throws {
      let path = folder.appending(path: name).path
      guard let files = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
      for file in files.sorted() {
        let record: Record<Content> = try record(URL(filePath: path).appending(path: file))
        board[record.id] = record
      }
    }
    for kind in Kind.allCases { if let name = kind.folder { try fill(kind.content, name) } }
    return board
  }

  private static func record<Content: RecordContent>(_ file: URL) throws -> Record<Content> {
    let id = try Identifier<Content>(file.deletingPathExtension().lastPathComponent)
    return try Document(parsing: [UInt8](Data(contentsOf: file)))
      .decode { decoder in try Record(id: id, from: decoder) }
  }
}
