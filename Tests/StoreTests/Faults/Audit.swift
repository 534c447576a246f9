import Domain
import Foundation
import JSON
import Store

/// What the files of a board say, and what its logs say, for finding where they differ.
struct Audit {
  /// What could not be read of the board.
  let torn: [Problem]
  let logProblems: [Problem]
  let history: History
  private let folder: TemporaryFolder

  /// What stands in the records' files.
  private(set) var documents: [RecordName: Value] = [:]

  init(_ folder: TemporaryFolder) throws {
    torn = try folder.board.load().problems
    (history, logProblems) = try folder.board.history()
    self.folder = folder
    for name in try folder.everything() where name.hasSuffix(".json") && !name.contains("/.") {
      guard let record = RecordName(String(name.dropLast(5))) else { continue }
      documents[record] = try? folder.value(of: name)
    }
  }

  /// The records whose files do not hold what the logs say of them.
  var disagreements: [RecordName] {
    let logged = history.documents
    return Set(logged.keys).union(documents.keys).filter { logged[$0] != documents[$0] }.sorted()
  }

  /// How many logs end in half a line, which the next save of their writer puts aside.
  var halfLines: Int { logProblems.count { $0.what == "ends in the middle of a line" } }

  /// What no board may be like once an interrupted act is finished; half a line may be left until
  /// every writer has saved again and it is to be tidy.
  func mistakes(isTidy: Bool = true) throws -> [String] {
    let numbers = history.acts.map(\.number)
    var mistakes = torn.map { "torn: \($0)" }
    mistakes += disagreements.map { "\($0) is not what the logs say" }
    mistakes += try (logProblems + folder.problems())
      .filter { isTidy || $0.what != "ends in the middle of a line" }.map { "check: \($0)" }
    if numbers != Array(1..<(numbers.count + 1)) { mistakes.append("acts are numbered \(numbers)") }
    return mistakes
  }

  /// How far a writer has counted in a record.
  func count(of writer: String, in record: RecordName) -> Int {
    documents[record]?["x-counts"]?[writer]?.intValue ?? 0
  }
}

extension RecordName {
  static let drugs = SaveTests.drugs
  static let cse = RecordName(Identifier<Area>("cse"))
}

extension TemporaryFolder {
  /// The bytes of every file that holds any, but the lock: a log that was opened says nothing yet.
  func texts() throws -> [String: [UInt8]] { try contents().filter { !$0.value.isEmpty } }

  /// Counts one further in a writer's own field, as the hammer does, and says why that failed.
  func count(
    as writer: String, in records: [RecordName] = [.drugs], disk: Disk = Disk()
  ) throws -> String? {
    let edits = records.map { record in
      let count = (try? value(of: record.path))?["x-counts"]?[writer]?.intValue ?? 0
      return Edit(
        record: record,
        changes: [
          FieldChange(
            path: ["x-counts", writer], old: count == 0 ? nil : .number(Number(count)),
            new: .number(Number(count + 1)))
        ])
    }
    do {
      try BoardFolder(path: path, writer: writer, disk: disk).save(Act(edits, by: writer))
      return nil
    } catch {
      return "a save of \(writer) afterwards: \(error)"
    }
  }
}
