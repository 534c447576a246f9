import Domain

/// What one respondent answers in one round: a question, an area, both or neither.
struct AnsweredMatter: Hashable {
  let round: Identifier<Round>?
  let respondent: Identifier<Partner>?
  let question: Identifier<Question>?
  let area: Identifier<Area>?

  init(_ answer: Answer) {
    (round, respondent) = (answer.round, answer.respondent)
    (question, area) = (answer.question, answer.area)
  }

  init(_ response: Response) {
    (round, respondent) = (response.round, response.respondent)
    (question, area) = (response.question, response.area)
  }
}

/// What one respondent said in one round, whatever it is about.
struct FiledText: Hashable {
  let round: Identifier<Round>?
  let respondent: Identifier<Partner>?
  let text: String?

  init(_ answer: Answer) {
    (round, respondent, text) = (answer.round, answer.respondent, answer.text)
  }

  init(_ response: Response) {
    (round, respondent, text) = (response.round, response.respondent, response.text)
  }
}

/// An answer as far as another one says the same.
struct SaidMatter: Hashable {
  let matter: AnsweredMatter
  let state: Response.State
  let text: String?
  let confidence: String?

  init(_ answer: Answer) {
    matter = AnsweredMatter(answer)
    (state, text, confidence) = (answer.state, answer.text, answer.confidence)
  }
}
