import Foundation
import Store
import Testing

/// What others do to the files of a board.
extension TemporaryFolder {
  /// Replaces a file as a save does: written beside its place, then renamed into it.
  func replace(_ name: String, with text: String) throws {
    let file = url(name)
    let temporary = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).saving")
    try Data(text.utf8).write(to: temporary)
    try #require(rename(temporary.path, file.path) == 0)
  }

  /// Replaces a file as git does: taken away, then written in its place.
  func checkOut(_ name: String, with text: String) throws {
    try remove(name)
    try write(text, to: name)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: false)
  }

  func move(_ name: String, to other: String) throws {
    try #require(rename(url(name).path, url(other).path) == 0)
  }

  static let issue = #"{"stage": "emerging", "title": "Theirs"}"#
}

extension BoardWatch {
  /// What the watch has noticed by the time it is asked.
  func changes() -> BoardChanges { read(at: .now) }

  /// Waits until the watch has something to say; false when it has not within ten seconds.
  func wait() -> Bool {
    guard let descriptor else { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 10_000) == 1
  }
}
