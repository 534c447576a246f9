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

  /// Reads the whole lines at the end of a log; their chain is not followed.
  init(endOf name: String, in folder: Folder, reach: Int) {
    let end = try? folder.readingLog(name) { file throws(Errno) in
      try LogTail.bytes(of: file, atMost: reach)
    }
    guard let end else { return }
    let isWhole = end.count < reach
    let start = isWhole ? 0 : end.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end.count
    read(end[start...], of: visible(folder.path(of: name)))
    problems = []
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
          remedy: "Nothing is lost: that save was never confirmed. Their next save, or "
            + "“socboard recover” where it may write the log, puts the half aside."))
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
          remedy: LogReader.damage(of: line)))
      return
    } catch {
      let field = (error as? LogProblem)?.field
      problems.append(
        Problem(
          file: path, line: number, field: field, what: "is not what a log says there",
          remedy: LogReader.damage(of: line)))
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

  /// What to do about a line that cannot be read, and which records it is still seen to name.
  private static func damage(of line: [UInt8]) -> String {
    let mark = Array(#""record":""#.utf8)
    var names: Set<RecordName> = []
    var rest = line[...]
    while let start = rest.firstRange(of: mark)?.upperBound {
      rest = rest[start...]
      let text = String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      if let name = RecordName(text) { names.insert(name) }
    }
    let list = names.sorted().map(\.description).joined(separator: ", ")
    return "Bring the line back from a copy of the log."
      + (names.isEmpty ? "" : " Until then what the log says of \(list) may lack an act.")
  }
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
    try history(in: try open())
  }

  /// Reads every log in the board's open folder.
  func history(in folder: Folder) throws(StoreError) -> (history: History, problems: [Problem]) {
    guard let logs = try logNames(in: folder) else { return (History([]), []) }
    var acts: [LoggedAct] = []
    var problems: [Problem] = []
    for name in logs.names {
      let log = LogReader(name, in: logs.folder)
      acts += log.acts
      problems += log.problems
    }
    return (History(acts), problems)
  }
}
