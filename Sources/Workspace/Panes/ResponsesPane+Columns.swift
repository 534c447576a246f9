import Domain
import Screen

extension WorkspaceState {
  /// The columns of the matrix.
  ///
  /// A closed area has one only where somebody has answered on it. What is tied to nothing has one
  /// where there is any, and always under one question: it need not be about an area.
  var responseColumns: [ResponsesPane.Column] {
    guard let heard = responses.heard, let round = shownRound else { return [] }
    switch responses.view {
    case .rounds: return []
    case .areas(let question):
      let areas = board.orderedAreas.filter { area in
        area.status != .closed || !heard.answers.isSilent(Matter(area: .one(area.id)))
      }
      let hasGeneral =
        question != .any || areas.isEmpty || !heard.answers.isSilent(Matter(area: .none))
      return areas.map { .area($0.id) } + general(hasGeneral)
    case .questions(let area):
      let questions = round.questions.ranked().map { ResponsesPane.Column.question($0.key) }
      let untied = Matter(area: .one(area), question: .none)
      return questions + general(questions.isEmpty || !heard.answers.isSilent(untied))
    }
  }

  /// The column for what is tied to nothing; it does not go from under the cursor.
  private func general(_ isNeeded: Bool) -> [ResponsesPane.Column] {
    isNeeded || responses.column == .general ? [.general] : []
  }

  /// What a column of the present view is about.
  func matter(at column: ResponsesPane.Column) -> Matter {
    switch (responses.view, column) {
    case (.questions(let area), .question(let question)):
      Matter(area: .one(area), question: .one(question))
    case (.questions(let area), _): Matter(area: .one(area), question: .none)
    case (.areas(let question), .area(let area)): Matter(area: .one(area), question: question)
    case (.areas(let question), _): Matter(area: .none, question: question)
    case (.rounds, _): Matter()
    }
  }

  /// The place of the cursor's column among the columns.
  func place(of column: ResponsesPane.Column?, among columns: [ResponsesPane.Column]) -> Int {
    column.flatMap { columns.firstIndex(of: $0) }
      ?? min(max(0, responses.columnPlace), max(0, columns.count - 1))
  }

  /// The column of the cursor.
  var selectedColumn: ResponsesPane.Column? {
    guard isMatrixShown else { return nil }
    let columns = responseColumns
    return columns.isEmpty ? nil : columns[place(of: responses.column, among: columns)]
  }

  /// Puts the cursor on a column; the area of it is the context of the panes.
  mutating func select(column: ResponsesPane.Column) {
    responses.column = column
    responses.columnPlace = responseColumns.firstIndex(of: column) ?? 0
    if case .area(let id) = column { area = id }
  }

  /// Puts the cursor where the context of the panes is.
  mutating func takeContextInResponses() {
    guard let area else { return }
    if case .questions = responses.view {
      responses.view = .questions(of: area)
    } else if responseColumns.contains(.area(area)) {
      select(column: .area(area))
    }
  }

  // MARK: Words

  /// What stands over a column: a number, and as much of the title as there is room for.
  func heading(of column: ResponsesPane.Column, width: Int) -> String {
    switch column {
    case .general: return "general".count <= width ? "general" : String("general".prefix(3))
    case .area(let id):
      let number = board[id]?.number.map(String.init) ?? ""
      let title = board[id]?.title ?? id.text
      let long = "\(number) \(title)".trimmed
      if TextWidth.columns(of: long) <= width { return long }
      return String((number + title.initials).prefix(max(1, width)))
    case .question(let id): return "\(number(of: id)) \(text(of: id))".cut(to: width)
    }
  }

  /// The area of a column in a few letters, with its number.
  func shortTitle(of area: Identifier<Area>) -> String {
    heading(of: .area(area), width: 5)
  }

  /// The number of a question in the order of the round.
  func number(of question: Identifier<Question>) -> String {
    let questions = shownRound?.questions.ranked() ?? []
    return questions.firstIndex { $0.key == question }.map { "\($0 + 1)" } ?? question.text
  }

  func text(of question: Identifier<Question>) -> String {
    shownRound?.questions[question]?.text ?? question.text
  }

  /// What something is about, as a sentence goes on with it: `on Modern slavery, question 2`.
  func about(_ matter: Matter) -> String {
    matter.area.id == nil && matter.question.id == nil ? "in general" : "on \(words(for: matter))"
  }

  /// What a response is about, as a sentence goes on with it.
  func about(_ response: Response) -> String { about(matter(of: response)) }

  /// What something is about, as one says it: `Modern slavery, question 2`.
  func words(for matter: Matter) -> String {
    let area = matter.area.id.map { board[$0]?.title ?? $0.text }
    let question = matter.question.id.map { "question \(number(of: $0))" }
    let parts = [area, question].compactMap(\.self)
    return parts.isEmpty ? "in general" : parts.joined(separator: ", ")
  }

  /// The matter of a response, as it is recorded.
  func words(for response: Response) -> String { words(for: matter(of: response)) }

  private func matter(of response: Response) -> Matter {
    Matter(
      area: response.area.map { .one($0) } ?? .none,
      question: response.question.map { .one($0) } ?? .none)
  }
}

extension String {
  /// The first letters of the words that carry the meaning; of a single word its beginning.
  var initials: String {
    let small = ["and", "or", "of", "in", "on", "the", "for", "to", "by", "a", "an", "with"]
    let words = split { $0 == " " || $0 == "-" || $0 == "/" }.filter { $0.first?.isLetter == true }
      .filter { !small.contains($0.lowercased()) }
    guard words.count > 1 else { return String((words.first ?? self[...]).prefix(5)) }
    return words.compactMap(\.first).map { $0.uppercased() }.joined()
  }
}
