import ArgumentParser
import Domain
import Exchange
import Store

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

  @Flag(help: "Note on the invitations that they were sent today.")
  var markSent = false

  @OptionGroup var audience: AudienceOption
  @OptionGroup var today: TodayOption
  @OptionGroup var board: BoardOption

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    if audience.isPublic, markSent {
      throw refusal("--mark-sent changes the board. Leave --public out.", ExitStatus.usage)
    }
    let loaded = try folder.readTelling(for: audience)
    let now = surroundings.now()
    let round = try loaded.round(called: round)
    let chosen: [Identifier<Partner>] = try respondent.map { try loaded.identifier(called: $0) }
    let respondents = chosen.isEmpty ? round.invitations.keys.sorted() : chosen
    guard !respondents.isEmpty else {
      throw refusal("Nobody is invited to \(round.title).", ExitStatus.badData)
    }
    let forms = try respondents.map { partner in
      guard round.invitations[partner] != nil else {
        throw refusal(
          "\(loaded.board[partner]?.name ?? partner.text) is not invited to \(round.title).",
          ExitStatus.badData)
      }
      guard
        let form = RoundForm(round.id, for: partner, on: loaded.board, audience: audience.audience)
      else {
        throw refusal("The public is not shown that round.", ExitStatus.badData)
      }
      return form
    }
    for form in forms {
      let path = "\(output)/\(form.fileName(format))"
      do {
        try ByteFile(path: path).place(form.file(as: format, at: now), replacing: false)
      } catch {
        throw refusal("\(error)", ExitStatus.cannotWrite)
      }
      try Output.print(path)
    }
    guard markSent else { return }
    var changed = round
    for partner in respondents {
      changed.invitations[partner]?.sent = today.date ?? surroundings.today(now)
    }
    try folder.save(changed, on: loaded, effective: nil, surroundings).end()
  }
}

extension FormFormat: ExpressibleByArgument {}
