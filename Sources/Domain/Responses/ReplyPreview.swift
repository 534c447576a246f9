/// What replies would do to a round's answers, mail by mail; nothing is written yet.
package struct ReplyPreview: Equatable, Sendable {
  /// What becomes of something that was said.
  package enum Fate: String, CaseIterable, Sendable {
    /// It stood in a marked place: it is filed when a person says so.
    case placed

    /// It is not certain where it belongs: a person may place it.
    case offered

    /// It says nothing, or nothing that is not on the board.
    case nothing

    /// It cannot be read.
    case refused
  }

  /// Something that a mail says, or a mail that says nothing.
  package struct Entry: Equatable, Sendable {
    package let fate: Fate

    /// What was said, as far as it is known where it belongs; `nil` where nothing was.
    package let answer: Answer?

    /// Where it belongs, in words: `Health · Question 1 · Fraud`.
    package let title: String

    /// What it changes, or why it is not placed, as sentences.
    package let words: [String]

    /// The change; `nil` unless it is placed.
    package let edit: Edit?

    /// Whether the mail came back instead of an answer.
    package let isBounce: Bool

    package init(
      fate: Fate, answer: Answer? = nil, title: String, words: [String] = [], edit: Edit? = nil,
      isBounce: Bool = false
    ) {
      self.fate = fate
      self.answer = answer
      self.title = title
      self.words = words
      self.edit = edit
      self.isBounce = isBounce
    }
  }

  /// One mail, or one text or sheet.
  package struct Mail: Equatable, Sendable {
    /// What messages call the file it was in.
    package let file: String

    /// Which mail of the file it is, from 1.
    package let number: Int

    /// Who it says it is from; a board keeps no addresses, so nobody is known by one.
    package let sender: String?
    package let subject: String?

    /// When it says it was sent, as it says it.
    package let sent: String?

    /// How the round and the respondent are known, as a sentence.
    package let identity: String

    /// What was peculiar about reading it, as sentences.
    package let notes: [String]
    package let entries: [Entry]

    package init(
      file: String, number: Int, sender: String?, subject: String?, sent: String?,
      identity: String, notes: [String], entries: [Entry]
    ) {
      self.file = file
      self.number = number
      self.sender = sender
      self.subject = subject
      self.sent = sent
      self.identity = identity
      self.notes = notes
      self.entries = entries
    }
  }

  /// In the order in which they were read.
  package let mails: [Mail]

  package init(mails: [Mail]) { self.mails = mails }

  package var entries: [Entry] { mails.flatMap(\.entries) }

  /// What is to be written, as the edits of one act.
  package var edits: [Edit] { entries.compactMap(\.edit) }

  package func count(of fate: Fate) -> Int { entries.count { $0.fate == fate } }

  /// How many entries have each fate, as in `12 placed, 1 offered, 4 nothing, 0 refused`.
  package var summary: String {
    Fate.allCases.map { "\(count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
  }
}

/// What a respondent said, as far as it is known what it is about.
package struct Answer: Equatable, Sendable {
  package var round: Identifier<Round>?
  package var respondent: Identifier<Partner>?
  package var question: Identifier<Question>?
  package var area: Identifier<Area>?
  package var state: Response.State
  package var text: String?
  package var confidence: String?
  package var byRole: String?
  package var received: CalendarDate?

  /// By what way it came, as the rest of a sentence: `by mail`.
  package var way: String

  /// The name of the message as received, among the board's originals.
  package var original: Digest?

  package init(state: Response.State, text: String?, way: String) {
    self.state = state
    self.text = text
    self.way = way
  }
}

extension Board {
  /// The standing responses of a respondent in a round on exactly what an answer is about.
  package func responses(to answer: Answer) -> [Record<Response>] {
    responses.standing.filter { response in
      response.round == answer.round && response.respondent == answer.respondent
        && response.question == answer.question && response.area == answer.area
    }
  }

  /// The record that keeps an answer: a former response with what is said instead, or one of its
  /// own; `nil` where its round or respondent is not known.
  ///
  /// It is marked as the higher of its round and its area. What the answer does not say stays as it was.
  package func response(
    keeping answer: Answer, in former: Record<Response>?, name: Identifier<Response>
  ) -> Record<Response>? {
    guard let id = answer.round, let round = self[id], let respondent = answer.respondent,
      !round.isDeleted
    else { return nil }
    var record =
      former
      ?? Record(
        id: name,
        header: header(ofAnswerTo: id, on: answer.area, source: "reply \(answer.way)"),
        content: Response(round: id, respondent: respondent, state: answer.state))
    record.question = answer.question
    record.area = answer.area
    record.state = answer.state
    record.text = answer.text
    record.confidence = answer.confidence ?? record.confidence
    record.byRole = answer.byRole ?? record.byRole
    record.received = answer.received ?? record.received
    record.original = answer.original?.text ?? record.original
    return record
  }

  /// What an answer is about, in words: `Health · Question 1 · Fraud`.
  package func title(of answer: Answer) -> String {
    let respondent = answer.respondent.map { self[$0]?.name ?? $0.text }
    let round = answer.round.flatMap { self[$0] }
    let questions = round?.questions.ranked().map(\.key) ?? []
    let question = answer.question.map { id in
      questions.firstIndex(of: id).map { "Question \($0 + 1)" } ?? "question \(id)"
    }
    let area = answer.area.map { self[$0]?.title ?? $0.text }
    let parts = [respondent ?? "nobody known", question, area].compactMap(\.self)
    return parts.joined(separator: " · ")
  }
}
