extension BoardCheck {
  /// An area is reviewed against the board's criteria, on the board's scale.
  mutating func checkReviews(of area: Record<Area>) {
    let scale = Set(board.settings.reviewScale.values.map(\.value)).sorted()
    for (review, entry) in area.reviews {
      for (criterion, rating) in entry.ratings {
        let field = "reviews.\(review).ratings.\(criterion)"
        if board.settings.reviewCriteria[criterion] == nil {
          report(
            area.recordName, field, "is not a review criterion of this board",
            remedy: "Use one of: \(list(board.settings.reviewCriteria.keys)).")
        }
        if let value = rating.rating, !scale.contains(value) {
          report(
            area.recordName, "\(field).rating",
            "is \(value), which is not on the board's review scale",
            remedy: "Use one of: \(scale.map(String.init).joined(separator: ", ")).")
        }
      }
    }
  }
}
