/// Something wrong with what a person gives a field: where, what, and what to give instead.
package struct FieldProblem: Error, Hashable {
  /// The field as the person wrote it.
  package let field: String

  /// What is wrong, as the rest of a sentence.
  package let what: String

  /// What a person can do about it, as a sentence.
  package let remedy: String

  /// Whether there is no field of this name, or it cannot be set.
  package let isOfName: Bool

  package init(field: String, what: String, remedy: String, isOfName: Bool = false) {
    self.field = field
    self.what = what
    self.remedy = remedy
    self.isOfName = isOfName
  }
}

extension FieldProblem: CustomStringConvertible {
  package var description: String { "\(field): \(what). \(remedy)" }
}

/// Why the fields of a record were not given values: everything that is wrong, at once.
package struct FieldProblems: Error, Hashable, CustomStringConvertible {
  package let all: [FieldProblem]

  package init(_ all: [FieldProblem]) {
    precondition(!all.isEmpty, "What is refused is refused for a reason.")
    self.all = all
  }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}

extension FieldProblem {
  /// A value that is not what its field takes.
  static func refused(_ text: String, at field: String, takes shape: FieldShape) -> FieldProblem {
    let shown = text.count > 60 ? text.prefix(59) + "…" : text
    return FieldProblem(field: field, what: "“\(shown)” is not taken", remedy: shape.remedy)
  }

  /// A field without which there is no record.
  static func missing(_ field: String, takes shape: FieldShape) -> FieldProblem {
    FieldProblem(field: field, what: "is needed", remedy: shape.remedy)
  }
}

extension FieldShape {
  /// What to give, as a sentence.
  fileprivate var remedy: String {
    switch self {
    case .word(let words): "Use one of: \(words.joined(separator: ", "))."
    case .list, .group: "Give its fields one by one, or \(words)."
    default: "Give \(words)."
    }
  }
}
