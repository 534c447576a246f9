/// How far the answer to something that was asked has come, from silence to what was said.
///
/// Of several answers to one thing the strongest counts: what was said counts before a nil return,
/// a nil return before a refusal, and all of them before silence.
package enum AnswerState: Int, CaseIterable, Comparable, Sendable {
  /// Nothing was heard: no record of a response stands for it.
  case awaited

  /// The question came back: nobody has read it.
  case undelivered
  case notApplicable, declined, nilReturn, answered

  package static func < (left: AnswerState, right: AnswerState) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The letter of a cell, which is also the key that records the state; `.` is awaited.
  package var letter: Character {
    switch self {
    case .awaited: "."
    case .undelivered: "B"
    case .notApplicable: "X"
    case .declined: "D"
    case .nilReturn: "N"
    case .answered: "A"
    }
  }

  /// The state in words, as a sentence goes on with it.
  package var title: String {
    switch self {
    case .awaited: "awaited"
    case .undelivered: "came back undelivered"
    case .notApplicable: "not applicable"
    case .declined: "declined"
    case .nilReturn: "nil return"
    case .answered: "answered"
    }
  }
}

extension AnswerState {
  /// The state that a response records.
  package init(_ state: Response.State) {
    self =
      switch state {
      case .answered: .answered
      case .nilReturn: .nilReturn
      case .declined: .declined
      case .notApplicable: .notApplicable
      }
  }

  /// The state as a response records it; `nil` for those that are no response: silence, and what
  /// the invitation says.
  package var recorded: Response.State? {
    switch self {
    case .awaited, .undelivered: nil
    case .notApplicable: .notApplicable
    case .declined: .declined
    case .nilReturn: .nilReturn
    case .answered: .answered
    }
  }
}
