import ArgumentParser
import Domain
import Store
import Workspace

/// Starts a round of questions.
struct StartRound: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start a round: what is asked, of whom, and until when.",
    discussion: """
      The questions are those of the board's template, or with --questions-of those of an earlier \
      round, and those of --question. Without --respondent those of the latest round are asked, \
      else all agencies.
      """)

  @Argument(help: "What the round is called.")
  var title: String

  @Option(
    help: ArgumentHelp(
      "The day of asking, such as 14 feb or yesterday; else it is not known.", valueName: "date"))
  var asked: String?

  @Option(
    help: ArgumentHelp("The day until which answers are due, such as +2w.", valueName: "date"))
  var due: String?

  @Option(help: "The earlier round whose questions are asked again.")
  var questionsOf: String?

  @Option(help: "A question that was not asked before; may be given several times.")
  var question: [String] = []

  @Option(help: "A partner who is asked, by name or title; may be given several times.")
  var respondent: [String] = []

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("When this came true, if not today.", valueName: "date"))
  var effective: CalendarDate?

  @OptionGroup var personal: PersonalDataOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    var names = IdentifierSource(seed: surroundings.seed)
    let today = effective ?? surroundings.today(surroundings.now())
    let start = RoundStart(
      title: title, asked: try asked.map { try date($0, from: today) },
      due: try due.map { try date($0, from: today) }, questions: try questions(on: loaded, &names),
      respondents: respondent.isEmpty
        ? loaded.board.likelyRespondents(on: today)
        : try respondent.map { try loaded.identifier(called: $0) })
    if let flaw = start.flaw(on: loaded.board) { throw refusal("\(flaw)", ExitStatus.badData) }
    let round = Record<Round>(
      id: names.next(),
      header: Header(
        source: "entered by \(surroundings.writer)", marking: loaded.board.lowestMarking),
      content: start.round)
    var changed = loaded.board
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    try personal.refuse(changed.put(round, stamp: stamp)?.personalData ?? [])
    let saved = try folder.save(round, on: loaded, effective: effective, surroundings)
    if output.json {
      try saved.printRecord()
    } else {
      try Output.print(
        "\(saved.board.shortName(of: round.recordName))  \(round.recordName)\n"
          + "\(round.title): \(round.questions.count) questions to "
          + "\(round.invitations.count) respondents.")
    }
    try saved.end()
  }

  /// A date as people type it, reckoned from a day.
  private func date(_ text: String, from today: CalendarDate) throws -> CalendarDate {
    do throws(UnreadableDate) {
      return try CalendarDate(typed: text, today: today)
    } catch {
      throw refusal("\(error)", ExitStatus.usage)
    }
  }

  private func questions(
    on loaded: LoadedBoard, _ names: inout IdentifierSource
  ) throws -> [Identifier<Question>: Question] {
    var questions =
      try questionsOf.map { try loaded.round(called: $0).questions }
      ?? loaded.board.settings.questions
    for text in question {
      let rank = Rank.between(questions.values.compactMap(\.rank).max(), nil)
      questions[names.next()] = Question(text: text, rank: rank)
    }
    return questions
  }
}
