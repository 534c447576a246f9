import Glibc

/// By what a file is recognised without reading it: while its mark stays, so does what it says.
struct FileMark: Hashable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
  }

  /// The mark of an open file or folder.
  init?(of descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The mark of what stands in a folder, be it a link.
  init?(of name: String, in folder: Folder) {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  /// Whether two marks are of the same file, whatever it said at either time.
  func isSameFile(as other: FileMark?) -> Bool {
    device == other?.device && inode == other?.inode
  }
}
