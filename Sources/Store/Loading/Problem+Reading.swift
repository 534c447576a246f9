import Domain
import JSON

extension Problem {
  /// A file that could not be read.
  init(_ error: Folder.ReadingError, in file: String) {
    switch error {
    case .notAFile:
      self.init(
        file: file, what: "is not a plain file, so it was not opened",
        remedy: "Put the record itself in its place.")
    case .tooLarge(let limit):
      self.init(
        file: file, what: "is larger than \(limit) bytes, so it was not read",
        remedy: "Split it or shorten its texts.")
    case .changing:
      self.init(
        file: file, what: "was being changed while it was read", remedy: "Read the board again.")
    case .system(let error):
      self.init(file: file, what: "could not be read: \(error)", remedy: error.remedy)
    }
  }

  /// A text that is not JSON as we take it.
  init(_ error: SyntaxError, in file: String) {
    self.init(
      file: file, line: error.line, column: error.column, what: visible(error.what),
      remedy: "Mend the file in an editor, or bring back an earlier copy.")
  }

  /// A file of zeros.
  init(zeroed file: String) {
    self.init(
      file: file, line: 1, column: 1, what: "there is nothing here but zeros",
      remedy: "Bring back an earlier copy.")
  }

  /// A document that is not a record of its kind.
  init(_ error: DecodingProblem, in file: String) {
    self.init(
      file: file, line: error.line, column: error.column,
      field: error.path.isEmpty ? nil : visible(error.path.joined(separator: ".")),
      what: visible(error.reason),
      remedy: "Mend the field in an editor, or bring back an earlier copy.")
  }

  /// A record of a format that is newer than ours.
  init(format: Int, of file: String) {
    self.init(
      file: file, field: "format",
      what: "is \(format), and this program knows formats up to \(BoardSettings.currentFormat)",
      remedy: "Use a newer socboard.")
  }
}

/// A text from a file or a file's name, with its hidden characters escaped, so that showing it
/// cannot drive a terminal.
func visible(_ text: String) -> String {
  let quoted = Value.string(text).compactText
  return quoted.contains("\\u") ? String(quoted.dropFirst().dropLast()) : text
}
