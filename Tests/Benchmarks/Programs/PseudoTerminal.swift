import Foundation
import Glibc
import TestSupport

/// A program on a terminal of its own, seen as the bytes it sends.
final class PseudoTerminal {
  /// What ends a frame: the end of a synchronised update.
  static let endOfFrame = Array("\u{1B}[?2026l".utf8)

  let process: Int32
  private let descriptor: Int32

  /// When the program was started.
  private let start = ContinuousClock.now

  /// Starts a program; what it keeps about its user goes to a folder of ours.
  init(_ arguments: [String], home: URL, width: UInt16 = 120, height: UInt16 = 40) throws {
    var window = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    var (here, there): (Int32, Int32) = (-1, -1)
    guard openpty(&here, &there, nil, nil, &window) == 0, let name = ttyname(there) else {
      throw Failure("there is no terminal to be had")
    }
    defer { close(there) }
    for end in [here, there] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = here
    process = try PseudoTerminal.spawn(arguments, on: String(cString: name), home: home)
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(descriptor)
  }

  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// Reads until some bytes have come.
  ///
  /// - Returns: All that was read, and the seconds since the program was started.
  func read(until mark: [UInt8], patience: Int32 = 20_000) throws -> (bytes: [UInt8], at: Double) {
    var bytes: [UInt8] = []
    while true {
      let more = readWaiting(patience)
      guard !more.isEmpty else {
        throw Failure("“\(String(decoding: mark, as: UTF8.self))” did not come")
      }
      let seen = max(0, bytes.count - mark.count)
      bytes += more
      if bytes[seen...].firstRange(of: mark) != nil { return (bytes, elapsed) }
    }
  }

  /// Reads until nothing has come for some milliseconds.
  func readRest(quiet: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let more = readWaiting(quiet), !more.isEmpty { bytes += more }
    return bytes
  }

  private var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// What comes within some milliseconds; nothing at the end of the program.
  private func readWaiting(_ patience: Int32) -> [UInt8] {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, patience) == 1 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// `POSIX_SPAWN_SETSID`, which the C library shows only to those who ask for more than POSIX.
  private static let newSession: Int16 = 0x80

  /// Starts a program in a session of its own, whose terminal is the one it opens first.
  private static func spawn(
    _ arguments: [String], on terminal: String, home: URL
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    let environment = ChildProcess.surroundings.merging(["HOME": home.path]) { $1 }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw Failure("\(arguments[0]): \(String(cString: strerror(code)))")
    }
    return process
  }
}
