import Dispatch
import Domain
import Foundation
import Glibc
import Store
import TestSupport

/// Loading a board against reading the same files, with two threads each and warm from the cache
/// of the disk; and what the loaded board takes.
struct LoadMeasure {
  let workshop: Workshop

  /// What this program is called with to load a board and say how much memory that took.
  static let loadOnly = "--load"

  func lines() throws -> [Line] {
    try workshop.sizes.dropFirst().map(timeLine)
      + workshop.sizes.suffix(1).map(memoryLine)
  }

  private func timeLine(_ size: Int) throws -> Line {
    let folder = try workshop.boardFolder(size)
    let comparison = try Comparison(rounds: size > 10_000 ? 7 : 15) {
      var loaded: LoadedBoard?
      let duration = try seconds { loaded = try BoardFolder(path: folder.path).load() }
      precondition(loaded?.board.issues.count == size, "Every issue was loaded.")
      return duration
    } theirs: {
      try seconds { try RawReading(folder).read() }
    }
    return Line("load \(size) issues", comparison, against: "reading only", aim: .atMost(2.5))
  }

  private func memoryLine(_ size: Int) throws -> Line {
    let folder = try workshop.boardFolder(size).path
    let (status, output) = try ChildProcess.run([CommandLine.arguments[0], Self.loadOnly, folder])
    let figures = output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard status == 0, figures.count == 3 else { throw Failure(output) }
    return Line(
      what: "memory of a loaded board, \(size) issues",
      figure: "\(megabytes(figures[1])), at most \(megabytes(figures[2]))",
      against: "\(megabytes(figures[0])) before")
  }

  /// Loads a board and prints the memory before, with the board, and at most.
  static func load(_ folder: String) throws {
    let before = try ProcessStatus.memory("VmRSS")
    let loaded = try BoardFolder(path: folder).load()
    let after = try ProcessStatus.memory("VmRSS")
    precondition(loaded.board.issues.count > 0, "The board is still here.")
    print(before, after, try ProcessStatus.memory("VmHWM"))
  }
}

/// The files of a board, opened, read and closed, and nothing made of them.
private struct RawReading {
  private let folder: String

  init(_ folder: URL) { self.folder = folder.path }

  func read() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let place = "\(folder)/\(name)"
      guard let files = try? names(in: place) else { continue }
      DispatchQueue.concurrentPerform(iterations: 2) { half in
        readAll(files[(half * files.count / 2)..<((half + 1) * files.count / 2)])
      }
    }
  }

  private func names(in place: String) throws -> [String] {
    guard let stream = opendir(place) else { throw Failure("\(place) cannot be listed") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".json") { names.append("\(place)/\(name)") }
    }
    return names
  }

  private func readAll(_ files: ArraySlice<String>) {
    withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) { buffer in
      for file in files {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        precondition(descriptor >= 0, "A generated file can be opened.")
        while Glibc.read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
        close(descriptor)
      }
    }
  }
}
