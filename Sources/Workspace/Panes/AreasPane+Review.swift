package import Domain

/// What a field of the review form asks, kept with the form: the board's criteria may change while
/// it is open.
package enum ReviewQuestion: Equatable, Sendable {
  case rating(Identifier<ReviewCriterion>)
  case sentence(Identifier<ReviewCriterion>)
}

extension WorkspaceState {
  /// What a review asks on this board, in the order of the form's fields after the date.
  var reviewQuestions: [ReviewQuestion] {
    board.settings.reviewCriteria.ranked().flatMap { id, _ in
      board.settings.reviewScale.isEmpty ? [.sentence(id)] : [.rating(id), .sentence(id)]
    }
  }

  func reviewForm(_ area: Record<Area>) -> Form {
    let latest = area.reviews.values.max { $0.date < $1.date }
    let months = board.settings.reviewInterval?.toMonths
    let next = months.flatMap { today.adding(months: $0) }
    return Form(
      title: "Review \(area.title)",
      fields: [Form.Field(date: "Date", today, today: today, isRequired: true)]
        + reviewQuestions.map { reviewField($0, latest) }
        + [Form.Field(date: "Look again on", next, today: today, hint: "may stay empty")])
  }

  private func reviewField(_ question: ReviewQuestion, _ latest: Area.AreaReview?) -> Form.Field {
    switch question {
    case .rating(let id):
      let scale = board.settings.reviewScale.values.sorted { $0.value < $1.value }
      return Form.Field(
        choose: "\(title(of: id)): rating", latest?.ratings[id]?.rating.map(String.init),
        among: scale.map { Form.Option(value: "\($0.value)", label: "\($0.value)") })
    case .sentence(let id):
      return Form.Field(
        title(of: id), latest?.ratings[id]?.sentence ?? "", hint: "in a sentence")
    }
  }

  private func title(of criterion: Identifier<ReviewCriterion>) -> String {
    board.settings.reviewCriteria[criterion]?.title ?? criterion.text
  }

  mutating func review(
    _ id: Identifier<Area>, _ questions: [ReviewQuestion], _ form: inout Form
  ) -> [Edit]? {
    guard var area = board[id], let date = form.date(at: 0) else { return [] }
    var review = Area.AreaReview(date: date, next: form.date(at: form.fields.count - 1))
    var ratings: [Identifier<ReviewCriterion>: Int] = [:]
    for (question, index) in zip(questions, 1...) {
      switch question {
      case .rating(let id): ratings[id] = form.choice(index).flatMap { Int($0) }
      case .sentence(let id):
        let sentence = form.fields[index].text
        guard ratings[id] != nil || !sentence.isEmpty else { continue }
        review.ratings[id] = Area.Rating(rating: ratings[id], sentence: sentence)
      }
    }
    guard !review.ratings.isEmpty else {
      form.complain("A review says something under at least one criterion.", at: 1)
      return nil
    }
    area.reviews[identifiers.next()] = review
    flash = "Reviewed \(area.title)."
    return [put(area)].compactMap(\.self)
  }
}
