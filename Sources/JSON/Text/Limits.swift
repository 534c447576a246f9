/// How large a text may be before it is refused, so that no file can exhaust the program.
package struct Limits: Hashable, Sendable {
  /// The limits of a record: 1 MiB, 32 levels, 65,536 values, numbers of 40 characters.
  package static let record = Limits()

  /// The most bytes that a text may have.
  package var maximumBytes: Int

  /// The most arrays and objects that may stand one inside the other; at most 512.
  package var maximumDepth: Int

  /// The most values that a text may hold, arrays and objects included, keys left out.
  package var maximumNodes: Int

  /// The most characters that a number may have.
  package var maximumNumberLength: Int

  /// Limits; those of a record unless said otherwise.
  package init(
    maximumBytes: Int = 1 << 20, maximumDepth: Int = 32, maximumNodes: Int = 65_536,
    maximumNumberLength: Int = 40
  ) {
    precondition(maximumBytes < 1 << 30, "A text is smaller than 1 GiB.")
    precondition(maximumDepth <= 512, "A text is at most 512 levels deep.")
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumNodes = maximumNodes
    self.maximumNumberLength = maximumNumberLength
  }
}
