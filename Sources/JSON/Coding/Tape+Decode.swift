// What every container of the decoder asks of the tape. Reasons are read after a field's name.

extension Tape {
  func expect(_ kind: Token.Kind, at index: Int) throws {
    if tokens[index].kind != kind { throw mismatch(at: index, needed: kind.name) }
  }

  func boolean(at index: Int) throws -> Bool {
    switch tokens[index].kind {
    case .true: return true
    case .false: return false
    default: throw mismatch(at: index, needed: Token.Kind.true.name)
    }
  }

  func string(at index: Int) throws -> String {
    guard tokens[index].kind == .string else {
      throw mismatch(at: index, needed: Token.Kind.string.name)
    }
    return text(at: index)
  }

  func integer<T: FixedWidthInteger>(at index: Int) throws -> T {
    guard tokens[index].kind == .number else { throw mismatch(at: index, needed: "a whole number") }
    guard let value = T(literal(at: index)) else {
      throw corrupted(
        at: index,
        "is \(literal(at: index)) where a whole number from \(T.min) to \(T.max) is needed")
    }
    return value
  }

  func floatingPoint<T: BinaryFloatingPoint & LosslessStringConvertible>(
    at index: Int
  ) throws -> T {
    guard tokens[index].kind == .number else { throw mismatch(at: index, needed: "a number") }
    guard let value = Number(checked: literal(at: index)).finite(T.self) else {
      throw corrupted(at: index, "is \(literal(at: index)), which is too large or too small")
    }
    return value
  }

  /// Decodes any type; an error of its own is told with the place.
  func decode<T: Decodable>(_ type: T.Type, at index: Int) throws -> T {
    do {
      return try T(from: TapeDecoder(tape: self, index: index))
    } catch let error as DecodingError {
      throw error
    } catch {
      throw corrupted(at: index, "\(error)")
    }
  }

  private func corrupted(at index: Int, _ reason: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: path(to: index), debugDescription: reason))
  }

  private func mismatch(at index: Int, needed: String) -> DecodingError {
    corrupted(at: index, "is \(tokens[index].kind.name) where \(needed) is needed")
  }
}

extension Token.Kind {
  var name: String {
    switch self {
    case .null: "null"
    case .false, .true: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
