import CSystem
package import Domain
import Glibc
import JSON

/// Some acts of a board, read without following the chains of its logs.
///
/// A log grows for years, and these are asked for while others wait for the lock: only lines that
/// name what is asked for are read, the others are passed over. A log or a line that cannot be read
/// is for the check, which tells of it.
extension BoardFolder {
  /// What the logs tell of some records: every act that changed one of them.
  ///
  /// - Throws: ``StoreError`` when the folder of the logs cannot be read.
  package func history(of records: Set<RecordName>) throws(StoreError) -> History {
    try history(of: records, in: try open())
  }

  func history(of records: Set<RecordName>, in folder: Folder) throws(StoreError) -> History {
    let acts = try acts(naming: records.map(\.description), in: folder)
    return History(acts.filter { act in act.edits.contains { records.contains($0.record) } })
  }

  /// The acts of one writer.
  func acts(of writer: String, in folder: Folder) throws(StoreError) -> OwnActs {
    let acts = try acts(naming: [writer], in: folder).filter { $0.stamp.by == writer }
    return OwnActs(History(acts).acts)
  }

  /// The acts of all logs in whose lines one of some texts stands, as a string of its own.
  private func acts(
    naming texts: [String], in folder: Folder
  ) throws(StoreError) -> [LoggedAct] {
    guard let logs = try logNames(in: folder) else { return [] }
    let marks = texts.map { Array(Value.string($0).compactText.utf8) }
    var acts: [LoggedAct] = []
    for name in logs.names {
      let bytes = try? logs.folder.readingLog(name) { file throws(Errno) in
        try LogTail.bytes(of: file, from: 0)
      }
      guard let bytes else { continue }
      acts += lines(of: bytes, with: marks).compactMap { line in
        (try? Value(parsing: Array(bytes[line]), limits: LogReader.limits))
          .flatMap { try? LoggedAct($0) }
      }
    }
    return acts
  }
}

/// Where the whole lines stand that hold one of some marks, in their order.
private func lines(of bytes: [UInt8], with marks: [[UInt8]]) -> [Range<Int>] {
  bytes.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress else { return [] }
    var lines: [Range<Int>] = []
    var start = 0
    while let end = memchr(base + start, CInt(UInt8(ascii: "\n")), bytes.count - start) {
      let line = start..<(UnsafeRawPointer(end) - base)
      if marks.contains(where: { cs_holds(base + start, line.count, $0, $0.count) }) {
        lines.append(line)
      }
      start = line.upperBound + 1
    }
    return lines
  }
}
