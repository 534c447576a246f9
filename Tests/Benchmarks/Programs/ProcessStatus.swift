import Foundation

/// What the kernel counts of a process.
enum ProcessStatus {
  /// Memory in bytes by the kernel's name for it: `VmRSS` resident, `VmHWM` the most so far.
  static func memory(_ field: String, of process: String = "self") throws -> Int {
    try value(field, in: "/proc/\(process)/status") * 1024
  }

  /// How often the threads of a process were given a processor after they had waited or were
  /// interrupted.
  static func switches(of process: Int32) throws -> Int {
    let threads = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: threads).reduce(0) { sum, thread in
      let status = "\(threads)/\(thread)/status"
      return try sum + value("voluntary_ctxt_switches", in: status)
        + value("nonvoluntary_ctxt_switches", in: status)
    }
  }

  private static func value(_ field: String, in file: String) throws -> Int {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(field):") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
