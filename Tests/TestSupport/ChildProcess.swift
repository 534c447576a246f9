import Foundation
import Glibc

/// A program started by a test, without Foundation's `Process`.
///
/// Many tests start programs at once. Nothing is inherited here but what is asked for, and there is
/// no run loop to wait in, so no test can hang on a descriptor that another one's child holds.
package struct ChildProcess: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let id: Int32

  /// Starts a program, searched on the `PATH`, in exactly this environment.
  ///
  /// Its standard input comes from a file; its standard output and error go to one, or each to its
  /// own.
  package init(
    _ arguments: [String], environment: [String: String], input: String = "/dev/null",
    output: String = "/dev/null", errors: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    if let errors {
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    // The threads that run tests block every signal, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))")
    }
    self.id = id
  }

  /// Waits for its end.
  ///
  /// - Returns: The exit status, or 128 and the number of the signal that ended it.
  @discardableResult
  package func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Whether it has not ended yet; it is still to be waited for.
  package var isRunning: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0
      && info._sifields._sigchld.si_pid == 0
  }

  package func kill(_ signal: Int32) { _ = Glibc.kill(id, signal) }

  /// Runs a program to its end.
  package static func run(
    _ arguments: [String], environment: [String: String] = surroundings
  ) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let status = try ChildProcess(arguments, environment: environment, output: file.path).wait()
    return (status, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// What a test's programs see of the environment: nothing that a developer may have set.
  package static var surroundings: [String: String] {
    var environment = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    return environment
  }
}
