import Domain

/// What becomes of a claim: whether it is placed, offered, or says nothing that is not known.
extension ReplyImport {
  /// What becomes of a claim; where it is placed the board says so from here on.
  mutating func keep(_ claim: Claim, moment: Int?) -> ReplyPreview.Entry {
    let answer = claim.answer
    let title = board.title(of: answer)
    func entry(_ fate: ReplyPreview.Fate, _ words: [String], _ edit: Edit? = nil)
      -> ReplyPreview.Entry
    { .init(fate: fate, answer: answer, title: title, words: words, edit: edit) }

    if let sentence = ReplyImport.refusal(of: answer) { return entry(.refused, [sentence]) }
    let place = answer.round.flatMap { round in
      answer.respondent.map {
        Place(round: round, respondent: $0, question: answer.question, area: answer.area)
      }
    }
    if let place, let original = answer.original?.text,
      settled.contains(SettledMatter(original: original, place: place))
    {
      return entry(.nothing, [ReplyImport.filedBefore])
    }
    let doubts = claim.doubts + obstacles(to: answer)
    guard doubts.isEmpty, let place else {
      return entry(
        .offered, doubts.isEmpty ? ["It does not say whose answer it is."] : doubts)
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

  static let filedBefore = "This message was read before."

  /// The longest text that is filed, in bytes; a record has room for four times as much.
  private static let longest = 1 << 18

  /// Why a text is not filed at all, as a sentence; `nil` where it can be.
  static func refusal(of answer: Answer) -> String? {
    guard let count = answer.text?.utf8.count, count > longest else { return nil }
    return "It has \(count >> 10) KiB, and a response takes 256: read it elsewhere, and write "
      + "what matters."
  }

  /// Whether a text was filed from the same message before, wherever a person has placed it, or put
  /// below another one.
  func wasFiled(_ answer: Answer) -> Bool {
    guard let original = answer.original?.text, let text = answer.text else { return false }
    return filed[original]?.contains { $0 == text || $0.hasSuffix("\n\n\(text)") } == true
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
  /// Whether a response says it all already.
  fileprivate func isSaid(by response: Response) -> Bool {
    state == response.state && text == response.text
      && (confidence == nil || confidence == response.confidence)
  }
}
