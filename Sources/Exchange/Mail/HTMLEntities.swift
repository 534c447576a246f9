/// Characters that HTML writes by a name or number.
enum HTMLEntities {
  /// The character that a name stands for, as in `&amp;`; `nil` for a name that is not known here.
  static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return names[name]
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "£",
    "euro": "€", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "hellip": "…", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™",
    "eacute": "é", "egrave": "è", "agrave": "à", "uuml": "ü", "ouml": "ö", "auml": "ä",
    "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "laquo": "«", "raquo": "»", "deg": "°",
    "frac12": "½", "times": "×", "shy": "\u{AD}", "zwnj": "\u{200C}", "lsqb": "[", "rsqb": "]",
    "lbrack": "[", "rbrack": "]",
  ]
}
