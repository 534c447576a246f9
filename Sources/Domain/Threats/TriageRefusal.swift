/// Why a threat is not taken where somebody wants it, as a sentence.
package struct TriageRefusal: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
