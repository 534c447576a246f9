package import Domain

/// Why a board could not be opened, or an act not saved.
///
/// Unless a case says otherwise, nothing on the disk has changed.
package enum StoreError: Error, Hashable, Sendable {
  /// There is no `board.json` in the folder.
  case notABoard(path: String)

  /// The system does not let us read a folder or the file in it.
  case unreadable(path: String, Errno)

  /// A file we cannot do without, or the record to be changed, is damaged.
  case damaged(Problem)

  /// The file was written by a program that knows more than this one.
  case tooNew(path: String, format: Int)

  /// Somebody else has changed the same field of the record meanwhile.
  case changedMeanwhile(RecordName, EditRefusal)

  /// There is no act of this writer that could be taken back, or done again.
  case nothingToUndo(Undoing)

  /// The act of this number cannot be taken back, and why.
  case cannotUndo(Int, UndoObstacle)

  /// An act was not taken back, because somebody has changed or settled a field since.
  case notUndone(UndoRefusal)

  /// The logs do not tell of the board on a day; with the first day of which they do.
  case unknownThen(CalendarDate, first: CalendarDate?)

  /// Somebody else has meanwhile made a record of the same name.
  case madeMeanwhile(RecordName)

  /// Somebody else has meanwhile taken the record's file away.
  case goneMeanwhile(RecordName)

  /// The edit leads to a record that could not be read again: it is too large, or not whole.
  case unreadableAfterwards(Problem)

  /// Another program holds the board's lock; `nil` when it does not say who it is.
  case locked(path: String, holder: LockHolder?)

  /// The system does not let us write.
  case cannotWrite(path: String, Errno)

  /// The act is in the log, but this record and those behind it do not show it yet: the next save
  /// finishes it.
  case unfinished(missing: RecordName, Errno)

  /// Nobody knows whether the act is in the log: the disk refused to write it, and to take it back.
  case uncertain(path: String, Errno)

  /// All is saved, but the disk did not confirm that it would survive a power cut.
  case unconfirmed(path: String, Errno)

  /// The writer's log belongs to another login, so that nothing can be added to it.
  case foreignLog(path: String, writer: String)

  /// The board stands where programs cannot keep out of each other's way.
  case unsafePlace(path: String, FileSystem)

  /// A copy of a board was to be made inside the board itself.
  case insideBoard(path: String)

  /// A board was to be made in a folder that holds something already.
  case notEmpty(path: String)

  /// What kind of refusal this is; the command line has an exit code for each.
  package enum Category: Sendable {
    /// What is on the disk is wrong, or too new.
    case badData
    /// Somebody else was quicker; trying again cannot help, reading the board again does.
    case conflict
    /// The system refuses; the act can be tried again.
    case cannotWrite
    /// Another program is writing; the act can be tried again.
    case locked
    /// Nothing is to be tried again, but a person should know how it stands.
    case unconfirmed
  }

  package var category: Category {
    switch self {
    case .notABoard, .unreadable, .damaged, .tooNew, .unreadableAfterwards, .unknownThen: .badData
    case .changedMeanwhile, .madeMeanwhile, .goneMeanwhile, .nothingToUndo, .cannotUndo,
      .notUndone:
      .conflict
    case .cannotWrite, .notEmpty, .foreignLog, .unsafePlace, .insideBoard: .cannotWrite
    case .locked: .locked
    case .unfinished, .uncertain, .unconfirmed: .unconfirmed
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// What happened, where, and what to do next.
  package var description: String {
    switch self {
    case .notABoard(let path):
      "\(path) is not a board: it has no board.json. Make a board with “socboard init”."
    case .unreadable(let path, let error):
      "\(path) cannot be read: \(error). \(error.remedy)"
    case .damaged(let problem):
      problem.description
    case .tooNew(let path, let format):
      "\(path) is written in format \(format), and this program knows formats up to "
        + "\(BoardSettings.currentFormat). Use a newer socboard."
    case .changedMeanwhile(let record, let refusal):
      "\(record) was not saved: \(refusal). Read the board again and decide."
    case .nothingToUndo(.last): "there is no act of yours that could be taken back."
    case .nothingToUndo(.undo):
      "there is nothing to do again: you have taken nothing back, or done something else since."
    case .nothingToUndo(.act(let number)):
      "there is no act \(number) of yours that could be taken back."
    case .cannotUndo(let number, let obstacle):
      "act \(number) \(obstacle). “socboard log” lists the acts."
    case .notUndone(let refusal):
      "\(refusal). "
        + (refusal.resting.isEmpty ? "Change it yourself" : "Remove what rests on it first")
        + ", or leave it." + (refusal.wayOut.map { " \($0)" } ?? "")
    case .unknownThen(let date, let first?):
      "nothing is known of \(date.words): the board's log begins on \(first.words)."
    case .unknownThen(let date, nil):
      "nothing is known of \(date.words): no log of the board tells when it was made."
    case .madeMeanwhile(let record):
      "\(record) was not saved: there is another record of this name. Read the board again."
    case .goneMeanwhile(let record):
      "\(record) was not saved: its file has been taken away. Read the board again."
    case .unreadableAfterwards(let problem):
      "this was not saved, because it could not be read again: \(problem)"
    case .locked(let path, let holder):
      "\(path) is held by \(holder?.description ?? "another program"). Try again in a moment."
    case .cannotWrite(let path, let error):
      "\(path) could not be saved: \(error). \(error.remedy)"
    case .unfinished(let missing, let error):
      "this is saved in the log, but \(missing) does not show it yet: \(error). "
        + "The next save, or “socboard recover”, finishes it."
    case .uncertain(let path, let error):
      "nobody knows whether this is saved: \(path) could not be written, nor put back: \(error). "
        + "“socboard recover” tells, once the disk answers."
    case .unconfirmed(let path, let error):
      "\(path) is saved, but the disk did not confirm it: \(error). It may not survive a power cut."
    case .foreignLog(let path, let writer):
      "\(path) belongs to another login, so nothing of \(visible(writer)) can be added to it. "
        + "Work under another name: set SOCBOARD_USER."
    case .unsafePlace(let path, let fileSystem):
      "\(path) stands on \(fileSystem), where programs on other machines can write without ours "
        + "noticing, so nothing is saved there. Keep the board in a folder of a local disk "
        + "(“socboard backup DIR” copies it), and share it by git; list, show, check, rank and "
        + "score work here."
    case .insideBoard(let path):
      "\(path) is inside the board. Choose another folder for the copy."
    case .notEmpty(let path):
      "\(path) is not empty. Choose another folder for the board."
    }
  }
}
