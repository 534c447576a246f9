import Domain
import Glibc
import Store

/// A store with something wrong with it, by which a harness shows that it would have noticed.
enum BrokenStore: String {
  /// It says that an act is saved before it is.
  case early

  /// It takes no lock.
  case unlocked

  /// It writes a record's bytes into the file that others read.
  case inPlace

  /// The disk of the store for a board.
  func disk(of board: String) -> Disk {
    switch self {
    case .early: Disk()
    case .unlocked: Disk { $0 == .lock ? 0 : nil }
    case .inPlace:
      Disk { call in
        guard call == .rename else { return nil }
        for record in [RecordName.drugs, .cse] { BrokenStore.overwrite("\(board)/\(record.path)") }
        return 0
      }
    }
  }

  /// Writes what lies beside a record's file into the file, piece by piece.
  private static func overwrite(_ path: String) {
    let place = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let pending = path[..<place] + "." + path[place...] + ".saving"
    guard let from = fopen(String(pending), "re") else { return }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, from)
    fclose(from)
    let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    for start in stride(from: 0, to: count, by: 16) {
      let piece = bytes[start..<min(start + 16, count)]
      _ = piece.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
    close(file)
    unlink(String(pending))
  }
}
