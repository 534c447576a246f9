extension Value {
  /// Reads a JSON text, strictly.
  ///
  /// - Throws: ``SyntaxError`` with line and column for all that RFC 8259 does not allow, and for
  ///   duplicate keys, byte order marks, other encodings than UTF-8, and what is over the limits.
  package init(parsing bytes: [UInt8], limits: Limits = .record) throws(SyntaxError) {
    self = try Scanner.scan(bytes, limits: limits).value(at: 0)
  }

  /// The bytes of this value in a file: equal values have equal bytes.
  ///
  /// Keys are sorted by their bytes, a level is two spaces, empty containers are `[]` and `{}`,
  /// numbers stand as they were written, and one line break ends the file. Control characters
  /// (C0, DEL, C1), bidirectional and invisible ones are always escaped, so that showing the file
  /// cannot drive a terminal.
  package var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter(.pretty)
    writer.write(self)
    writer.write("\n")
    return writer.bytes
  }

  /// This value on one line without spaces, with the keys and escapes of the canonical bytes.
  package var compactText: String {
    var writer = CanonicalWriter(.compact)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
