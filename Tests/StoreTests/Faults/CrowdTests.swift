import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

extension FaultTests {
  struct CrowdTests {
    @Test func `eight who edit fields of one record lose nothing`() throws {
      let crowd = try Crowd(of: 8, times: min(60 * factor, 300))
      report(
        "one record: \(crowd.writers.count) processes, \(crowd.saves) edits of different fields, "
          + "\(crowd.losses.count) lost")
      #expect(crowd.losses == [])
      #expect(crowd.saves == 8 * min(60 * factor, 300))
    }

    @Test func `the harness notices who takes no lock`() throws {
      let crowd = try Crowd(of: 8, times: 60, broken: "unlocked")
      report("one record, broken store: \(crowd.losses.first ?? "-")")
      #expect(!crowd.losses.isEmpty)
    }

    @Test func `four who edit one field find every value that did not stand`() throws {
      let times = min(25 * factor, 100)
      let folder = try TemporaryFolder.board()
      let writers = ["ada@desk", "ben@desk", "cleo@desk", "dora@desk"]
      let runs = try HammerRun.together(
        writers.map { ["contest", folder.path, $0, "\(times)"] })
      #expect(runs.map(\.status) == [0, 0, 0, 0])
      var contest = Contest(try runs.flatMap(\.lines).map { try Contest.Wish($0) })
      try contest.follow(Audit(folder))
      report("\(contest)")
      #expect(contest.losses == [])
      #expect(contest.wishes.count == 4 * times && contest.overruled > times)
    }

    @Test func `readers find every record whole while others save`() throws {
      let folder = try TemporaryFolder.board()
      let saves = min(300 * factor, 3000)
      let reading = try Reading(of: folder, during: saves)
      report(
        "readers: \(reading.reads) reads of the board during \(saves) saves, "
          + "\(reading.torn) torn, \(reading.missing) missing")
      #expect(reading.status == 0 && reading.torn == 0 && reading.missing == 0)
      #expect(reading.reads > 10)
    }

    @Test func `the harness notices who writes in place`() throws {
      let folder = try TemporaryFolder.board()
      let reading = try Reading(of: folder, during: 100, broken: "inPlace")
      report("readers, broken store: \(reading.torn) torn of \(reading.reads)")
      #expect(reading.torn > 0)
    }
  }
}

/// Several programs that each count in a field of their own, all in one record.
private struct Crowd {
  let writers: [String]
  private(set) var saves = 0
  private(set) var losses: [String] = []

  init(of size: Int, times: Int, broken: String? = nil) throws {
    let folder = try TemporaryFolder.board()
    writers = (1...size).map { "writer\($0)@desk" }
    let runs = try HammerRun.together(
      writers.map { ["count", folder.path, $0, "0", "\(times)", "single", broken ?? ""] })
    let audit = try Audit(folder)
    losses = try audit.mistakes()
    for (writer, run) in zip(writers, runs) {
      let said = run.lines.count { $0.hasPrefix("saved ") }
      let count = audit.count(of: writer, in: .drugs)
      saves += said
      if count != said { losses.append("\(writer): \(said) said to be saved, \(count) there") }
      if run.status != 0 { losses.append("\(writer) ended: \(run.lines.last ?? "-")") }
    }
  }
}

/// What became of the values that several people wished one field to have.
private struct Contest: CustomStringConvertible {
  /// A value somebody gave the field, and the one that stood there when they began.
  struct Wish {
    let value: String
    let seen: String

    init(_ line: String) throws {
      let parts = try #require(line.wholeMatch(of: /saved (.*?) instead of (.*)/))
      value = String(parts.1)
      seen = String(parts.2)
    }
  }

  let wishes: [Wish]
  private(set) var overruled = 0
  private(set) var losses: [String] = []

  init(_ wishes: [Wish]) { self.wishes = wishes }

  var description: String {
    "one field: 4 processes, \(wishes.count) values, \(overruled) overruled unseen, "
      + "\(losses.count) of them in no conflict"
  }

  /// Follows the log act by act: a value that gave way, or made one give way that its author had
  /// not seen, stands in a conflict of that moment.
  mutating func follow(_ audit: Audit) throws {
    losses = try audit.mistakes()
    let seen = Dictionary(uniqueKeysWithValues: wishes.map { ($0.value, $0.seen) })
    var counts: [String: Int] = [:]
    var document: Value = [:]
    for act in audit.history.acts {
      let before = document["title"]?.stringValue ?? ""
      for change in act.edits.filter({ $0.record == .drugs }).flatMap(\.changes) {
        change.replay(on: &document)
      }
      guard act.number > 1 else { continue }
      counts[act.stamp.by, default: 0] += 1
      let value = "\(act.stamp.by) \(counts[act.stamp.by] ?? 0)"
      guard seen[value] != before else { continue }
      overruled += 1
      let entries = document["conflicts"]?.arrayValue ?? []
      let known = [document["title"]] + entries.map { $0["other"]?["value"] }
      for text in [before, value] where !known.contains(.string(text)) {
        losses.append("act \(act.number): \(text) is neither there nor in a conflict")
      }
    }
    let acts = counts.values.reduce(0, +)
    if acts != wishes.count { losses.append("\(wishes.count) values, \(acts) acts") }
  }
}

/// Somebody who reads a board again and again while a program saves to it.
private struct Reading {
  private(set) var reads = 0
  private(set) var torn = 0
  private(set) var missing = 0
  private(set) var status: Int32 = 0

  init(of folder: TemporaryFolder, during saves: Int, broken: String? = nil) throws {
    let run = ["count", folder.path, "ada@desk", "0", "\(saves)", broken ?? ""]
    status = try HammerRun.together([run]) {
      let loaded = try folder.board.load()
      reads += 1
      torn += loaded.problems.count
      missing += loaded.board.issues.count == 1 && loaded.board.areas.count == 1 ? 0 : 1
    }[0].status
  }
}
