extension Action {
  /// A change of status, with its name.
  package typealias NamedChange = (key: Identifier<StatusChange>, value: StatusChange)

  /// The changes of status as they came: by day, and within a day by rank.
  ///
  /// A change without a day comes first, and so does one of a day's without a rank.
  package var statusChanges: [NamedChange] {
    statusHistory.sorted { one, other in
      let days = (one.value.at?.lastDayNumber ?? .min, other.value.at?.lastDayNumber ?? .min)
      return (days.0, one.value.rank ?? "", one.key) < (days.1, other.value.rank ?? "", other.key)
    }
  }

  /// The change of status that came last; `nil` where none is kept.
  package var latestStatusChange: StatusChange? { statusChanges.last?.value }

  /// Gives the action the status of a change, which comes after all others of its day.
  package mutating func take(_ change: StatusChange, as id: Identifier<StatusChange>) {
    var change = change
    change.rank = Rank.between(statusHistory.values.compactMap(\.rank).max(), nil)
    status = change.status
    statusHistory[id] = change
  }
}
