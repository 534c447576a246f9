import Foundation
import TestSupport

/// The program that saves again and again; see `Tests/StoreHammer`.
enum HammerRun {
  static let program = House.program("store-hammer")

  /// Starts the program; what it says goes to a file.
  static func start(_ arguments: [String], saying output: String) throws -> ChildProcess {
    try ChildProcess(
      [program] + arguments, environment: ChildProcess.surroundings, output: output)
  }

  /// Runs the program several times at once, to the end.
  ///
  /// - Returns: What each has said, line by line, and the status it ended with.
  static func together(
    _ runs: [[String]], while isBusy: () throws -> Void = {}
  ) throws -> [(status: Int32, lines: [String])] {
    let folder = try TemporaryFolder()
    let outputs = runs.indices.map { folder.url("\($0)").path }
    let children = try zip(runs, outputs).map { try start($0, saying: $1) }
    while children.contains(where: \.isRunning) { try isBusy() }
    return try zip(children, outputs).map { child, output in
      let text = try String(contentsOfFile: output, encoding: .utf8)
      return (child.wait(), text.split(separator: "\n").dropFirst().map(String.init))
    }
  }
}

/// A pipe with a name, by which programs tell a test what they have done while they are at it.
final class Ear {
  let path: String
  private let descriptor: CInt
  private var rest: [UInt8] = []

  init(in folder: TemporaryFolder) throws {
    path = folder.url("ear").path
    mkfifo(path, 0o600)
    // For reading and writing, so that it is open before anybody speaks, and after.
    descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { close(descriptor) }

  /// The lines that are there, or come within some time.
  func lines(within milliseconds: Int32) -> [String] {
    var status = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&status, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    rest += bytes.prefix(count)
    guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    defer { rest.removeSubrange(...end) }
    return String(decoding: rest[..<end], as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
