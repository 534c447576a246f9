import Domain
import Glibc
import JSON
import Store

/// A program that saves to a board again and again, and says after each save what came of it.
///
///     store-hammer count BOARD WRITER FROM TIMES [single] [BROKEN]
///     store-hammer contest BOARD WRITER TIMES
///     store-hammer make BOARD WRITER
///
/// `count` counts up a field of its own in an area and an issue, both in one act (`single`: in the
/// issue only); `contest` gives the issue's title a value of its own each time, and looks
/// at the screen only every other time; `make` makes a
/// decision and renames the issue. BROKEN is what is wrong with the store, see ``BrokenStore``.
///
/// It writes `begin`, and then a line a save: `saved WRITER NUMBER`, or why not.
@main struct Hammer {
  let board: BoardFolder
  let writer: String
  let broken: BrokenStore?

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else { end(2) }
    let broken = arguments.last.flatMap(BrokenStore.init)
    let hammer = Hammer(
      board: BoardFolder(
        path: arguments[2], writer: arguments[3], patience: .seconds(120),
        disk: broken?.disk(of: arguments[2]) ?? Disk()),
      writer: arguments[3], broken: broken)
    let numbers = arguments.dropFirst(4).compactMap { Int($0) }
    say("begin")
    switch (arguments[1], numbers.count) {
    case ("count", 2):
      hammer.count(from: numbers[0], times: numbers[1], inPairs: !arguments.contains("single"))
    case ("contest", 1): hammer.contest(times: numbers[0])
    case ("make", 0): hammer.save(1, [.decide, .rename])
    default: end(2)
    }
  }

  private func count(from start: Int, times: Int, inPairs: Bool) {
    for number in (start + 1)..<(start + times + 1) {
      let records: [RecordName] = inPairs ? [.drugs, .cse] : [.drugs]
      save(number, records.map { Edit(counting: writer, to: number, in: $0) })
    }
  }

  private func contest(times: Int) {
    var seen = ""
    for number in 1..<(times + 1) {
      if number % 2 == 1 {
        guard case .document(let document)? = board.read([.drugs]).first?.outcome else {
          Hammer.end(1)
        }
        seen = document["title"]?.stringValue ?? ""
      }
      let change = FieldChange(
        path: ["title"], old: .string(seen), new: .string("\(writer) \(number)"))
      save(number, [Edit(record: .drugs, changes: [change])], note: " instead of \(seen)")
    }
  }

  private func save(_ number: Int, _ edits: [Edit], note: String = "") {
    if broken == .early { Hammer.say("saved \(writer) \(number)") }
    let act = Act(stamp: Stamp(at: Timestamp(seconds: time(nil)), by: writer), edits: edits)
    do {
      try board.save(act)
      if broken != .early { Hammer.say("saved \(writer) \(number)\(note)") }
    } catch {
      switch error {
      case .unconfirmed: Hammer.say("unconfirmed \(error)")
      case .unfinished: Hammer.say("unfinished \(error)")
      case .uncertain: Hammer.say("uncertain \(error)")
      default: Hammer.say("refused \(error)")
      }
      Hammer.end(1)
    }
  }

  /// Says a line in one call, so that nobody hears half of it.
  private static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static func end(_ status: CInt) -> Never { exit(status) }
}

extension RecordName {
  static let drugs = RecordName(Identifier<Issue>("drugs"))
  static let cse = RecordName(Identifier<Area>("cse"))
  static let decision = RecordName(Identifier<Decision>("first"))
}

extension Edit {
  /// Counts one further in a field of the writer's own.
  init(counting writer: String, to number: Int, in record: RecordName) {
    let old: Value? = number == 1 ? nil : .number(Number(number - 1))
    let change = FieldChange(path: ["x-counts", writer], old: old, new: .number(Number(number)))
    self.init(record: record, changes: [change])
  }

  static let decide = Edit(
    record: .decision,
    changes: FieldChange.between([:], ["date": "2018-02-06", "what": "Rename it"]), isNew: true)

  static let rename = Edit(
    record: .drugs, changes: [FieldChange(path: ["title"], old: "Drugs", new: "Drug supply")])
}
