import Foundation
import Testing

/// A small disk in memory, for what only a disk without room shows.
final class SmallDisk: Sendable {
  /// Whether disks can be mounted here: it takes root, and a container may forbid it even then.
  static let isPossible = (try? SmallDisk("size=128k")) != nil

  let folder: TemporaryFolder

  /// Mounts a disk with options of tmpfs, such as `size=400k`.
  init(_ options: String) throws {
    folder = try TemporaryFolder()
    try #require(mount("none", folder.path, "tmpfs", 0, options) == 0)
  }

  deinit { umount2(folder.path, Int32(MNT_DETACH)) }

  var path: String { folder.path }

  /// Writes a file that leaves so many bytes of the disk free.
  func fill(leaving room: Int) throws {
    let path = folder.url("ballast").path
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    let page = [UInt8](repeating: 0, count: 4096)
    var size = 0
    while case let count = write(file, page, page.count), count > 0 { size += count }
    try #require(ftruncate(file, off_t(max(0, size - room))) == 0)
  }

  /// Takes away what ``fill(leaving:)`` has written.
  func makeRoom() throws { try FileManager.default.removeItem(at: folder.url("ballast")) }
}
