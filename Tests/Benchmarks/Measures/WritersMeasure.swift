import Domain
import Foundation
import JSON
import Store
import Synchronization

/// Many people who work on one board at once, with thought between their edits.
struct WritersMeasure {
  let workshop: Workshop

  private static let writers = 80
  private static let edits = 10

  func lines() throws -> [Line] {
    let folder = try workshop.boardFolder(1_000)
    let records = try BoardFolder(path: folder.path).load().board.issues.all.map(\.recordName)
    let taken = Mutex<[Double]>([])
    let people = (0..<Self.writers).map { person in
      Thread {
        var random = SystemRandomNumberGenerator()
        let board = BoardFolder(path: folder.path, writer: "w\(person)@desk")
        for count in 1...Self.edits {
          usleep(useconds_t.random(in: 0...2_000_000, using: &random))
          guard let record = records.randomElement(using: &random) else { return }
          let start = ContinuousClock.now
          guard (try? board.save(Self.edit(person, count, of: record))) != nil else { continue }
          let time = (ContinuousClock.now - start) / .seconds(1)
          taken.withLock { $0.append(time) }
        }
      }
    }
    for thread in people { thread.start() }
    while people.contains(where: { !$0.isFinished }) { usleep(50_000) }
    let saves = Samples(taken.withLock { $0 })
    let lost = try Self.writers * Self.edits - kept(in: folder)
    return [
      Line(
        what: "\(Self.writers) writers, 0–2 s of thought, 1000 records, \(saves.count) saves",
        figure: "p50 \(time(saves.median)), p99 \(time(saves.percentile(99)))"),
      Line(what: "their edits that were lost", figure: "\(lost)", aim: "0", isMet: lost == 0),
    ]
  }

  /// An edit that leaves a field of its own behind, so that all can be counted.
  private static func edit(_ person: Int, _ count: Int, of record: RecordName) -> Act {
    Act(
      stamp: Stamp(at: Timestamp(seconds: 1_538_037_720 + count), by: "w\(person)@desk"),
      edits: [
        Edit(
          record: record,
          changes: [
            FieldChange(path: ["x-bench", "w\(person)-\(count)"], old: nil, new: .bool(true))
          ])
      ])
  }

  private func kept(in folder: URL) throws -> Int {
    let issues = folder.appending(path: "issues")
    let files = try FileManager.default.contentsOfDirectory(
      at: issues, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }.reduce(0) { sum, file in
      let document = try Value(parsing: [UInt8](Data(contentsOf: file)))
      return sum + (document["x-bench"]?.objectValue?.count ?? 0)
    }
  }
}
