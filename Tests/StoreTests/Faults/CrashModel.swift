import Foundation

/// What a disk may hold when the power fails while system calls are made.
///
/// It is the weakest disk that POSIX allows: a write, a new length or a name that was not synced may
/// have reached it or not, whatever came before or after; of a write half may be there, or only the
/// room for it. A file's sync does not keep its name; that of its folder does.
struct CrashModel {
  /// What a call does to the disk; files go by numbers, because names change.
  enum Step: Hashable {
    case make(String, file: Int)
    case rename(String, to: String, file: Int)
    case remove(String)
    case write([UInt8], at: Int, file: Int)
    case cut(Int, file: Int)
    case sync(file: Int)
    case syncFolder(String)
    case answer(String)
  }

  /// What is on the disk.
  struct Contents: Hashable {
    var names: [String: Int] = [:]
    var bytes: [Int: [UInt8]] = [:]
  }

  /// What is on the disk at a moment, and what the program has said by then.
  struct Moment: Hashable {
    let files: [String: [UInt8]]
    let answer: String?
  }

  private(set) var steps: [Step] = []

  /// The first name of each file.
  private(set) var firstNames: [Int: String] = [:]
  private let start: Contents
  private var now: Contents

  /// A disk that holds some files, by their paths, for good.
  init(_ files: [String: [UInt8]]) {
    var start = Contents()
    for (number, file) in files.sorted(by: { $0.key < $1.key }).enumerated() {
      start.names[file.key] = number
      start.bytes[number] = file.value
      firstNames[number] = file.key
    }
    self.start = start
    now = start
  }

  /// Steps other than those that were recorded: what a broken store would have done.
  mutating func change(_ body: (CrashModel) -> [Step]) { steps = body(self) }

  // MARK: Recording

  /// Takes the steps of some calls in a folder; what is done to its lock is no matter of the disk.
  mutating func record(_ calls: some Sequence<SystemCall>, in folder: String) {
    for call in calls where call.isDone { record(call, in: folder + "/") }
  }

  private mutating func record(_ call: SystemCall, in root: String) {
    if call.name == "write", let text = call.texts.first, call.paths.first?.hasPrefix(root) != true
    {
      let word = text.prefix { $0 != 32 && $0 != 10 }
      if word != Array("begin".utf8)[...] {
        add(.answer(String(decoding: word, as: UTF8.self)))
      }
      return
    }
    guard let path = call.paths.first, (path + "/").hasPrefix(root) else { return }
    let place = String((path + "/").dropFirst(root.count).dropLast())
    if place.hasPrefix("locks") { return }
    let names = call.texts.map { text in
      (place.isEmpty ? "" : place + "/") + String(decoding: text, as: UTF8.self)
    }
    let last = call.arguments.split(separator: ", ").last.flatMap { Int($0) } ?? 0
    switch call.name {
    case "openat" where call.arguments.contains("O_CREAT") && now.names[names[0]] == nil:
      add(.make(names[0], file: firstNames.count))
    case "renameat", "renameat2":
      guard let file = now.names[names[0]] else { return }
      add(.rename(names[0], to: names[1], file: file))
    case "unlinkat": add(.remove(names[0]))
    case "fsync", "fdatasync":
      add(now.names[place].map { .sync(file: $0) } ?? .syncFolder(place))
    default:
      guard let file = now.names[place] else { return }
      let count = Int(call.result) ?? 0
      switch call.name {
      case "write":
        let end = now.bytes[file]?.count ?? 0
        add(.write(Array(call.texts[0].prefix(count)), at: end, file: file))
      case "pwrite64": add(.write(Array(call.texts[0].prefix(count)), at: last, file: file))
      case "ftruncate": add(.cut(last, file: file))
      default: break
      }
    }
  }

  private mutating func add(_ step: Step) {
    if case .make(let name, let file) = step { firstNames[file] = name }
    steps.append(step)
    now = now.outcomes(of: step)[0]
  }

  // MARK: Failing

  /// All that can be on the disk when the power fails, at every moment, each once.
  var moments: [Moment] {
    var moments: [Moment] = []
    var synced = start
    var pending: [Step] = []
    var answer: String?
    for step in [Step.answer("")] + steps {
      switch step {
      case .answer(let text): answer = text.isEmpty ? nil : text
      case .sync, .syncFolder:
        for kept in pending where kept.isKept(by: step) { synced = synced.outcomes(of: kept)[0] }
        pending.removeAll { $0.isKept(by: step) }
      default: pending.append(step)
      }
      var contents = [synced]
      for step in pending { contents = contents.flatMap { [$0] + $0.outcomes(of: step) }.once }
      moments = (moments + contents.map { Moment(files: $0.files, answer: answer) }).once
    }
    return moments
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  fileprivate var once: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension CrashModel.Step {
  /// Whether a sync makes it last.
  func isKept(by sync: CrashModel.Step) -> Bool {
    switch (self, sync) {
    case (.write(_, _, let file), .sync(let synced)), (.cut(_, let file), .sync(let synced)):
      file == synced
    case (.make(let name, _), .syncFolder(let folder)),
      (.rename(let name, _, _), .syncFolder(let folder)),
      (.remove(let name), .syncFolder(let folder)):
      (name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "") == folder
    default: false
    }
  }
}

extension CrashModel.Contents {
  var files: [String: [UInt8]] { names.mapValues { bytes[$0] ?? [] } }

  /// What is on the disk after a step: first whole, then in part.
  func outcomes(of step: CrashModel.Step) -> [Self] {
    var result = self
    switch step {
    case .make(let name, let file): result.names[name] = file
    case .rename(let old, let new, let file):
      if result.names[old] == file { result.names[old] = nil }
      result.names[new] = file
    case .remove(let name): result.names[name] = nil
    case .cut(let size, let file):
      var text = Array((bytes[file] ?? []).prefix(size))
      text += [UInt8](repeating: 0, count: size - text.count)
      result.bytes[file] = text
    case .write(let text, let place, let file):
      let half = text.count / 2
      let zeros = [UInt8](repeating: 0, count: text.count)
      let texts: [[UInt8]] = [
        text, Array(text[..<half]), zeros, Array(zeros[..<half]) + Array(text[half...]),
      ]
      return texts.map { writing($0, at: place, to: file) }
    case .sync, .syncFolder, .answer: break
    }
    return [result]
  }

  private func writing(_ text: [UInt8], at place: Int, to file: Int) -> Self {
    var result = self
    var bytes = bytes[file] ?? []
    bytes += [UInt8](repeating: 0, count: max(0, place - bytes.count))
    bytes.replaceSubrange(place..<min(bytes.count, place + text.count), with: text)
    result.bytes[file] = bytes
    return result
  }
}
