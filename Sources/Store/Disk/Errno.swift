import Glibc

/// The number by which the system says why a call failed.
package struct Errno: Error, Hashable, Sendable {
  package let code: CInt

  package init(code: CInt) { self.code = code }

  /// Why the last call of this thread failed.
  static var last: Errno { Errno(code: errno) }

  static func == (errno: Errno, code: CInt) -> Bool { errno.code == code }
  static func != (errno: Errno, code: CInt) -> Bool { errno.code != code }
}

extension Errno: CustomStringConvertible {
  /// What the number means, as the rest of a sentence.
  package var description: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is used up"
    case EROFS: "the disk can only be read"
    case EACCES, EPERM: "you have no right to it"
    case EIO: "the disk answered with an error"
    case EFBIG: "no file may be that large here"
    case ELOOP: "it is a link, and links are not followed"
    case ENOTDIR: "it is not a folder"
    case EISDIR: "it is a folder"
    case ENOENT: "it is not there"
    default: "error \(code), \(String(cString: strerror(code)))"
    }
  }

  /// What a person can do about it, as a sentence.
  package var remedy: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "Make room, then do it again."
    case EROFS: "Copy the board to a disk that can be written."
    case EACCES, EPERM: "Ask the board's owner to let your group read and write its folder."
    case EIO: "Copy the board to another disk."
    case ELOOP, ENOTDIR, EISDIR: "Put the real thing in its place."
    case ENOENT: "Check the path."
    default: "Mend that, then do it again."
    }
  }
}
