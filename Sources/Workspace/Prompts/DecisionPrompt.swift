import Domain

/// The one prompt that takes a decision: which meeting, on what day, and why.
///
/// It is a part of a form; its fields stand last.
enum DecisionPrompt {
  /// The fields of the prompt: meeting, date and reason.
  ///
  /// - Parameters:
  ///   - board: Where the meetings are.
  ///   - today: The latest meeting until this day is taken, unless another one is chosen.
  ///   - selected: The selected record: where it is a meeting, that one is taken.
  /// - Returns: The three fields.
  static func fields(
    _ board: Board, today: CalendarDate, at selected: RecordName? = nil
  ) -> [Form.Field] {
    let meetings = board.meetings.standing.sorted { $0.date > $1.date }
    let latest = meetings.first { $0.recordName == selected } ?? meetings.first { $0.date <= today }
    return [
      Form.Field(
        choose: "Meeting", latest?.id.text,
        among: meetings.map { Form.Option(value: $0.id.text, label: $0.label) },
        hint: "not at a meeting"),
      Form.Field(
        date: "Date", nil, today: today,
        hint: "of the decision; empty: the meeting's day, else today"),
      Form.Field("Reason", isRequired: true, hint: "why, as it should stand in the minutes"),
    ]
  }

  /// The decision that the fields say.
  ///
  /// - Parameters:
  ///   - form: A form whose last three fields are those of the prompt.
  ///   - board: Where meetings are looked up.
  ///   - today: The day of a decision without meeting and date.
  ///   - what: What is decided, as a sentence.
  /// - Returns: The decision; its subject is not set.
  static func decision(
    in form: Form, _ board: Board, today: CalendarDate, what: String
  ) -> Decision {
    var decision = Decision(date: date(in: form, board) ?? today, what: what)
    decision.meeting = meeting(in: form)
    decision.rationale = form.fields[form.fields.count - 1].text
    return decision
  }

  /// Whether a decision has been taken by some day: what is still to come has decided nothing yet.
  ///
  /// - Parameters:
  ///   - today: The day.
  ///   - form: A form whose last three fields are those of the prompt; else it says what to do.
  ///   - board: Where meetings are looked up.
  /// - Returns: Whether it has been.
  static func isTakenBy(_ today: CalendarDate, _ form: inout Form, _ board: Board) -> Bool {
    guard let date = date(in: form, board), date.firstDayNumber > today.lastDayNumber else {
      return true
    }
    form.complain(
      "\(date.words) is still to come: give the day of the decision, with its year.",
      at: form.fields.count - 2)
    return false
  }

  /// The day that the fields say, else that of the meeting; `nil` where they say neither.
  private static func date(in form: Form, _ board: Board) -> CalendarDate? {
    form.date(at: form.fields.count - 2) ?? meeting(in: form).flatMap { board[$0]?.date }
  }

  private static func meeting(in form: Form) -> Identifier<Meeting>? {
    form.choice(form.fields.count - 3).flatMap { try? Identifier($0) }
  }
}
