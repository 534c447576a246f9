import Domain
import Exchange
import Glibc
import Store

/// The files of a round that go out, in a folder that a person names.
struct RoundFiles {
  let surroundings: Surroundings

  /// Why nothing was written, as a sentence.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes all files, or none; the folder is made where it is not there.
  ///
  /// - Returns: The paths of the files, in the order of the respondents.
  func write(
    _ extract: RoundExtract, of board: Board, to folder: String
  ) throws(Refusal) -> [String] {
    let now = surroundings.now()
    var files: [(name: String, bytes: [UInt8])] = []
    for respondent in extract.respondents {
      guard
        let form = RoundForm(
          extract.round, for: respondent, on: board, note: extract.note, audience: extract.audience)
      else { throw Refusal(description: "The public is not shown that round.") }
      files.append((form.fileName(extract.format), form.file(as: extract.format, at: now)))
    }
    let present = files.filter { access("\(folder)/\($0.name)", F_OK) == 0 }
    if let first = present.first {
      let others = present.count - 1
      throw Refusal(
        description: "\(first.name) \(others == 0 ? "is" : "and \(others) more are") in \(folder) "
          + "already: nothing was written. Give another folder.")
    }
    let isMade = try make(folder)
    let paths = files.map { "\(folder)/\($0.name)" }
    for (index, path) in paths.enumerated() {
      do {
        try ByteFile(path: path).place(files[index].bytes, replacing: false)
      } catch {
        for path in paths.prefix(index) { unlink(path) }
        if isMade { rmdir(folder) }
        throw Refusal(description: "\(error) Nothing was written.")
      }
    }
    return paths
  }

  /// Makes the folder.
  ///
  /// - Returns: Whether it was not there before.
  private func make(_ folder: String) throws(Refusal) -> Bool {
    if mkdir(folder, 0o777) == 0 { return true }
    let code = errno
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return false }
    if code == EEXIST {
      throw Refusal(description: "\(folder) is there already, and no folder: give another path.")
    }
    throw Refusal(
      description: "\(folder) cannot be made: \(String(cString: strerror(code))).")
  }
}
