package import Domain

/// What the world should do; carried out in one place, outside this module.
package enum Effect: Equatable, Sendable {
  /// Save an act; answered by `saved` or `refused`.
  case save(Act)

  /// Take back an act of one's own, or do one again; answered by `undone` or `notUndone`.
  case undo(Undoing, Stamp, effective: CalendarDate?)

  /// Read in the logs what was done to some records; answered by `history` or `noHistory`.
  case history([RecordName])

  /// Read the board as it was at the end of a day; answered by `loadedAsAt` or `notLoaded`.
  case loadAsAt(CalendarDate)

  /// Read the board from disk again; answered by `loaded`.
  case load

  /// Tell the others which record is looked at; `nil` for none.
  case look(RecordName?)

  /// Open a text in the person's editor; answered by `edited` or `notEdited`.
  case edit(String)

  /// Give a text to the clipboard of the person's terminal.
  case copy(String)

  /// Write a text to a file that is not there yet; answered by `wrote` or `notWritten`.
  case write(String, to: String)

  /// Write a plan to a file that is not there yet; answered by `wrote` or `notWritten`.
  case exportPlan(PlanExtract, to: String)

  /// Read a plan's sheet, with names for what it adds; answered by `previewed` or `notPreviewed`.
  case readPlan(String, PlanIntake, IdentifierSource)

  /// Write a round's questions, a file for each respondent, to a folder; answered by `wroteForms`
  /// or `notWritten`.
  case exportRound(RoundExtract, to: String)

  /// Read replies, with names for what they add; answered by `previewedReplies` or `notPreviewed`.
  case readReplies(String, ReplyIntake, IdentifierSource)

  /// Keep messages that were read last as they were received; answered by `originalsKept` or
  /// `originalsNotKept`.
  case keepOriginals([Digest])

  /// Draw every cell anew: something else wrote on the terminal.
  case redraw

  /// Hand the terminal back to the shell until the program is continued.
  case suspend

  case quit
}
