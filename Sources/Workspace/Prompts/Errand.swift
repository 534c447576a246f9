package import Domain

/// What a form can be for that changes nothing on the board.
package indirect enum Errand: Equatable, Sendable {
  /// To show the board of another day.
  case asAt
  /// To list the actions of one agency.
  case chooseAgency
  /// To tell what differs between two rounds.
  case compareRounds
  /// To open one of several answers.
  case chooseAnswer
  /// To write what the pane lists to a file.
  case copyToFile
  /// To write a plan to a file.
  case exportPlan
  /// To read a plan's sheet, and show what it would do.
  case importPlan
  /// To write a round's questions, a file for each respondent.
  case exportRound(Identifier<Round>)
  /// To read replies, and show what they would do.
  case importReplies
  /// To place by hand what a preview only offers.
  case placeReply(IntakeBox)

  /// The command that opens the form.
  var command: Command {
    switch self {
    case .asAt: .asAt
    case .chooseAgency: .chooseAgency
    case .compareRounds: .compareRounds
    case .chooseAnswer: .changeAnswer
    case .copyToFile: .copyToFile
    case .exportPlan: .exportPlan
    case .importPlan: .importPlan
    case .exportRound: .exportRound
    case .importReplies, .placeReply: .importReplies
    }
  }
}

extension Errand {
  /// Whether a file is written, whose path the first field has.
  var writesFile: Bool {
    switch self {
    case .copyToFile, .exportPlan, .exportRound: true
    default: false
    }
  }

  /// Whether a file is read, whose path the first field has.
  var readsFile: Bool { self == .importPlan || self == .importReplies }
}

extension WorkspaceState {
  /// Does what a filled-in form is for, or leaves it open with a complaint.
  mutating func run(_ errand: Errand, _ form: Form) -> [Effect] {
    switch errand {
    case .asAt: goAsAt(form)
    case .chooseAgency: chooseAgency(in: form)
    case .compareRounds: compareRounds(form)
    case .chooseAnswer: chooseAnswer(in: form)
    case .copyToFile: copyToFile(form)
    case .exportPlan: exportPlan(form)
    case .importPlan: importPlan(form)
    case .exportRound(let round): exportRound(round, form)
    case .importReplies: importReplies(form)
    case .placeReply(let box): placeReply(form, in: box)
    }
  }
}
