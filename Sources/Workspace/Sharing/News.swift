import Domain

/// What others did since this session began, and what of it has not been looked at.
struct News: Sendable {
  /// One change, and the records in whose rows it is shown.
  struct Entry: Sendable {
    let number: Int
    let subjects: [RecordName]
    let change: Change
  }

  /// Older changes than these are forgotten here; the log keeps them.
  private static let longest = 1_000

  /// The changes, oldest first.
  private(set) var entries: [Entry] = []

  /// The changes that have not been looked at, by the record in whose row they are shown.
  private var marks: [RecordName: [Entry]] = [:]
  private var count = 0

  /// Whether nothing waits to be looked at.
  var isAllSeen: Bool { marks.isEmpty }

  /// What has not been looked at in the row of a record, oldest first.
  func unseen(at subject: RecordName) -> [Change] { marks[subject, default: []].map(\.change) }

  func isUnseen(_ entry: Entry) -> Bool {
    entry.subjects.contains { subject in
      marks[subject]?.contains { $0.number == entry.number } ?? false
    }
  }

  /// Adds a change, in its place by time.
  mutating func add(_ change: Change, at subjects: [RecordName]) {
    let entry = Entry(number: count, subjects: subjects, change: change)
    count += 1
    let later = entries.reversed().prefix { change.at < $0.change.at }.count
    entries.insert(entry, at: entries.count - later)
    for subject in subjects { marks[subject, default: []].append(entry) }
    if entries.count > News.longest { forget(entries.removeFirst()) }
  }

  private mutating func forget(_ entry: Entry) {
    for subject in entry.subjects {
      marks[subject]?.removeAll { $0.number == entry.number }
      if marks[subject]?.isEmpty == true { marks[subject] = nil }
    }
  }

  /// Takes note that a person has looked at a record.
  mutating func look(at subject: RecordName) { marks[subject] = nil }

  /// Takes note that a person has looked at everything.
  mutating func lookAtAll() { marks = [:] }
}
