package import Domain

/// What holds for replies that do not say it themselves.
package struct ReplyIntake: Equatable, Sendable {
  package var round: Identifier<Round>?
  package var respondent: Identifier<Partner>?

  package init(round: Identifier<Round>? = nil, respondent: Identifier<Partner>? = nil) {
    self.round = round
    self.respondent = respondent
  }
}

/// Reads replies to a round's form into a board: what is filed, what a person has to place.
///
/// Only what stands in a marked place of one respondent's form in one round is placed; everything
/// else is offered, with why. Nothing is filed by guess, and no sender is trusted: a board keeps no
/// addresses.
package struct ReplyImport {
  private var board: Board
  private let intake: ReplyIntake
  let today: CalendarDate
  private let stamp: Stamp
  private let digest: ([UInt8]) -> Digest
  private let newName: () -> Identifier<Never>
  private let answers: AnswerReader
  private var mails: [ReplyPreview.Mail] = []

  /// The messages as they were received, by their names.
  package private(set) var originals: [Digest: [UInt8]] = [:]

  /// Messages that were read already in this import.
  private var seen: Set<String> = []

  /// Whom each sender has answered for.
  private var senders: [String: Identifier<Partner>] = [:]

  /// The responses on the board by what they are about, and the matters that each message settled.
  private var known: [Place: [Identifier<Response>]] = [:]
  private var settled: Set<SettledMatter> = []

  /// When the responses that this import has filed were sent.
  private var moments: [Identifier<Response>: Int] = [:]

  private struct Place: Hashable {
    let round: Identifier<Round>
    let respondent: Identifier<Partner>
    let question: Identifier<Question>?
    let area: Identifier<Area>?
  }

  private struct SettledMatter: Hashable {
    let original: String
    let place: Place
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
  ///   - newName: Gives a name that no record has.
  package init(
    into board: Board, _ intake: ReplyIntake = ReplyIntake(), today: CalendarDate, stamp: Stamp,
    digest: @escaping ([UInt8]) -> Digest, newName: @escaping () -> Identifier<Never>
  ) {
    self.board = board
    self.intake = intake
    self.today = today
    self.stamp = stamp
    self.digest = digest
    self.newName = newName
    answers = AnswerReader(areasOf: board)
    for response in board.responses.all {
      let place = Place(
        round: response.round, respondent: response.respondent, question: response.question,
        area: response.area)
      // A response that somebody removed stays removed when its mail is read again.
      if let original = response.original {
        settled.insert(SettledMatter(original: original, place: place))
      }
      if !response.isDeleted { known[place, default: []].append(response.id) }
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
  private struct Claim {
    var answer: Answer

    /// Why it is not simply filed, as sentences.
    var doubts: [String]
  }

  private mutating func take(
    _ mail: Mail, _ bytes: [UInt8], _ file: String, _ number: Int, way: String
  ) {
    let original = digest(bytes)
    var readings = mail.texts.filter { !$0.isSheet }.map { FormReading($0.text) }
    let identity = Identity(of: mail, readings, intake)
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
      for claim in claims { entries.append(keep(claim, moment: mail.date?.moment)) }
      entries += unplaced(&readings, mail, base, &notes)
    }
    if entries.isEmpty {
      let isForm = readings.contains(where: \.hasMarks)
      entries = [
        .init(
          fate: .nothing, title: board.title(of: base),
          words: [isForm ? "The form is not filled in." : "There is nothing in it."])
      ]
    }
    if entries.contains(where: { $0.fate != .nothing }) { originals[original] = bytes }
    note(sender: mail.sender, identity.one?.respondent, &notes)
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
    guard let sender = sender?.lowercased(), let respondent else { return }
    if let other = senders[sender], other != respondent {
      notes.append("The same sender has answered for \(board[other]?.name ?? other.text), too.")
    }
    senders[sender] = respondent
  }

  private func report(
    _ kind: Mail.Automatic, _ base: Answer, _ mail: Mail
  ) -> ReplyPreview.Entry {
    guard kind == .bounce else {
      return .init(
        fate: .nothing, answer: base, title: board.title(of: base),
        words: ["It reports on a mail, and not that it failed to arrive."])
    }
    var answer = base
    answer.text = mail.texts.first?.text.prefix(2_000).description
    return .init(
      fate: .offered, answer: answer, title: board.title(of: base),
      words: ["The invitation came back: say so on the invitation, and send it another way."],
      isBounce: true)
  }

  // MARK: What it says

  private func claims(
    of readings: [FormReading], _ base: Answer, _ identity: Identity
  ) -> [Claim] {
    let places = readings.flatMap(\.places)
    let roles = Set(places.filter { $0.marker == .role && !$0.text.isEmpty }.map(\.text))
    return places.flatMap { place -> [Claim] in
      guard place.marker != .role else { return [] }
      var base = base
      if let form = place.form {
        (base.round, base.respondent) = (form.round, form.respondent)
      }
      if roles.count == 1 { base.byRole = roles.first.map { String($0.prefix(200)) } }
      if case .answer(let question) = place.marker { base.question = question }
      let (readings, isDoubtful) = answers.read(place.text)
      var doubts = identity.doubts
      if !place.isClosed {
        doubts.append("The mark that ends its place is missing, so more may stand in it.")
      }
      if isDoubtful {
        doubts.append("An area's number and a colon stand inside a line: it may be two answers.")
      }
      return readings.map { reading in
        var answer = base
        (answer.area, answer.state, answer.text) = (reading.area, reading.state, reading.text)
        answer.confidence = reading.confidence
        return Claim(answer: answer, doubts: doubts)
      }
    }
  }

  /// The claims with the same things said once, and different ones on one matter in doubt.
  private static func merged(_ claims: [Claim]) -> [Claim] {
    var merged: [Claim] = []
    var places: [String: [Int]] = [:]
    for claim in claims {
      let answer = claim.answer
      let key = [
        answer.round?.text, answer.respondent?.text, answer.question?.text, answer.area?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
      let same = (places[key] ?? []).first { merged[$0].answer.says(the: answer) }
      if let same {
        if claim.doubts.count < merged[same].doubts.count { merged[same] = claim }
        continue
      }
      places[key, default: []].append(merged.count)
      merged.append(claim)
    }
    for places in places.values where places.count > 1 {
      for place in places {
        merged[place].doubts.append("The message holds different answers to this.")
      }
    }
    return merged
  }

  /// What stands outside the marked places.
  private func unplaced(
    _ readings: inout [FormReading], _ mail: Mail, _ base: Answer, _ notes: inout [String]
  ) -> [ReplyPreview.Entry] {
    let form = base.round.flatMap { round in
      base.respondent.flatMap { RoundForm(round, for: $0, on: board) }
    }
    let template = form?.lines ?? []
    return readings.indices.compactMap { index in
      let text = readings[index].unplaced(besides: template)
      if readings[index].quoted > 0 {
        notes.append("\(readings[index].quoted) quoted lines outside the form are not listed.")
      }
      guard !text.isEmpty else { return nil }
      var answer = base
      answer.text = text
      guard mail.automatic != .reply else {
        return .init(
          fate: .nothing, answer: answer, title: board.title(of: base),
          words: ["An automatic reply is no answer."])
      }
      return .init(
        fate: .offered, answer: answer, title: board.title(of: base),
        words: [
          readings[index].hasMarks
            ? "It stands outside the marked places, so a person places it."
            : "There is no mark of a form in it, so a person places it."
        ])
    }
  }

  // MARK: Sheets

  private func rows(
    of text: String, _ file: String, _ base: Answer, _ identity: Identity,
    _ entries: inout [ReplyPreview.Entry]
  ) -> [Claim] {
    let table: CSVTable
    do throws(SheetProblems) {
      table = try ReplySheet.table(text, file: file)
    } catch {
      entries.append(.init(fate: .refused, title: file, words: error.problems.map(\.description)))
      return []
    }
    guard let columns = ReplySheet.columns(of: table) else {
      entries.append(
        .init(
          fate: .refused, title: file,
          words: ["No column is headed Answer or State, so it is no sheet of answers."]))
      return []
    }
    return (0..<table.rowCount).compactMap { row in
      claim(in: table, row, columns, base, identity)
    }
  }

  private func claim(
    in table: CSVTable, _ row: Int, _ columns: [ReplySheet.Column: Int], _ base: Answer,
    _ identity: Identity
  ) -> Claim? {
    func cell(_ column: ReplySheet.Column) -> String {
      columns[column].map { table[row, $0].trimmedOfSpace } ?? ""
    }
    let (text, state) = (cell(.text), cell(.state))
    guard !text.isEmpty || !state.isEmpty else { return nil }
    var answer = base
    var doubts: [String] = []
    let round = cell(.round)
    let respondent = cell(.respondent)
    let line = table.place(row, 0).line
    if !round.isEmpty {
      answer.round =
        board.rounds.standing.first { $0.id.text == round }?.id
        ?? ReplyImport.only(board.rounds.standing.filter { $0.title == round })?.id
      if answer.round == nil { doubts.append("Line \(line): there is no round “\(round)”.") }
    }
    if !respondent.isEmpty {
      answer.respondent =
        board.partners.standing.first { $0.id.text == respondent }?.id
        ?? ReplyImport.only(
          board.partners.standing.filter { $0.name.lowercased() == respondent.lowercased() })?.id
      if answer.respondent == nil {
        doubts.append("Line \(line): there is no partner “\(respondent)”.")
      }
    }
    if let one = identity.one,
      one
        != answer.round.flatMap({ round in
          answer.respondent.map { FormIdentity(round: round, respondent: $0) }
        })
    {
      doubts.append("Line \(line) is of another round or respondent than the message.")
    }
    let question = cell(.question)
    if !question.isEmpty {
      let questions = answer.round.flatMap { board[$0]?.questions.ranked() } ?? []
      answer.question =
        questions.enumerated().first { index, item in
          item.key.text == question || item.value.text == question || "\(index + 1)" == question
        }?.element.key
      if answer.question == nil {
        doubts.append("Line \(line): the round has no question “\(question)”.")
      }
    }
    let area = cell(.area)
    if !area.isEmpty {
      answer.area = answers.area(called: area)
      if answer.area == nil { doubts.append("Line \(line): there is no area “\(area)”.") }
    }
    (answer.state, answer.text) = AnswerReader.state(of: text)
    if !state.isEmpty {
      let key = AnswerReader.key(state[...])
      let (word, _) = AnswerReader.state(of: state)
      if word == .answered, key != "answered" {
        doubts.append("Line \(line): “\(state)” is no state of an answer.")
      } else {
        (answer.state, answer.text) = (word, text.isEmpty ? nil : text)
      }
    }
    if !cell(.confidence).isEmpty { answer.confidence = cell(.confidence) }
    if !cell(.role).isEmpty { answer.byRole = cell(.role) }
    if !cell(.received).isEmpty {
      if let date = CalendarDate(cell(.received)) {
        answer.received = date
      } else {
        doubts.append("Line \(line): “\(cell(.received))” is no date; write 2018-02-14.")
      }
    }
    return Claim(answer: answer, doubts: doubts)
  }

  private static func only<Element>(_ elements: [Element]) -> Element? {
    elements.count == 1 ? elements[0] : nil
  }

  // MARK: Filing

  /// What becomes of a claim; where it is placed the board says so from here on.
  private mutating func keep(_ claim: Claim, moment: Int?) -> ReplyPreview.Entry {
    let answer = claim.answer
    let title = board.title(of: answer)
    func entry(_ fate: ReplyPreview.Fate, _ words: [String], _ edit: Edit? = nil)
      -> ReplyPreview.Entry
    { .init(fate: fate, answer: answer, title: title, words: words, edit: edit) }

    let doubts = claim.doubts + obstacles(to: answer)
    guard doubts.isEmpty, let round = answer.round, let respondent = answer.respondent else {
      return entry(
        .offered, doubts.isEmpty ? ["It does not say whose answer it is."] : doubts)
    }
    let place = Place(
      round: round, respondent: respondent, question: answer.question, area: answer.area)
    if let original = answer.original?.text,
      settled.contains(SettledMatter(original: original, place: place))
    {
      return entry(.nothing, ["This message was read before."])
    }
    let former = (known[place] ?? []).compactMap { board[$0] }
    if former.contains(where: { answer.isSaid(by: $0.content) }) {
      return entry(.nothing, ["The board says the same already."])
    }
    if let obstacle = ReplyImport.obstacle(to: answer, moment, in: former, moments) {
      return entry(.offered, [obstacle])
    }
    guard
      let record = board.response(
        keeping: answer, in: former.first, name: Identifier(newName())),
      let edit = board.put(record, stamp: stamp)
    else { return entry(.nothing, ["The board says the same already."]) }
    if former.isEmpty { known[place, default: []].append(record.id) }
    moments[record.id] = moment
    let words =
      former.first.map { ["It replaces what was said before: “\($0.text ?? "")”."] } ?? ["new"]
    return entry(.placed, words, edit)
  }

  /// Why an answer is not simply filed, by what the board says of its round and its respondent.
  private func obstacles(to answer: Answer) -> [String] {
    var sentences: [String] = []
    if let id = answer.round {
      if let round = board[id], !round.isDeleted {
        if let closed = round.closed {
          sentences.append("The round was closed \(closed.words).")
        }
        if let question = answer.question, round.questions[question] == nil {
          sentences.append("The round has no question “\(question)”.")
        }
        if let respondent = answer.respondent, round.invitations[respondent] == nil {
          sentences.append(
            "\(board[respondent]?.name ?? respondent.text) was not asked in this round.")
        }
      } else {
        sentences.append("There is no round “\(id)” on the board.")
      }
    }
    if let id = answer.respondent {
      if board[id] == nil {
        sentences.append("There is no partner “\(id)” on the board.")
      } else if board.hasLeft(id, on: today) {
        sentences.append("\(board[id]?.name ?? id.text) has left the board.")
      }
    }
    return sentences
  }

  /// Why a former response is not simply replaced; `nil` where it may be.
  private static func obstacle(
    to answer: Answer, _ moment: Int?, in former: [Record<Response>],
    _ moments: [Identifier<Response>: Int]
  ) -> String? {
    guard let response = former.first else { return nil }
    if former.count > 1 { return "The board has \(former.count) answers to this already." }
    if let first = moments[response.id] {
      return moment.map { $0 > first } == true
        ? nil : "Another message of this import says otherwise, and may be the later one."
    }
    guard response.original != nil, response.header.updated == nil else {
      return "A person has written another answer: “\((response.text ?? "").prefix(200))”."
    }
    guard let received = answer.received, let earlier = response.received, earlier < received
    else { return "It may be older than the answer that the board has." }
    return nil
  }
}

extension Answer {
  /// Whether another answer says the same.
  fileprivate func says(the other: Answer) -> Bool {
    state == other.state && text == other.text && confidence == other.confidence
  }

  /// Whether a response says it all already.
  fileprivate func isSaid(by response: Response) -> Bool {
    state == response.state && text == response.text
      && (confidence == nil || confidence == response.confidence)
  }
}

/// How the round and the respondent of a message are known.
private struct Identity {
  /// The one round and respondent that it can be of; `nil` where it is of none, or of several.
  let one: FormIdentity?
  let sentence: String
  let doubts: [String]

  init(of mail: Mail, _ readings: [FormReading], _ intake: ReplyIntake) {
    let marks = Identity.distinct(readings.flatMap(\.forms))
    let names = Identity.distinct(mail.references.flatMap(FormIdentity.all))
    let subjects = Identity.distinct(
      mail.subjects.flatMap { FormReading($0).forms })
    let all = Identity.distinct(marks + names + subjects)
    var doubts: [String] = []
    if marks.count > 1 {
      doubts.append("The message holds the forms of several rounds or respondents.")
    } else if all.count > 1 {
      doubts.append(
        "Its mark, its subject and the mail it answers disagree about whose answer it is.")
    }
    let ways = [
      marks.isEmpty ? nil : "the mark of the form", names.isEmpty ? nil : "the mail it answers",
      subjects.isEmpty ? nil : "the subject",
    ].compactMap(\.self)
    if let only = all.first, all.count == 1 {
      one = only
      sentence = "known by \(ways.joined(separator: ", "))"
      if intake.round.map({ $0 != only.round }) == true
        || intake.respondent.map({ $0 != only.respondent }) == true
      {
        doubts.append("It is of another round or respondent than you have said.")
      }
    } else if all.isEmpty, let round = intake.round, let respondent = intake.respondent {
      one = FormIdentity(round: round, respondent: respondent)
      sentence = "as you have said"
    } else {
      one = nil
      sentence = all.isEmpty ? "not known whose it is" : "not certain whose it is"
    }
    self.doubts = doubts
  }

  private static func distinct(_ list: [FormIdentity]) -> [FormIdentity] {
    list.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
