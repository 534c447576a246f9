import Domain

/// What becomes of a claim: whether it is placed, offered, or says nothing that is not known.
extension ReplyImport {
  /// What becomes of a claim; where it is placed the board says so from here on.
  mutating func keep(_ claim: Claim, from origin: Origin) -> ReplyPreview.Entry {
    let answer = claim.answer
    let title = board.title(of: answer)
    func entry(_ fate: ReplyPreview.Fate, _ words: [String], _ edit: Edit? = nil)
      -> ReplyPreview.Entry
    { .init(fate: fate, answer: answer, title: title, words: words, edit: edit) }

    if let refused = refusal(of: answer) { return refused }
    let matter = AnsweredMatter(answer)
    let former = (known[matter] ?? []).compactMap { board[$0] }
    // What changes nothing needs nobody, however doubtful it is.
    if let original = answer.original?.text,
      settled.contains(SettledMatter(original: original, matter: matter))
    {
      return entry(.nothing, [ReplyImport.filedBefore])
    }
    if former.contains(where: { answer.isSaid(by: $0.content) }) {
      return entry(.nothing, ["The board says the same already."])
    }
    let doubts = claim.doubts + obstacles(to: answer)
    guard doubts.isEmpty, answer.round != nil, answer.respondent != nil else {
      return entry(
        .offered, doubts.isEmpty ? ["It does not say whose answer it is."] : doubts)
    }
    if let obstacle = obstacle(to: answer, from: origin, in: former) {
      return entry(.offered, [obstacle])
    }
    guard
      let record = board.response(
        keeping: answer, in: former.first, name: Identifier(newName())),
      let edit = board.put(record, stamp: stamp)
    else { return entry(.nothing, ["The board says the same already."]) }
    if former.isEmpty { known[matter, default: []].append(record.id) }
    origins[record.id] = origin
    let words =
      former.first.map { ["It replaces what was said before: “\($0.text ?? "")”."] } ?? ["new"]
    return entry(.placed, words, edit)
  }

  static let filedBefore = "This message was read before."

  /// The longest text that is filed, in bytes; a record has room for four times as much.
  private static let longest = 1 << 18

  /// What becomes of a text that no response takes, with its beginning; `nil` where one does.
  func refusal(of answer: Answer) -> ReplyPreview.Entry? {
    let count = (answer.text ?? "").utf8.count + (answer.confidence ?? "").utf8.count
    guard count > ReplyImport.longest else { return nil }
    var beginning = answer
    beginning.text = answer.text.map { String($0.prefix(2_000)) }
    beginning.confidence = answer.confidence.map { String($0.prefix(2_000)) }
    return .init(
      fate: .refused, answer: beginning, title: board.title(of: answer),
      words: [
        "It has \(count >> 10) KiB, and a response takes 256: read it elsewhere, and write what "
          + "matters."
      ])
  }

  /// Whether a text was filed from the same message before, wherever a person has placed it, or put
  /// below another one; or from another copy of it.
  func wasFiled(_ answer: Answer) -> Bool {
    if filedTexts.contains(FiledText(answer)) { return true }
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
}

extension Answer {
  /// Whether a response says it all already.
  func isSaid(by response: Response) -> Bool {
    state == response.state && text == response.text
      && (confidence == nil || confidence == response.confidence)
  }
}
