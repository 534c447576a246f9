import Domain

extension WorkspaceState {
  func reviewForm(_ area: Record<Area>) -> Form {
    let latest = area.reviews.values.max { $0.date < $1.date }
    let scale = board.settings.reviewScale.values.sorted { $0.value < $1.value }
    let options = scale.map { Form.Option(value: "\($0.value)", label: "\($0.value)") }
    var fields = [Form.Field("Date", today.description, isRequired: true)]
    for (id, criterion) in board.settings.reviewCriteria.ranked() {
      let rating = latest?.ratings[id]
      if !options.isEmpty {
        fields.append(
          Form.Field(
            "\(criterion.title): rating", rating?.rating.map(String.init) ?? "",
            kind: .choice(options)))
      }
      fields.append(Form.Field(criterion.title, rating?.sentence ?? "", hint: "in a sentence"))
    }
    let months = board.settings.reviewInterval?.toMonths
    let next = months.flatMap { today.adding(months: $0) }?.description ?? ""
    fields.append(Form.Field("Look again on", next, hint: "may stay empty"))
    return Form(title: "Review \(area.title)", fields: fields)
  }

  mutating func review(_ id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id] else { return [] }
    let next = form.date(at: form.fields.count - 1)
    guard !next.isWrong, let date = form.date(at: 0).value else { return nil }
    var review = Area.AreaReview(date: date, next: next.value)
    var index = 1
    for (criterion, _) in board.settings.reviewCriteria.ranked() {
      var rating: Int?
      if !board.settings.reviewScale.isEmpty {
        rating = form.choice(index).flatMap { Int($0) }
        index += 1
      }
      let sentence = form.fields[index].text
      index += 1
      if rating != nil || !sentence.isEmpty {
        review.ratings[criterion] = Area.Rating(rating: rating, sentence: sentence)
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
