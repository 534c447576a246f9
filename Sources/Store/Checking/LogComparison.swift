import Domain
import Glibc
import JSON

/// The records of a board as they stand in their files, held against its logs.
///
/// Who makes one holds a lock of the board, or has the folder to himself.
struct LogComparison {
  let history: History

  /// The records that do not fit what the logs say of them, by name.
  private(set) var findings: [RecordFinding] = []

  /// What is wrong with the logs themselves, and the records that could not be looked at.
  private(set) var problems: [Problem]

  /// How many records could be read.
  private(set) var records = 0

  private let folder: Folder
  private let trails: [RecordName: RecordTrail]
  private let knowsUnlogged: Bool

  /// Reads the logs, and every record once.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - folder: Its folder.
  ///   - lastAct: The number of the last act known to have been done; 0 where none is.
  ///   - knowsUnlogged: Whether records that no log knows count though there is no log at all.
  /// - Throws: ``StoreError`` when the logs' folder cannot be read.
  init(
    of board: BoardFolder, in folder: Folder, knowing lastAct: Int, knowsUnlogged: Bool = false
  ) throws(StoreError) {
    let logs = try board.history(in: folder)
    history = logs.history
    problems = logs.problems + logs.history.problems(knowing: lastAct)
    trails = history.trails { Digest(of: $0.canonicalBytes) }
    self.knowsUnlogged = knowsUnlogged || !trails.isEmpty
    self.folder = folder
    for kind in Kind.allCases { compare(kind.content) }
    findings.sort { $0.record < $1.record }
  }

  /// The number of the last act in any log; 0 without one.
  var lastAct: Int { history.acts.last?.number ?? 0 }

  /// The findings and all else that is wrong, as a person is told.
  var allProblems: [Problem] {
    (problems + findings.map { Problem($0, lastAct: lastAct) }).sorted()
  }

  private mutating func compare<Content: RecordContent>(_ content: Content.Type) {
    let known = trails.keys.filter { $0.kind == Content.kind }
    guard let name = Content.kind.folder else {
      for record in Set(known + [.board]) { compare(record, content, in: folder) }
      return
    }
    do throws(Errno) {
      let folder = try folder.folder(name)
      let listed = try FolderList<Content>(folder).ids.map(RecordName.init)
      for record in Set(known + listed) { compare(record, content, in: folder) }
    } catch {
      // Of a folder that cannot be opened the loading tells; nobody knows what is in it.
      guard error == ENOENT else { return }
      for record in known { add(record, .gone) }
    }
  }

  private mutating func compare<Content: RecordContent>(
    _ record: RecordName, _ content: Content.Type, in folder: Folder
  ) {
    do throws(Folder.ReadingError) {
      let bytes = try folder.bytes(of: record.fileName, limit: Limits.record.maximumBytes)
      compare(bytes, of: record, content, in: folder)
    } catch {
      if case .system(let errno) = error, errno == ENOENT {
        add(record, .gone)
      } else if error.refusal != nil {
        problems.append(Problem(error, in: record.path))
      } else {
        add(record, .damaged(Problem(error, in: record.path)))
      }
    }
  }

  private mutating func compare<Content: RecordContent>(
    _ bytes: [UInt8], of record: RecordName, _ content: Content.Type, in folder: Folder
  ) {
    do {
      let text = try RecordText(record.fileName, in: folder, holding: bytes)
      if let format = text.newerFormat {
        problems.append(Problem(format: format, of: record.path))
        return
      }
      guard let id = try? Identifier<Content>(record.id) else {
        preconditionFailure("The name of a record is well formed.")
      }
      _ = try text.record(id)
      records += 1
      add(record, .document(text.value))
    } catch {
      add(record, .damaged(error))
    }
  }

  private mutating func add(_ record: RecordName, _ outcome: RecordReading.Outcome) {
    let finding = RecordFinding(record, outcome, trails[record]) { Digest(of: $0.canonicalBytes) }
    guard let finding, knowsUnlogged || finding.difference != .unlogged else { return }
    findings.append(finding)
  }
}

extension Folder.ReadingError {
  /// The system's refusal to show a file, which says nothing of what is in it; `nil` when the file
  /// itself is wrong.
  var refusal: Errno? {
    guard case .system(let error) = self,
      ![ENOENT, ENOTDIR, EISDIR, ELOOP].contains(error.code)
    else { return nil }
    return error
  }
}
