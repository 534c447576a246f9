import Foundation
import TestSupport

/// One call to the system, as strace writes it: `name(arguments) = result`.
struct SystemCall {
  let name: String

  /// The how many-th call of this name it is in the process.
  let number: Int

  /// The paths of the descriptors in it, in their order, the result's last.
  private(set) var paths: [String] = []

  /// The texts in it, in their order.
  private(set) var texts: [[UInt8]] = []

  /// What stands between the brackets.
  let arguments: String

  /// What the system answered, as written; `?` where the process was killed.
  let result: String

  /// Whether the system did it.
  var isDone: Bool { !result.hasPrefix("-") && !result.hasPrefix("?") }

  /// A line of strace; `nil` for what is no call.
  init?(_ line: Substring, counts: inout [String: Int]) {
    guard let open = line.firstIndex(of: "("),
      let equals = line.range(of: " = ", options: .backwards),
      let close = line[..<equals.lowerBound].lastIndex(of: ")"), open < close
    else { return nil }
    name = String(line[..<open])
    arguments = String(line[line.index(after: open)..<close])
    result = line[equals.upperBound...].trimmingCharacters(in: .whitespaces)
    counts[name, default: 0] += 1
    number = counts[name, default: 0]
    read(Array(line.utf8))
  }

  /// Finds texts and paths.
  private mutating func read(_ line: [UInt8]) {
    var rest = line[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): texts.append(SystemCall.text(from: &rest))
      case UInt8(ascii: "<"):
        let path = rest.prefix { $0 != UInt8(ascii: ">") }
        paths.append(String(decoding: path, as: UTF8.self))
        rest = rest.dropFirst(path.count + 1)
      default: break
      }
    }
  }

  /// Reads to the closing quotation mark; what C escapes is escaped.
  private static func text(from rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "v"): 11,
      UInt8(ascii: "f"): 12,
    ]
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        text.append(byte)
        continue
      }
      let digits = ([next] + rest.prefix(2)).prefix { (48...55).contains($0) }
      guard digits.isEmpty else {
        rest = rest.dropFirst(digits.count - 1)
        text.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 48) }))
        continue
      }
      text.append(escapes[next] ?? next)
    }
    return text
  }
}

/// A run of the hammer under strace.
struct TracedRun {
  let calls: [SystemCall]

  /// What the hammer said last, its first word: `saved`, `refused` and so on; `nil` when killed.
  let answer: String?

  /// All that it said.
  let output: String

  /// Whether something was done to a call.
  let isHit: Bool

  /// Whether this system lets a program be traced.
  static let isPermitted: Bool =
    (try? ChildProcess.run(["strace", "-o", "/dev/null", "true"]).status) == 0

  /// Runs the hammer to its end.
  ///
  /// The injection is what is done to a call, as `strace -e inject=` takes it; the other calls are
  /// traced, too, where the run is to be whole.
  init(_ arguments: [String], injecting injection: String? = nil, isWhole: Bool = false) throws {
    let folder = try TemporaryFolder()
    let file = folder.url("trace").path
    var strace = ["strace", "-y", "-s", "1000000", "-o", file]
    if let injection, let name = injection.split(separator: ":").first {
      strace += ["-e", "trace=\(isWhole ? "all" : name)", "-e", "inject=\(injection)"]
    }
    let (status, output) = try ChildProcess.run(strace + [HammerRun.program] + arguments)
    var counts: [String: Int] = [:]
    let trace = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    calls = trace.split(separator: "\n").compactMap { SystemCall($0, counts: &counts) }
    let isKilled = status == 128 + SIGKILL
    isHit = isKilled || trace.contains("(INJECTED)")
    self.output = output
    let words = output.split(separator: "\n").dropFirst().last?.split(separator: " ")
    answer = isKilled ? nil : words?.first.map(String.init)
  }

  /// The calls from the program's `begin` to its answer.
  var saving: ArraySlice<SystemCall> {
    let begin = calls.firstIndex { $0.name == "write" && $0.texts.first == Array("begin\n".utf8) }
    let answers = ["saved", "refused", "unfinished", "uncertain", "unconfirmed"]
    let answer = calls.lastIndex { call in
      call.name == "write" && answers.contains { call.texts.first?.starts(with: $0.utf8) == true }
    }
    guard let begin, let answer else { return calls[(begin.map { $0 + 1 } ?? 0)...] }
    return calls[(begin + 1)...answer]
  }
}
