/// A parsed text, ready for decoding; it keeps places, so that problems name line and column.
package struct Document: Sendable {
  private let tape: Tape

  /// Reads a JSON text, strictly, as ``Value`` does.
  package init(parsing bytes: [UInt8], limits: Limits = .record) throws(SyntaxError) {
    tape = try Scanner.scan(bytes, limits: limits)
  }

  /// The whole document as a value.
  package var value: Value { tape.value(at: 0) }

  /// Decodes the whole document.
  package func decode<T: Decodable>(_ type: T.Type) throws(DecodingProblem) -> T {
    try decode { decoder in try T(from: decoder) }
  }

  /// Decodes the whole document by a function, for types that need to be told more.
  package func decode<T>(_ body: (any Decoder) throws -> T) throws(DecodingProblem) -> T {
    do {
      return try body(TapeDecoder(tape: tape, index: 0))
    } catch {
      throw DecodingProblem(error, in: tape, hasPlaces: true)
    }
  }
}

extension Value {
  /// Decodes this value; problems name the path, but neither line nor column.
  package func decode<T: Decodable>(_ type: T.Type) throws(DecodingProblem) -> T {
    try decode { decoder in try T(from: decoder) }
  }

  /// Decodes this value by a function, for types that need to be told more.
  package func decode<T>(_ body: (any Decoder) throws -> T) throws(DecodingProblem) -> T {
    let tape = Tape(self)
    do {
      return try body(TapeDecoder(tape: tape, index: 0))
    } catch {
      throw DecodingProblem(error, in: tape, hasPlaces: false)
    }
  }
}
