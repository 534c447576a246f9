/// One entry of the flat table that a text is scanned into.
///
/// A container is followed by what it holds: an array by its elements, an object by key, value,
/// key, value.
struct Token {
  enum Kind: UInt8 {
    case null
    case `false`
    case `true`
    case number
    case string
    case array
    case object
  }

  var kind: Kind

  /// A string or key holds escapes; an object's keys are not in order.
  var isIrregular = false

  /// The offset of the first byte; of a string, of the one after the quote.
  var start: UInt32

  /// The number of bytes; of a container, of elements or members.
  var count: UInt32

  /// The place in the table after this value and all it holds.
  var end: UInt32
}
