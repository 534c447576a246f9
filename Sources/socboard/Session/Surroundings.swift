import Domain
import Glibc

/// What the program finds around it: clock, chance, environment.
struct Surroundings: Sendable {
  let environment: [String: String]

  /// Where the names of new records come from.
  let seed: UInt64

  init(environment: [String: String], seed: UInt64) {
    self.environment = environment
    self.seed = seed
  }

  /// The surroundings of this process.
  static func current() -> Surroundings {
    var generator = SystemRandomNumberGenerator()
    return Surroundings(environment: processEnvironment(), seed: generator.next())
  }

  func now() -> Timestamp { Timestamp(seconds: time(nil)) }

  /// The day it is where the person is.
  func today(_ now: Timestamp) -> CalendarDate {
    let local = Timestamp(seconds: now.seconds + minutesAhead(now) * 60)
    guard let date = local.date else { preconditionFailure("The clock shows a year of our era.") }
    return date
  }

  /// How many minutes the clock on the wall is ahead of universal time.
  func minutesAhead(_ now: Timestamp) -> Int {
    var moment = time_t(now.seconds)
    var local = tm()
    return localtime_r(&moment, &local) == nil ? 0 : local.tm_gmtoff / 60
  }

  /// Who edits: `$SOCBOARD_USER`, else the login name and the machine, `anna@desk`.
  ///
  /// One person at two machines is two writers, so that each has a log of its own.
  var writer: String { value("SOCBOARD_USER") ?? "\(login)@\(host)" }

  private var login: String {
    if let name = value("LOGNAME") ?? value("USER") { return name }
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return "user-\(getuid())"
    }
    return String(cString: name)
  }

  private var host: String {
    var name = [CChar](repeating: 0, count: 256)
    let isKnown = gethostname(&name, name.count - 1) == 0
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isKnown ? String(decoding: bytes, as: UTF8.self) : "unknown-machine"
  }

  /// The person's editor with its arguments.
  var editor: [String] {
    let words = (value("VISUAL") ?? value("EDITOR") ?? "vi").split(separator: " ")
    return words.isEmpty ? ["vi"] : words.map(String.init)
  }

  /// A path as a shell reads it: `~` at its beginning is the person's own folder.
  func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = value("HOME") else { return path }
    return home + path.dropFirst()
  }

  var temporaryFolder: String { value("TMPDIR") ?? "/tmp" }

  /// The board that `$SOCBOARD` names.
  var board: String? { value("SOCBOARD") }

  /// Where programs keep what they remember.
  var stateFolder: String {
    let named = value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return named ?? "\(value("HOME") ?? temporaryFolder)/.local/state"
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func processEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let variable = entry.pointee {
      let parts = String(cString: variable).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }
}
