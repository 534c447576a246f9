package import Domain

/// What the world should do; carried out in one place, outside this module.
package enum Effect: Equatable, Sendable {
  /// Save an act; answered by `saved` or `refused`.
  case save(Act)

  /// Read the board from disk again; answered by `loaded`.
  case load

  /// Tell the others which record is looked at; `nil` for none.
  case look(RecordName?)

  /// Open a text in the person's editor; answered by `edited` or `notEdited`.
  case edit(String)

  /// Draw every cell anew: something else wrote on the terminal.
  case redraw

  /// Hand the terminal back to the shell until the program is continued.
  case suspend

  case quit
}
