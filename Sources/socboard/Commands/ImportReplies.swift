import ArgumentParser
import Domain
import Exchange
import JSON
import Store
import Workspace

/// Reads replies to a round's questions, and files what stands in its marked places.
struct ImportReplies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replies",
    abstract: "Show what replies would file in a round; --yes files what is placed.",
    discussion: """
      A reply is a mail, an mbox, a text or a CSV file. What stands in a marked place of the form \
      is placed; anything else is offered, and a person places it on the screen or with \
      “socboard add response”. What is filed is one act, which “socboard undo” takes back; the \
      mails it came from are kept in originals/.
      """)

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  @Option(help: "The round of replies that do not say it: its title or name.")
  var round: String?

  @Option(help: "The respondent of a reply that does not say it.")
  var respondent: String?

  @Flag(help: "File what is placed.")
  var yes = false

  @OptionGroup var personal: PersonalDataOption

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("When this came true, if not today.", valueName: "date"))
  var effective: CalendarDate?

  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    try audience.refuse("What replies say is not public.")
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let intake = ReplyIntake(
      round: try round.map { try loaded.identifier(called: $0) },
      respondent: try respondent.map { try loaded.identifier(called: $0) })
    let replies: ReplyFiles.Reading
    do {
      replies = try ReplyFiles().read(
        files, into: loaded.board, in: folder, intake,
        today: effective ?? surroundings.today(stamp.at),
        stamp: stamp, names: IdentifierSource(seed: surroundings.seed))
    } catch let failure as ByteFile.Failure {
      throw refusal("\(failure)", ExitStatus.badData)
    }
    let preview = replies.preview
    let isPersonal =
      yes && !personal.keepPersonalData && preview.edits.contains { !$0.personalData.isEmpty }
    let isWritten = yes && !isPersonal && !preview.edits.isEmpty
    if !isWritten { try show(preview, isWritten: false) }
    if isPersonal {
      throw refusal("Nothing was filed. \(PersonalDataOption.way)", ExitStatus.badData)
    }
    if isWritten {
      try file(preview, replies, in: folder, loaded, stamp)
    } else {
      Output.tell(
        preview.edits.isEmpty ? "There is nothing to file." : "Nothing was filed: --yes files it.")
    }
    if preview.count(of: .refused) > 0 { throw ExitStatus.badData }
  }

  private func file(
    _ preview: ReplyPreview, _ replies: ReplyFiles.Reading, in folder: BoardFolder,
    _ loaded: LoadedBoard,
    _ stamp: Stamp
  ) throws {
    let placed = preview.entries.filter { $0.fate == .placed }.compactMap { $0.answer?.original }
    let readings: [RecordReading]
    do throws(StoreError) {
      try folder.keep(originals: Set(placed).compactMap { replies.originals[$0] })
      readings = try folder.save(Act(stamp: stamp, effective: effective, edits: preview.edits))
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
    try show(preview, isWritten: true)
    Output.tell("It was filed as one act, which “socboard undo” takes back.")
    let conflicts = readings.flatMap { $0.conflicts(beside: loaded.board) }
    for conflict in conflicts { Output.tell(conflict) }
    if !conflicts.isEmpty { throw ExitStatus.conflicts }
  }

  private func show(_ preview: ReplyPreview, isWritten: Bool) throws {
    if output.json {
      try Output.print(preview.json(isWritten: isWritten))
    } else {
      try Output.print((preview.lines + [preview.summary]).joined(separator: "\n"))
    }
  }
}

extension ReplyPreview {
  /// The preview for a person: each mail, and below it what becomes of what it says.
  fileprivate var lines: [String] {
    mails.flatMap { mail -> [String] in
      [mail.place.asOneLine] + mail.particulars.map { "  \($0.asOneLine)" }
        + mail.entries.flatMap { entry in
          ["  \(entry.fate.rawValue): \(entry.title.asOneLine)"]
            + entry.said.map { "      \($0)" }
            + entry.words.map { "    \($0)" }
            + (entry.edit?.personalData ?? []).map { "    \($0.words)." }
        }
    }
  }

  fileprivate func json(isWritten: Bool) -> Value {
    var object = Object()
    object["isWritten"] = .bool(isWritten)
    object["mails"] = .array(mails.map(\.json))
    for fate in Fate.allCases { object[fate.rawValue] = .number(Number(count(of: fate))) }
    return .object(object)
  }
}

extension ReplyPreview.Entry {
  /// What was said, cut where it is long.
  fileprivate var said: [String] {
    let way = fate == .refused ? "the message has the rest" : "--json shows it whole"
    return fate == .nothing ? [] : answer?.saidLines(atMost: 12, whole: way) ?? []
  }
}

extension ReplyPreview.Mail {
  fileprivate var json: Value {
    var object = Object()
    object["file"] = .string(file)
    object["number"] = .number(Number(number))
    object["identity"] = .string(identity)
    if let sender { object["sender"] = .string(sender) }
    if let subject { object["subject"] = .string(subject) }
    if let sent { object["sent"] = .string(sent) }
    object["notes"] = .array(notes.map { .string($0) })
    object["entries"] = .array(entries.map(\.json))
    return .object(object)
  }
}

extension ReplyPreview.Entry {
  fileprivate var json: Value {
    var object = Object()
    object["fate"] = .string(fate.rawValue)
    object["title"] = .string(title)
    object["words"] = .array(words.map { .string($0) })
    object["isBounce"] = .bool(isBounce)
    guard let answer else { return .object(object) }
    let fields = [
      "round": answer.round?.text, "respondent": answer.respondent?.text,
      "question": answer.question?.text, "area": answer.area?.text,
      "state": answer.state.rawValue, "text": answer.text, "confidence": answer.confidence,
      "byRole": answer.byRole, "received": answer.received?.description,
      "original": answer.original?.text,
    ]
    for (field, text) in fields { object[field] = text.map { .string($0) } }
    return .object(object)
  }
}
