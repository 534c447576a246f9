// A type may keep a part of its document as it stands. Only this module's coders can do that
// without loss, so no others are served.

extension Value: Codable {
  /// Takes the value as it stands; only from this module's decoder.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? TapeDecoder else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "needs the decoder of JSON.Document"))
    }
    self = decoder.tape.value(at: decoder.index)
  }

  /// Puts the value as it stands; only into this module's encoder.
  package func encode(to encoder: any Encoder) throws {
    guard let encoder = encoder as? TreeEncoder else {
      throw EncodingError.invalidValue(
        self,
        .init(codingPath: encoder.codingPath, debugDescription: "needs the encoder of JSON.Value"))
    }
    encoder.node.become(self)
  }
}
