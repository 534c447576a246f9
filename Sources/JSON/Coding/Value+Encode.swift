extension Value {
  /// The value that a type encodes itself as; empty containers are left out.
  ///
  /// - Throws: ``EncodingProblem`` for numbers that JSON has not (infinity, not a number), and for
  ///   what the type's own `encode(to:)` throws.
  package init<T: Encodable>(encoding value: T) throws(EncodingProblem) {
    let encoder = TreeEncoder(node: Node(), codingPath: [])
    do {
      try value.encode(to: encoder)
    } catch {
      throw EncodingProblem(error)
    }
    self = encoder.node.value
  }
}
