import Domain

/// What the rows of a sheet say.
extension ReplyImport {
  func rows(
    of text: String, _ file: String, _ base: Answer, _ identity: ReplyIdentity,
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
    _ identity: ReplyIdentity
  ) -> Claim? {
    func cell(_ column: ReplySheet.Column) -> String {
      columns[column].map { table[row, $0].trimmedOfSpace } ?? ""
    }
    let (text, state) = (cell(.text), cell(.state))
    guard !text.isEmpty || !state.isEmpty else { return nil }
    var answer = base
    var doubts = identity.doubts
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
    let said = AnswerReader.state(of: text)
    (answer.state, answer.text) = (said.state, said.text)
    if !state.isEmpty {
      let word = AnswerReader.state(of: state)
      if word.state == .answered, AnswerReader.key(state[...]) != "answered" {
        doubts.append("Line \(line): “\(state)” is no state of an answer.")
      } else {
        (answer.state, answer.text) = (word.state, text.isEmpty ? nil : text)
      }
    } else if let doubt = said.doubt {
      doubts.append(doubt)
    }
    if !cell(.confidence).isEmpty { answer.confidence = cell(.confidence) }
    if !cell(.role).isEmpty { answer.byRole = String(cell(.role).prefix(200)) }
    if !cell(.received).isEmpty {
      do {
        let date = try CalendarDate(inSheet: cell(.received), today: today)
        if date.firstDayNumber > today.lastDayNumber {
          doubts.append("Line \(line): it was received \(date.words), which has not come.")
        } else {
          answer.received = date
        }
      } catch {
        doubts.append("Line \(line): \(error.description)")
      }
    }
    return Claim(answer: answer, doubts: doubts)
  }

  private static func only<Element>(_ elements: [Element]) -> Element? {
    elements.count == 1 ? elements[0] : nil
  }
}
