import Domain
import JSON
import TestSupport
import Testing

struct RecordTests {
  @Test(arguments: Kind.allCases)
  func `a full record is written as it was read`(kind: Kind) throws {
    let value = try FullRecords.value(of: kind)
    #expect(try FullRecords.recoded(value, as: kind) == value)
    #expect(try value.canonicalBytes == FullRecords.bytes(of: kind))
  }

  @Test(arguments: Kind.allCases)
  func `a full record leaves no field of its type empty`(kind: Kind) throws {
    let content = try FullRecords.decoded(FullRecords.value(of: kind), as: kind)
    #expect(emptyFields(of: content, named: kind.rawValue) == [])
  }

  @Test(arguments: Kind.allCases)
  func `every field that was designed is there`(kind: Kind) throws {
    let designed = try #require(DesignedFields.byKind[kind])
    let missing = (designed + DesignedFields.ofEveryRecord)
      .filter { !(((try? FullRecords.fields(of: kind)) ?? []).contains($0)) }
    #expect(missing == [])
  }

  @Test(arguments: Kind.allCases)
  func `what a record does not know is passed over`(kind: Kind) throws {
    let value = try FullRecords.value(of: kind)
    #expect(
      try FullRecords.recoded(value.setting(["a": [1]], at: ["fromTheFuture"]), as: kind) == value)
  }

  @Test(arguments: Kind.allCases)
  func `what is absent is empty, or is named as missing`(kind: Kind) throws {
    let full = try FullRecords.value(of: kind)
    for path in FullRecords.paths(in: full) {
      let less = full.setting(nil, at: path)
      do {
        let found = try FullRecords.recoded(less, as: kind)
        // The last entry of a list takes the list with it.
        #expect(found == less || found == full.setting(nil, at: path.dropLast()), "\(path)")
      } catch let problem as DecodingProblem {
        #expect(problem.path == path)
        #expect(problem.reason == "is missing")
        #expect(problem.line != nil)
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `a value of the wrong type is named with its field and line`(kind: Kind) throws {
    let full = try FullRecords.value(of: kind)
    for path in FullRecords.paths(in: full) {
      let wrong: Value = full[path: path]?.boolValue == nil ? true : "yes"
      let text = full.setting(wrong, at: path)
      let problem = #expect(throws: DecodingProblem.self, "\(path)") {
        try FullRecords.recoded(text, as: kind)
      }
      #expect(problem?.path == path)
      #expect(problem?.line == line(of: path, in: text))
    }
  }

  @Test(arguments: [
    (Kind.action, ["review"], "“x y” is not a date: write 2018-02-14, 2018-02 or 2018"),
    (.action, ["lead"], "“x y” cannot name a record: use 3 to 32 of a-z, 0-9 and -"),
    (.issue, ["created", "at"], "“x y” is not a time: write it in UTC as 2018-02-06T10:42:00Z"),
    (.decision, ["subject"], "“x y” does not name a record: write issues/cse"),
  ])
  func `a text that is no value of its kind is told with how to write it`(
    kind: Kind, path: [String], reason: String
  ) throws {
    let value = try FullRecords.value(of: kind).setting("x y", at: path)
    let problem = #expect(throws: DecodingProblem.self) { try FullRecords.recoded(value, as: kind) }
    #expect(problem?.path == path)
    #expect(problem?.reason.hasPrefix(reason) == true, "\(String(describing: problem))")
  }

  @Test func `a score that is no plain decimal number is told as it is written`() throws {
    let number = try #require(Number(literal: "5e-1"))
    let path = ["values", "volume", "value"]
    let value = try FullRecords.value(of: .scorecard).setting(.number(number), at: path)
    let problem = #expect(throws: DecodingProblem.self) {
      try FullRecords.recoded(value, as: .scorecard)
    }
    #expect(problem?.path == path)
    #expect(problem?.reason == "5e-1 is not a plain decimal number such as 0.5")
  }

  @Test(arguments: [
    (Kind.area, ["reviews"]), (.area, ["reviews", "review-2018", "ratings"]),
    (.action, ["owners"]), (.round, ["questions"]), (.scorecard, ["values"]),
    (.model, ["criteria"]), (.model, ["multipliers"]), (.board, ["contexts"]),
  ])
  func `a name in a list that cannot name a thing is refused with its place`(
    kind: Kind, path: [String]
  ) throws {
    let full = try FullRecords.value(of: kind)
    let entry = try #require(full[path: path]?.objectValue?.first { _ in true }?.value)
    let problem = #expect(throws: DecodingProblem.self) {
      try FullRecords.recoded(full.setting(entry, at: path + ["No Name"]), as: kind)
    }
    #expect(problem?.path == path + ["No Name"])
    #expect(problem?.reason.contains("“No Name”") == true, "\(String(describing: problem))")
  }

  @Test func `a number as a name is written in one way, so that no entry stands twice`() throws {
    let full = try FullRecords.value(of: .model)
    let entry = try #require(full[path: ["multipliers", "0"]])
    let problem = #expect(throws: DecodingProblem.self) {
      let twice = try FullRecords.recoded(
        full.setting(entry, at: ["multipliers", "0.0"]), as: .model)
      Issue.record("It became \(twice.compactText)")
    }
    #expect(problem?.path == ["multipliers", "0.0"])
    #expect(problem?.reason.contains("“0.0”") == true, "\(String(describing: problem))")
  }

  @Test(arguments: Choices.all)
  func `a choice takes its words, and tells them when it is given another`(
    choice: Choices
  ) throws {
    let full = try FullRecords.value(of: choice.kind)
    for word in choice.words {
      let value = full.setting(.string(word), at: choice.path)
      #expect(try FullRecords.recoded(value, as: choice.kind) == value)
    }
    let problem = #expect(throws: DecodingProblem.self) {
      try FullRecords.recoded(full.setting("other", at: choice.path), as: choice.kind)
    }
    #expect(problem?.path == choice.path)
    #expect(problem?.reason == "is “other”; use one of: \(choice.words.joined(separator: ", "))")
  }
}

