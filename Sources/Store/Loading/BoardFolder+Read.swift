package import Domain
import Glibc

extension BoardFolder {
  /// How long a file that is not whole is given to become so: some programs, git among them, take
  /// a file away and write it anew in its place.
  private static let grace: useconds_t = 20_000

  /// Reads single records, by the rules by which a board is loaded.
  ///
  /// Needs no lock: a save replaces a file as a whole.
  package func read(_ names: [RecordName]) -> [RecordReading] {
    let folder: Folder
    do {
      folder = try Folder(board: path, disk: disk)
    } catch {
      // No record is gone because its board cannot be reached.
      return names.map {
        RecordReading(name: $0, outcome: .damaged(Problem(.system(error), in: $0.path)))
      }
    }
    let readings = names.map { RecordReading(of: $0, in: folder) }
    if readings.allSatisfy(\.isWhole) { return readings }
    usleep(Self.grace)
    return readings.map { $0.isWhole ? $0 : RecordReading(of: $0.name, in: folder) }
  }
}

extension RecordReading {
  init(of name: RecordName, in board: Folder) {
    self.init(name: name, outcome: Outcome(of: name, in: board))
  }

  fileprivate var isWhole: Bool {
    if case .document = outcome { true } else { false }
  }
}

extension RecordReading.Outcome {
  fileprivate init(of name: RecordName, in board: Folder) {
    do throws(Errno) {
      let folder = try name.kind.folder.map { folder throws(Errno) in try board.folder(folder) }
      self.init(of: name, of: name.kind.content, in: folder ?? board)
    } catch {
      self = error == ENOENT ? .gone : .damaged(Problem(.system(error), in: name.path))
    }
  }

  private init<Content: RecordContent>(
    of name: RecordName, of content: Content.Type, in folder: Folder
  ) {
    guard folder.holds(name.fileName) else {
      self = .gone
      return
    }
    guard let id = try? Identifier<Content>(name.id) else {
      preconditionFailure("The name of a record is well formed.")
    }
    do {
      let text = try RecordText(name.fileName, in: folder)
      _ = try text.record(id)
      self = .document(text.value)
    } catch {
      self = .damaged(error)
    }
  }
}
