/// What the terminal tells the program.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted as one piece, line breaks as `\n`; it is never a command.
  case paste(String)
  /// The window got (`true`) or lost the focus.
  case focus(Bool)
  case resized(Size)
}
