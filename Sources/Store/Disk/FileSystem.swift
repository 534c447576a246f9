import CSystem

/// What kind of file system a folder stands on, as far as it matters to people who share a board.
package enum FileSystem: Hashable, Sendable {
  case ext, xfs, btrfs, zfs, f2fs, tmpfs, overlay, nfs, smb, fuse, plan9

  /// One that is not known here, by the number that it calls itself; 0 where it does not say.
  case unknown(Int)

  /// The file system that calls itself by a number, as in `statfs(2)`.
  package init(number: Int) {
    self =
      switch number {
      case 0xEF53: .ext
      case 0x5846_5342: .xfs
      case 0x9123_683E: .btrfs
      case 0x2FC1_2FC1: .zfs
      case 0xF2F5_2010: .f2fs
      case 0x0102_1994: .tmpfs
      case 0x794C_7630: .overlay
      case 0x6969: .nfs
      case 0xFF53_4D42, 0xFE53_4D42, 0x517B: .smb
      case 0x6573_5546: .fuse
      case 0x0102_1997: .plan9
      default: .unknown(number)
      }
  }

  /// The file system of an open file or folder.
  package init(of descriptor: CInt) {
    self.init(number: cs_file_system(descriptor))
  }

  /// The file system that a folder stands on; `nil` where it cannot be opened.
  package init?(ofFolder path: String) {
    guard let folder = try? Folder(board: path, disk: Disk()) else { return nil }
    self.init(of: folder.descriptor)
  }

  /// Whether files may change without this system having a hand in it, so that it cannot report
  /// the change: another host, or a program underneath, wrote them.
  package var mayChangeUnreported: Bool {
    switch self {
    case .ext, .xfs, .btrfs, .zfs, .f2fs, .tmpfs, .overlay: false
    case .nfs, .smb, .fuse, .plan9, .unknown: true
    }
  }
}

extension FileSystem: CustomStringConvertible {
  /// Its name as people know it.
  package var description: String {
    switch self {
    case .ext: "ext"
    case .xfs: "XFS"
    case .btrfs: "Btrfs"
    case .zfs: "ZFS"
    case .f2fs: "F2FS"
    case .tmpfs: "tmpfs"
    case .overlay: "overlayfs"
    case .nfs: "NFS"
    case .smb: "SMB"
    case .fuse: "FUSE"
    case .plan9: "9p"
    case .unknown(let number): "an unknown file system (\(String(number, radix: 16)))"
    }
  }
}
