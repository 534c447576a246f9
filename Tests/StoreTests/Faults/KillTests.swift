import Foundation
import Store
import TestSupport
import Testing

extension FaultTests {
  struct KillTests {
    @Test func `what was said to be saved survives kill -9`() throws {
      var run = try KillRun()
      for _ in 0..<(6 * factor) { try run.round() }
      report("\(run)")
      #expect(run.losses == [])
      #expect(run.kills >= 6 * factor && run.saves > 10 * factor)
    }

    @Test func `the harness notices who says saved too early`() throws {
      var run = try KillRun()
      for _ in 0..<40 where run.losses.isEmpty { try run.round(with: "early") }
      report("kill -9, broken store: lost after \(run.kills) kills: \(run.losses.first ?? "-")")
      #expect(run.losses.contains { $0.contains("said to be saved") })
    }
  }
}

/// Three programs that save to one board and are killed at random, again and again.
private struct KillRun: CustomStringConvertible {
  private static let writers = ["ada@desk", "ben@desk", "cleo@desk"]

  private let folder: TemporaryFolder
  private let pipes: TemporaryFolder
  private let ear: Ear
  private var generator = SeededGenerator(seed: 7)
  private var rounds = 0
  private(set) var kills = 0
  private(set) var saves = 0
  private var finished = 0
  private var halfLines = 0
  private(set) var losses: [String] = []

  init() throws {
    folder = try TemporaryFolder.board()
    pipes = try TemporaryFolder()
    ear = try Ear(in: pipes)
  }

  var description: String {
    "kill -9: \(rounds) rounds, \(kills) kills, \(saves) acknowledged saves, \(losses.count) lost, "
      + "\(finished) finished by recovery, \(halfLines) half lines"
  }

  mutating func round(with broken: String? = nil) throws {
    let before = try Audit(folder)
    var counts = Dictionary(
      uniqueKeysWithValues: Self.writers.map { ($0, before.count(of: $0, in: .drugs)) })
    // One alone is killed in the middle of a save; several find each other in the way.
    let crowd = Self.writers.shuffled(using: &generator)
      .prefix(.random(in: 1...3, using: &generator))
    let children = try crowd.map { writer in
      try HammerRun.start(
        ["count", folder.path, writer, "\(counts[writer] ?? 0)", "1000000", broken ?? ""],
        saying: ear.path)
    }
    let enough = saves + Int.random(in: 1...60, using: &generator)
    while saves < enough, children.allSatisfy(\.isRunning) { listen(5000, &counts) }
    listen(.random(in: 0...3, using: &generator), &counts)
    for child in children.shuffled(using: &generator) { child.kill(SIGKILL) }
    for child in children {
      let status = child.wait()
      if status != 128 + SIGKILL { losses.append("a writer ended by itself with \(status)") }
    }
    listen(0, &counts)
    rounds += 1
    kills += children.count
    try judge(counts)
  }

  /// Takes note of what was said to be saved.
  private mutating func listen(_ milliseconds: Int32, _ counts: inout [String: Int]) {
    for line in ear.lines(within: milliseconds) {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "saved", let number = Int(words[2]) else {
        if line != "begin" { losses.append("a writer said: \(line)") }
        continue
      }
      counts[String(words[1])] = number
      saves += 1
    }
  }

  /// Holds the board, before and after the next save, against what was said to be saved.
  private mutating func judge(_ counts: [String: Int]) throws {
    let left = try Audit(folder)
    losses += left.torn.map { "torn: \($0)" }
    finished += left.disagreements.isEmpty ? 0 : 1
    halfLines += left.halfLines
    if let refusal = try folder.count(as: "chair@desk") { losses.append(refusal) }
    let after = try Audit(folder)
    losses += try after.mistakes(isTidy: false)
    for (writer, saved) in counts.sorted(by: { $0.key < $1.key }) {
      let count = after.count(of: writer, in: .drugs)
      if count < saved { losses.append("\(writer): \(saved) said to be saved, \(count) there") }
      if count > saved + 1 { losses.append("\(writer): \(count) there, \(saved) said to be saved") }
      if count != after.count(of: writer, in: .cse) { losses.append("\(writer): half an act") }
    }
  }
}