/// A field that takes one of a few words.
struct Choices {
  let kind: Kind
  let path: [String]
  let words: [String]

  static let all = [
    Choices(kind: .area, path: ["status"], words: ["focus", "monitored", "closed"]),
    Choices(
      kind: .area, path: ["statusHistory", "focus-2018", "status"],
      words: ["focus", "monitored", "closed"]),
    Choices(
      kind: .area, path: ["lineage", "from-earlier", "relation"],
      words: ["renamedFrom", "splitFrom", "mergedFrom", "replaces", "addedBeside"]),
    Choices(
      kind: .action, path: ["owners", "agency", "agreed"], words: ["yes", "no", "unknown"]),
    Choices(
      kind: .action, path: ["disruptions", "raid", "level"],
      words: ["major", "moderate", "minor"]),
    Choices(
      kind: .response, path: ["state"], words: ["answered", "nil", "declined", "notApplicable"]),
    Choices(
      kind: .issue, path: ["stage"],
      words: ["emerging", "watched", "registered", "referred", "dismissed", "merged"]),
    Choices(kind: .scorecard, path: ["basis"], words: ["working", "agency", "agreed"]),
    Choices(
      kind: .request, path: ["decision"],
      words: ["agreed", "part", "refused", "withdrawn", "noReply"]),
    Choices(
      kind: .model, path: ["multipliers", "0", "basis"], words: ["published", "assumed"]),
  ]
}

/// The line on which the value of a path stands in the canonical bytes of a value.
private func line(of path: [String], in value: Value) -> Int {
  let mark = "the value that is looked for"
  let text = String(decoding: value.setting(.string(mark), at: path).canonicalBytes, as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return 1 + (lines.firstIndex { $0.contains(mark) } ?? -1)
}

/// The names of the optional fields without a value and of the lists without an entry.
private func emptyFields(of subject: Any, named name: String) -> [String] {
  if subject is Value || subject is String { return [] }
  let mirror = Mirror(reflecting: subject)
  switch mirror.displayStyle {
  case .optional, .collection, .dictionary:
    if mirror.children.isEmpty { return [name] }
  default: break
  }
  return mirror.children.flatMap { child in
    emptyFields(of: child.value, named: child.label.map { "\(name).\($0)" } ?? name)
  }
}
