/// Why a text is not the JSON we take, and where.
package struct SyntaxError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    case empty
    case tooManyBytes(limit: Int)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    case numberTooLong(limit: Int)
    case byteOrderMark
    case wideEncoding
    case invalidUTF8
    case endsEarly
    case textAfterEnd
    case valueExpected
    case keyExpected
    case colonExpected
    case commaExpected
    case trailingComma
    case unknownWord(String)
    case malformedNumber
    case leadingZero
    case openString
    case controlCharacter(UInt8)
    case unknownEscape
    case loneSurrogate
    case duplicateKey(String)
  }

  /// What is wrong.
  package let reason: Reason

  /// The line, from 1.
  package let line: Int

  /// The character (Unicode scalar) of the line, from 1.
  package let column: Int

  /// What is wrong and what to do, without the place.
  package var what: String { reason.sentence }

  /// Where it is, what it is, and what to do.
  package var description: String {
    "Line \(line), column \(column): \(what)."
  }
}

extension SyntaxError.Reason {
  var sentence: String {
    switch self {
    case .empty:
      "there is nothing here; write a JSON value or remove the file"
    case .tooManyBytes(let limit):
      "this is larger than \(limit) bytes; split it or shorten its texts"
    case .tooDeep(let limit):
      "this is nested more than \(limit) levels deep; flatten it"
    case .tooManyNodes(let limit):
      "there are more than \(limit) values; split it"
    case .numberTooLong(let limit):
      "this number has more than \(limit) characters; shorten it or put it in quotes"
    case .byteOrderMark:
      "a byte order mark stands here; save the file as UTF-8 without one"
    case .wideEncoding:
      "this is UTF-16 or UTF-32; save the file as UTF-8"
    case .invalidUTF8:
      "these bytes are not UTF-8; save the file as UTF-8"
    case .endsEarly:
      "the text ends in the middle; restore the rest or close what is open"
    case .textAfterEnd:
      "something follows the end of the document; remove it"
    case .valueExpected:
      "a value is needed here; write null, true, false, a number, text in quotes, a list or an object"
    case .keyExpected:
      "a key is needed here; put it in double quotes"
    case .colonExpected:
      "a colon is needed between key and value; put it here"
    case .commaExpected:
      "a comma or the closing bracket is needed here; put it here"
    case .trailingComma:
      "a comma stands before the closing bracket; remove it"
    case .unknownWord(let word):
      "\(word) is not JSON; write null, true, false or a number, or put it in double quotes"
    case .malformedNumber:
      "this is not a JSON number; write it like 12, -0.5 or 1e9"
    case .leadingZero:
      "a number may not begin with a spare zero; remove it"
    case .openString:
      "this text has no closing quote on its line; close it, and write line breaks as \\n"
    case .controlCharacter(let byte):
      "a raw control character (\(byte)) stands in a text; write it as \\u00\(hexadecimal(byte))"
    case .unknownEscape:
      "this is not an escape; write a backslash as \\\\"
    case .loneSurrogate:
      "this is half of a surrogate pair; write both halves or remove it"
    case .duplicateKey(let key):
      "the key \(Value.string(key).compactText) stands twice in one object; keep one of them"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
