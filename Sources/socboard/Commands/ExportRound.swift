import ArgumentParser
import Domain
import Exchange
import Store
import Workspace

/// Writes the questions of a round, a file for each respondent.
struct ExportRound: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Write a round's questions as mails, texts or sheets, one for each respondent.",
    discussion: """
      A mail has no address, because the board keeps none: your own mail program opens it as a \
      draft and sends it. “socboard import replies” reads what comes back. Where no round is named, \
      it is the latest that is not closed.
      """)

  @Argument(help: "The round: its title or name.")
  var round: String?

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @Option(help: "eml, text or csv.")
  var format = FormFormat.eml

  @Option(help: "Only this respondent; may be given several times.")
  var respondent: [String] = []

  @Flag(help: "Only those who have not answered.")
  var awaited = false

  @Option(help: "What is said to the respondents beside the questions.")
  var note: String?

  @Flag(help: "Note on the invitations that they were sent today.")
  var markSent = false

  @Flag(help: "Note on the invitations that a reminder was sent today.")
  var markReminded = false

  @OptionGroup var audience: AudienceOption
  @OptionGroup var today: TodayOption
  @OptionGroup var board: BoardOption

  func validate() throws {
    if awaited, !respondent.isEmpty {
      throw ValidationError("Give --awaited or --respondent, not both.")
    }
    if markSent, markReminded {
      throw ValidationError("Give --mark-sent or --mark-reminded, not both.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let dispatch: Dispatch? = markSent ? .sent : markReminded ? .reminded : nil
    if audience.isPublic, let dispatch {
      throw refusal(
        "--mark-\(dispatch.rawValue) changes the board. Leave --public out.", ExitStatus.usage)
    }
    if audience.isPublic, awaited {
      throw refusal(
        "Whom the board awaits is never public. Leave --public or --awaited out.",
        ExitStatus.usage)
    }
    let loaded = try folder.readTelling(for: audience)
    let round = try loaded.round(called: round)
    let day = today.date ?? surroundings.today(surroundings.now())
    let extract = RoundExtract(
      round: round.id, respondents: try respondents(of: round, loaded, day), format: format,
      note: note, audience: audience.audience)
    do {
      let paths = try RoundFiles(surroundings: surroundings)
        .write(extract, of: loaded.board, to: output)
      try Output.print(paths.joined(separator: "\n"))
    } catch let error as RoundFiles.Refusal {
      throw refusal("\(error)", ExitStatus.cannotWrite)
    }
    guard let dispatch else { return }
    var changed = round
    var names = IdentifierSource(seed: surroundings.seed)
    changed.content.note(
      dispatch, to: extract.respondents, on: day, by: surroundings.writer
    ) { names.next() }
    try folder.save(changed, on: loaded, effective: nil, surroundings).end()
  }

  private func respondents(
    of round: Record<Round>, _ loaded: LoadedBoard, _ day: CalendarDate
  ) throws -> [Identifier<Partner>] {
    let chosen: [Identifier<Partner>] = try respondent.map { try loaded.identifier(called: $0) }
    if let stranger = chosen.first(where: { round.invitations[$0] == nil }) {
      throw refusal(
        "\(loaded.board[stranger]?.name ?? stranger.text) is not invited to \(round.title).",
        ExitStatus.badData)
    }
    let asked = chosen.isEmpty ? loaded.board.asked(in: round, on: day) : chosen
    guard !asked.isEmpty else {
      throw refusal("Nobody is invited to \(round.title).", ExitStatus.badData)
    }
    guard awaited else { return asked }
    let answers = RoundAnswers(to: round.id, on: loaded.board)
    let silent = loaded.board.awaited(in: round, answers, on: day)
    let both = asked.filter { silent.contains($0) }
    guard !both.isEmpty else {
      throw refusal("Everybody has answered \(round.title).", ExitStatus.badData)
    }
    return both
  }
}

extension FormFormat: ExpressibleByArgument {}
