import Domain
import Screen

/// From an answer to an issue: to the inbox, or to those whom it concerns instead.
extension WorkspaceState {
  /// The answer of the cell that is raised, or was: of several the only one that was not.
  private var answerToRaise: Record<Response>? {
    let answers = selectedAnswers
    if answers.count < 2 { return answers.first }
    let open = answers.filter { standingIssue(of: $0) == nil && $0.text?.isEmpty == false }
    return open.count == 1
      ? open[0] : open.isEmpty ? answers.first { standingIssue(of: $0) != nil } : nil
  }

  /// The issue that was raised from an answer; `nil` where none was, or it was removed since.
  func standingIssue(of answer: Record<Response>) -> Identifier<Issue>? {
    answer.raisedIssue.flatMap { board[$0]?.isDeleted == true ? nil : $0 }
  }

  /// Whether the command only goes to an issue that was raised before.
  var raisesNothing: Bool { pane == .responses && answerToRaise.flatMap(standingIssue) != nil }

  func whyNotRaised(_ command: Command) -> String? {
    guard let answer = answerToRaise else {
      return selectedAnswers.isEmpty
        ? "nothing was heard here."
        : "several answers stand here; > shows them question by question."
    }
    if let issue = standingIssue(of: answer) {
      if command == .raiseIssue { return nil }
      return "it was raised already, as \(board[issue]?.title ?? issue.text): I goes there."
    }
    if answer.text?.isEmpty != false { return "the answer has no text: Enter writes it." }
    return nil
  }

  /// Makes an issue of the answer under the cursor, or goes to the one that was made of it.
  mutating func raiseIssue(stage: Issue.Stage) -> [Effect] {
    guard var answer = answerToRaise else { return [] }
    if let issue = standingIssue(of: answer) {
      goToIssue(issue)
      return []
    }
    let text = answer.text ?? ""
    var issue = Issue(title: text.firstSentence, stage: stage)
    issue.text = text
    issue.area = answer.area
    issue.sourcePartner = answer.respondent
    issue.sourceResponse = answer.id
    issue.raised = answer.received ?? today
    let id: Identifier<Issue> = identifiers.next()
    let raised = putAndFollow(
      Record(id: id, header: header(handledAs: [answer.header]), content: issue))
    answer.raisedIssue = id
    let linked = putAndFollow(answer)
    settleResponses(isOwn: true)
    lastChange = .single("your last change raised an issue; I raises another one.")
    let title = "“\(issue.title.cut(to: 50))”"
    flash =
      stage == .referred
      ? "\(title) is referred to the Safer City Partnership: I goes there"
      : "\(title) is in the inbox: I goes there"
    return save([raised, linked].compactMap(\.self))
  }

  private mutating func goToIssue(_ issue: Identifier<Issue>) {
    show(.threats)
    if currentBox != 0 { exchangeBox() }
    let name = RecordName(issue)
    guard !bringUp(name) else { return }
    flash = "\(board.title(of: name) ?? issue.text) is not on the list: \(ghostWord(name))."
  }
}

extension String {
  /// The first sentence without its full stop, in one line of at most 80 columns.
  fileprivate var firstSentence: String {
    let line =
      split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .first { !$0.isEmpty } ?? ""
    var sentence = line[...]
    for (index, character) in zip(line.indices, line) where ".!?;".contains(character) {
      let next = line.index(after: index)
      // A full stop inside a number or an abbreviation ends no sentence.
      if next == line.endIndex || line[next].isWhitespace,
        line.distance(from: line.startIndex, to: index) > 8
      {
        sentence = line[..<index]
        break
      }
    }
    return String(sentence).cut(to: 80)
  }
}
