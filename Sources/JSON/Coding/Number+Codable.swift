extension Number: Codable {
  /// Takes the number as it is written; only from this module's decoder.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? TapeDecoder else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "needs the decoder of JSON.Document"))
    }
    try decoder.tape.expect(.number, at: decoder.index)
    self.init(checked: decoder.tape.literal(at: decoder.index))
  }

  /// Writes the number as it is written; only into this module's encoder.
  package func encode(to encoder: any Encoder) throws {
    try Value.number(self).encode(to: encoder)
  }
}
