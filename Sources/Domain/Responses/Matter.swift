/// What an answer is about: an area, a question, or both.
package struct Matter: Hashable, Sendable {
  /// Which areas, or which questions.
  package enum Part<Subject>: Hashable, Sendable {
    /// Whichever it is, or none.
    case any

    /// Answers that are tied to none.
    case none
    case one(Identifier<Subject>)

    init(_ id: Identifier<Subject>?) { self = id.map { .one($0) } ?? .none }

    /// The one it is; `nil` where it is not one.
    package var id: Identifier<Subject>? { if case .one(let id) = self { id } else { nil } }
  }

  package var area: Part<Area>
  package var question: Part<Question>

  package init(area: Part<Area> = .any, question: Part<Question> = .any) {
    self.area = area
    self.question = question
  }

  /// All that an answer counts for, from the narrowest to everything.
  static func all(of response: Response) -> [Matter] {
    let area = Part(response.area)
    let question = Part(response.question)
    return [
      Matter(area: area, question: question), Matter(area: area), Matter(question: question),
      Matter(),
    ]
  }
}
