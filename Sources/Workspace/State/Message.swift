package import Domain
package import Screen

/// What happened: a person did something, or an effect came to its end.
package enum Message: Sendable {
  case input(InputEvent)

  /// The time of day; given before other messages, whenever the minute may have changed.
  case time(Timestamp)

  /// The first screen is on the terminal: what it did not need can be worked out.
  case shown

  /// The first act that waited to be saved is on disk.
  case saved

  /// The first act that waited to be saved is not on disk.
  case refused(SaveRefusal)

  /// The undo or redo that waited first is on disk.
  case undone(UndoneAct)

  /// The undo or redo that waited first was not made.
  case notUndone(UndoFailure)

  /// What was done to some records, the latest first.
  case history([RecordName], [HistoryEntry])

  /// The logs could not be read, as a sentence.
  case noHistory(String)

  /// The board as it was at the end of a day.
  case loadedAsAt(CalendarDate, Board, [Problem])

  /// The board was read again from disk.
  case loaded(Board, [Problem])

  /// The board could not be read again, as a sentence; what is in memory stays.
  case notLoaded(String)

  /// Records whose files changed, as they were read again.
  case changed([RecordReading])

  /// Files changed, and nobody can say which.
  case changedEverywhere

  /// What others did before this session began.
  case news([LoggedAct])

  /// The others who have the board open, without oneself, sorted by name.
  case here([Visitor])

  /// The person's editor is about to open the text, in a file of this path.
  case editing(file: String)

  /// The person's editor came back with a text.
  case edited(String)

  /// The person's editor could not be used, as a sentence, and left this text; `nil` when it left
  /// none that can be read.
  case notEdited(String, text: String?)

  /// A text was written to a file, of this path.
  case wrote(String)

  /// A text was not written to a file, as a sentence.
  case notWritten(String)

  /// A plan's sheet was read: what it would do.
  case previewed(PlanPreview)

  /// Replies were read: what they would do.
  case previewedReplies(ReplyPreview)

  /// A plan's sheet was not read, or no replies, as sentences, a line each.
  case notPreviewed(String)

  /// The files of a round were written: how many, and to which folder.
  case wroteForms(Int, String)

  /// Messages are kept as they were received: what they say can be filed.
  case originalsKept

  /// Messages were not kept, as a sentence.
  case originalsNotKept(String)

  /// What ended sessions have left, and what of it cannot be read, as sentences.
  case drafts([Draft], problems: [String])

  /// What is being typed cannot be kept outside the program, as a sentence.
  case draftsNotKept(String)
}

/// Why nothing was taken back or done again.
package enum UndoFailure: Equatable, Sendable {
  /// There is no such act.
  case nothing(Undoing)

  /// Somebody has changed a field since.
  case changed(UndoRefusal)

  /// It may have been done, but not all of it is certain, as a sentence.
  case uncertain(String)

  /// The world refused, as a sentence.
  case failure(String)
}

/// Why an act was not saved as it should be.
package enum SaveRefusal: Equatable, Sendable {
  /// Somebody else changed the same field; trying again cannot help.
  case conflict(String)

  /// The act leads to something that no board can hold; trying again cannot help.
  case impossible(String)

  /// It is saved, but the disk did not confirm that it would survive a power cut.
  case unconfirmed(String)

  /// The world refused, as a sentence; the act can be tried again.
  case failure(String)
}
