package import Domain

/// Reads replies to a round's form into a board: what is filed, what a person has to place.
///
/// Only what stands in a marked place of one respondent's form in one round is placed; everything
/// else is offered, with why. Nothing is filed by guess, and no sender is trusted: a board keeps no
/// addresses.
package struct ReplyImport {
  var board: Board
  let intake: ReplyIntake
  let today: CalendarDate
  let stamp: Stamp
  private let digest: ([UInt8]) -> Digest
  let original: (Digest) -> [UInt8]?
  let newName: () -> Identifier<Never>
  let answers: AnswerReader
  private var mails: [ReplyPreview.Mail] = []

  /// The messages as they were received, by their names.
  package private(set) var originals: [Digest: [UInt8]] = [:]

  /// Messages that were read already in this import.
  private var seen: Set<String> = []

  /// Whom each sender has answered for.
  private var senders: [String: Identifier<Partner>] = [:]

  /// The responses on the board by what they are about, and the matters that each message settled.
  var known: [AnsweredMatter: [Identifier<Response>]] = [:]
  var settled: Set<SettledMatter> = []

  /// What was filed from each message, placed or by hand; and by whom, whatever message it was.
  var filed: [String: [String]] = [:]
  var filedTexts: Set<FiledText> = []

  /// Where the responses that this import has filed came from.
  var origins: [Identifier<Response>: Origin] = [:]

  /// Messages of former imports that were read once more, by their names.
  var filedMessages: [String: FiledMessage] = [:]

  struct SettledMatter: Hashable {
    let original: String
    let matter: AnsweredMatter
  }

  /// The largest file that is read, in bytes: 32 MiB.
  package static let limit = 1 << 25

  /// Begins with a board as it is.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - intake: What holds for replies that do not say it themselves.
  ///   - today: The day on which replies without a date were received.
  ///   - stamp: Who takes them in, and when.
  ///   - digest: Gives the name of a message among the originals.
  ///   - original: Gives a message that was kept before; `nil` where it cannot be read.
  ///   - newName: Gives a name that no record has.
  package init(
    into board: Board, _ intake: ReplyIntake = ReplyIntake(), today: CalendarDate, stamp: Stamp,
    digest: @escaping ([UInt8]) -> Digest, original: @escaping (Digest) -> [UInt8]? = { _ in nil },
    newName: @escaping () -> Identifier<Never>
  ) {
    self.board = board
    self.intake = intake
    self.today = today
    self.stamp = stamp
    self.digest = digest
    self.original = original
    self.newName = newName
    answers = AnswerReader(areasOf: board)
    for response in board.responses.all {
      let matter = AnsweredMatter(response.content)
      // A response that somebody removed stays removed when its mail is read again.
      if let original = response.original {
        settled.insert(SettledMatter(original: original, matter: matter))
        filed[original, default: []].append(response.text ?? "")
        filedTexts.insert(FiledText(response.content))
      }
      if !response.isDeleted { known[matter, default: []].append(response.id) }
    }
  }

  /// What all that was read would do.
  package var preview: ReplyPreview { ReplyPreview(mails: mails) }

  /// Reads a file: a mail, an mbox, a sheet or a text.
  package mutating func read(_ bytes: [UInt8], file: String) {
    guard bytes.count <= ReplyImport.limit else {
      refuse(file, "The file has more than 32 MiB: save the mails one by one.")
      return
    }
    if let foreign = ForeignFile.refusal(of: bytes, file: file) {
      refuse(file, foreign)
      return
    }
    let ending = file.lowercased()
    if ending.hasSuffix(".csv") {
      readText(bytes, file, isSheet: true)
    } else if ending.hasSuffix(".txt") {
      readText(bytes, file, isSheet: false)
    } else if let mails = MailFile.mails(of: bytes) {
      for (index, mail) in mails.enumerated() { readMail(mail, file, index + 1) }
    } else if ending.hasSuffix(".eml") || ReplyImport.isMail(bytes) {
      readMail(bytes, file, 1)
    } else {
      readText(bytes, file, isSheet: false)
    }
  }

  private static func isMail(_ bytes: [UInt8]) -> Bool {
    var body = 0
    let headers = MailHeaders(bytes.prefix(1 << 18), bodyAt: &body)
    let fields = ["from", "message-id", "received", "return-path", "mime-version", "date"]
    return fields.count { headers[$0] != nil } >= 2
  }

  private mutating func refuse(_ file: String, _ sentence: String) {
    mails.append(
      ReplyPreview.Mail(
        file: file, number: 1, sender: nil, subject: nil, sent: nil, identity: "",
        notes: [], entries: [.init(fate: .refused, title: file, words: [sentence])]))
  }

  private mutating func readText(_ bytes: [UInt8], _ file: String, isSheet: Bool) {
    let (text, note) = Charset.text(of: bytes, claimed: "")
    let notes = [note].compactMap(\.self)
    let plain = String(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    let mail =
      isSheet
      ? Mail(sheet: plain, file: file, notes: notes) : Mail(text: plain.harmless, notes: notes)
    take(mail, bytes, file, 1, way: isSheet ? "in a sheet" : "as a text")
  }

  private mutating func readMail(_ bytes: [UInt8], _ file: String, _ number: Int) {
    take(Mail(bytes), bytes, file, number, way: "by mail")
  }

  // MARK: One message

  /// Something that a message says, before it is known what becomes of it.
  struct Claim {
    var answer: Answer

    /// Why it is not simply filed, as sentences.
    var doubts: [String]
  }

  private mutating func take(
    _ mail: Mail, _ bytes: [UInt8], _ file: String, _ number: Int, way: String
  ) {
    let original = digest(bytes)
    let readings = mail.texts.filter { !$0.isSheet }.map { FormReading($0.text) }
    let identity = ReplyIdentity(of: mail, readings, intake)
    var notes = mail.notes
    var entries: [ReplyPreview.Entry] = []
    var base = Answer(state: .answered, text: nil, way: way)
    base.original = original
    base.received = received(mail, &notes)
    base.round = identity.one?.round ?? intake.round
    base.respondent = identity.one?.respondent ?? intake.respondent
    let isSecond = !seen.insert(original.text).inserted
    let isSameName = mail.name.map { !seen.insert("name \($0)").inserted } ?? false
    if isSecond {
      entries = [.init(fate: .nothing, title: "the same message", words: ["It was read already."])]
    } else if let automatic = mail.automatic, automatic != .reply {
      entries = [report(automatic, base, mail)]
    } else {
      var claims = claims(of: readings, base, identity)
      for sheet in mail.texts where sheet.isSheet {
        claims += rows(of: sheet.text, sheet.attachment ?? file, base, identity, &entries)
      }
      claims = ReplyImport.merged(claims)
      if isSameName {
        for index in claims.indices {
          claims[index].doubts.append("Another message of the same name was read before it.")
        }
      }
      if mail.automatic == .reply {
        notes.append("It is an automatic reply.")
        for index in claims.indices {
          claims[index].doubts.append("A machine sent it while a person was away.")
        }
      }
      for claim in claims { entries.append(keep(claim, from: Origin(mail))) }
      entries += unplaced(readings, mail, base, identity, &notes)
    }
    if entries.isEmpty {
      let isForm = readings.contains(where: \.hasMarks)
      entries = [
        .init(
          fate: .nothing, title: board.title(of: base),
          words: [isForm ? "The form is not filled in." : "There is nothing in it."])
      ]
    }
    if filed[original.text] != nil { notes.append("Something of it was filed before.") }
    if entries.contains(where: { $0.fate != .nothing }) { originals[original] = bytes }
    note(sender: mail.address, identity.one?.respondent, &notes)
    mails.append(
      ReplyPreview.Mail(
        file: file, number: number, sender: mail.sender, subject: mail.subject, sent: mail.sent,
        identity: identity.sentence, notes: notes, entries: entries))
  }

  /// The day a message was received; one that has not come yet is not believed.
  private func received(_ mail: Mail, _ notes: inout [String]) -> CalendarDate {
    guard let date = mail.date else {
      if mail.sent != nil { notes.append("Its date cannot be read; \(today.words) is taken.") }
      return today
    }
    guard date.day.firstDayNumber <= today.lastDayNumber + 1 else {
      notes.append("It is dated \(date.day.words), which has not come; \(today.words) is taken.")
      return today
    }
    return date.day
  }

  /// Tells where one sender has answered for several respondents.
  private mutating func note(
    sender: String?, _ respondent: Identifier<Partner>?, _ notes: inout [String]
  ) {
    guard let sender, let respondent else { return }
    if let other = senders[sender], other != respondent {
      notes.append("The same sender has answered for \(board[other]?.name ?? other.text), too.")
    }
    senders[sender] = respondent
  }
}
