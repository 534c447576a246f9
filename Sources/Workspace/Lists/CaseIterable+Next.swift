extension CaseIterable where Self: Equatable {
  /// The case that follows, the first after the last: how `o` goes through orders.
  var next: Self {
    let all = Self.allCases
    guard let here = all.firstIndex(of: self) else { return self }
    let following = all.index(after: here)
    return following < all.endIndex ? all[following] : all[all.startIndex]
  }
}
