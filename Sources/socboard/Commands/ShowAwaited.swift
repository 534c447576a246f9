import ArgumentParser
import Domain
import JSON
import Store

/// Tells who has not answered a round, and whom to chase next.
struct ShowAwaited: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "awaited", abstract: "Tell who has not answered, whom to chase next, and why.")

  @Argument(help: "The round, by name or title.")
  var round: String?

  @OptionGroup var today: TodayOption
  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    // Who answered something that is withheld would be told to be silent.
    try audience.refuse("Whom the board awaits is never public.")
    let surroundings = Surroundings.current()
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let round = try loaded.round(called: round)
    let today = today.day(surroundings, asAt: asAt.date)
    let answers = RoundAnswers(to: round.id, on: loaded.board)
    let chases = loaded.board.chases(in: round, answers, today: today)
    if output.json {
      try Output.print(.array(chases.map { $0.json(in: round) }))
    } else {
      try Output.print(
        ([loaded.board.summary(of: round, answers, today: today)]
          + (chases.isEmpty ? [] : [loaded.board.table(of: chases)])).joined(separator: "\n"))
    }
    try loaded.endIfIncomplete()
  }
}

extension Board {
  /// How a round stands, in lines: how long it runs, who has said something, what is silent.
  fileprivate func summary(
    of round: Record<Round>, _ answers: RoundAnswers, today: CalendarDate
  ) -> String {
    let silent = silentAreas(in: round, answers).map { self[$0]?.title ?? $0.text }
    return "\(round.title), \(round.deadline(on: today)): \(answers.answered(in: round)) of "
      + "\(round.invitations.count) have answered."
      + (silent.isEmpty ? "" : "\nNobody has spoken of \(silent.list).")
  }

  fileprivate func table(of chases: [Chase]) -> String {
    chases.map { chase in
      [self[chase.respondent]?.name ?? chase.respondent.text, chase.deed.words, chase.because]
    }.aligned()
  }
}

extension Chase.Deed {
  fileprivate var words: String {
    switch self {
    case .resend: "send again"
    case .remind: "chase"
    case .wait(let day): "wait until \(day.words)"
    }
  }

  fileprivate var json: String {
    switch self {
    case .resend: "resend"
    case .remind: "remind"
    case .wait: "wait"
    }
  }
}

extension Chase {
  fileprivate func json(in round: Record<Round>) -> Value {
    var object = Object()
    object["round"] = .string(round.id.text)
    object["respondent"] = .string(respondent.text)
    object["deed"] = .string(deed.json)
    if case .wait(let day) = deed { object["until"] = .string("\(day)") }
    object["because"] = .string(because)
    return .object(object)
  }
}
