package import Domain
import Glibc
import JSON

/// One log as it was read, from its first line to its last.
struct LogReader {
  /// The acts that could be read, in their order.
  private(set) var acts: [LoggedAct] = []
  private(set) var problems: [Problem] = []

  /// The limits of a line, which may hold many records.
  static let limits = Limits(
    maximumBytes: (1 << 30) - 1, maximumDepth: 64, maximumNodes: 1 << 24)

  /// Reads a log and follows its chain; what is wrong is listed, and the rest is read.
  init(_ name: String, in folder: Folder) {
    let path = folder.path(of: name)
    do {
      let bytes = try folder.readingLog(name) { file throws(Errno) in
        try LogTail.bytes(of: file, from: 0)
      }
      read(bytes[...], of: visible(path))
    } catch {
      problems = [
        Problem(file: visible(path), what: "could not be read: \(error)", remedy: error.remedy)
      ]
    }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, of path: String) {
    var rest = bytes
    var number = 0
    var previous: Digest?
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let following = rest[(end + 1)...]
      if !LogTail.isWhole(rest[..<end]), !following.contains(UInt8(ascii: "\n")) { break }
      number += 1
      let line = Array(rest[..<end])
      rest = following
      take(line, after: previous, at: number, of: path)
      previous = Digest(of: line)
    }
    if !rest.isEmpty {
      problems.append(
        Problem(
          file: path, line: number + 1, what: "ends in the middle of a line",
          remedy: "Nothing is lost: that save was never confirmed. “socboard recover” tidies up."))
    }
  }

  private mutating func take(
    _ line: [UInt8], after previous: Digest?, at number: Int, of path: String
  ) {
    let act: LoggedAct
    do {
      act = try LoggedAct(Value(parsing: line, limits: LogReader.limits))
    } catch let error as SyntaxError {
      problems.append(
        Problem(
          file: path, line: number, column: error.column, what: visible(error.what),
          remedy: LogReader.damage))
      return
    } catch {
      let field = (error as? LogProblem)?.field
      problems.append(
        Problem(
          file: path, line: number, field: field, what: "is not what a log says there",
          remedy: LogReader.damage))
      return
    }
    if act.previous != previous {
      problems.append(
        Problem(
          file: path, line: number, field: "prev",
          what: "does not continue the line before: a line was taken out, put in or changed",
          remedy: "Compare the log with a copy of it, such as another agency's."))
    }
    if let last = acts.last, last.number >= act.number {
      problems.append(
        Problem(
          file: path, line: number, field: "act", what: "is \(act.number), after \(last.number)",
          remedy: "Compare the log with a copy of it, such as another agency's."))
    }
    acts.append(act)
  }

  private static let damage = "Bring the line back from a copy of the log."
}

extension BoardFolder {
  /// The names of the logs, sorted; none where the board has no log yet.
  func logNames(in folder: Folder) throws(StoreError) -> (folder: Folder, names: [String])? {
    do {
      let logs = try folder.folder(LogFile.folder)
      let names = try logs.entries().map(\.name).filter {
        $0.utf8.suffix(6).elementsEqual(".jsonl".utf8)
      }
      return (logs, names.sorted())
    } catch {
      if error == ENOENT { return nil }
      throw .unreadable(path: LogFile.folder + "/", error)
    }
  }

  /// Reads every log of the board.
  ///
  /// - Returns: What the logs tell, and what is wrong with them.
  /// - Throws: ``StoreError`` when the folder cannot be read.
  package func history() throws(StoreError) -> (history: History, problems: [Problem]) {
    guard let logs = try logNames(in: try open()) else { return (History([]), []) }
    var acts: [LoggedAct] = []
    var problems: [Problem] = []
    for name in logs.names {
      let log = LogReader(name, in: logs.folder)
      acts += log.acts
      problems += log.problems
    }
    return (History(acts), problems)
  }

  /// The acts of one writer.
  func ownActs(of writer: String, in folder: Folder) throws(StoreError) -> OwnActs {
    guard let logs = try logNames(in: folder) else { return OwnActs([]) }
    let name = LogFile.name(of: writer) + ".jsonl"
    guard logs.names.contains(name) else { return OwnActs([]) }
    // Names that differ only in what no file name holds share a log.
    return OwnActs(LogReader(name, in: logs.folder).acts.filter { $0.stamp.by == writer })
  }
}
