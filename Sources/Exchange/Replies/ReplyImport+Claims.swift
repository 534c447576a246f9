import Domain

/// What a message says in the marked places, outside them, and of a mail that did not arrive.
extension ReplyImport {
  func claims(
    of readings: [FormReading], _ base: Answer, _ identity: ReplyIdentity
  ) -> [Claim] {
    let places = readings.flatMap(\.places)
    let roles = Set(places.filter { $0.marker == .role && !$0.text.isEmpty }.map(\.text))
    return places.flatMap { place -> [Claim] in
      guard place.marker != .role else { return [] }
      var base = base
      if let form = place.form {
        (base.round, base.respondent) = (form.round, form.respondent)
      }
      if roles.count == 1 { base.byRole = roles.first.map { String($0.prefix(200)) } }
      if case .answer(let question) = place.marker { base.question = question }
      let (readings, isDoubtful) = answers.read(place.text)
      var doubts = identity.doubts
      if !place.isClosed {
        doubts.append("The mark that ends its place is missing, so more may stand in it.")
      }
      if isDoubtful {
        doubts.append("An area's number and a colon stand inside a line: it may be two answers.")
      }
      return readings.map { reading in
        var answer = base
        (answer.area, answer.state, answer.text) = (reading.area, reading.state, reading.text)
        answer.confidence = reading.confidence
        return Claim(answer: answer, doubts: doubts)
      }
    }
  }

  /// The claims with the same things said once, and different ones on one matter in doubt.
  static func merged(_ claims: [Claim]) -> [Claim] {
    var merged: [Claim] = []
    var places: [String: [Int]] = [:]
    for claim in claims {
      let answer = claim.answer
      let key = [
        answer.round?.text, answer.respondent?.text, answer.question?.text, answer.area?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
      let same = (places[key] ?? []).first { merged[$0].answer.says(the: answer) }
      if let same {
        if claim.doubts.count < merged[same].doubts.count { merged[same] = claim }
        continue
      }
      places[key, default: []].append(merged.count)
      merged.append(claim)
    }
    for places in places.values where places.count > 1 {
      for place in places {
        merged[place].doubts.append("The message holds different answers to this.")
      }
    }
    return merged
  }

  /// What stands outside the marked places.
  func unplaced(
    _ readings: inout [FormReading], _ mail: Mail, _ base: Answer, _ notes: inout [String]
  ) -> [ReplyPreview.Entry] {
    let form = base.round.flatMap { round in
      base.respondent.flatMap { RoundForm(round, for: $0, on: board) }
    }
    let template = form?.lines ?? []
    return readings.indices.compactMap { index in
      let text = readings[index].unplaced(besides: template)
      if readings[index].quoted > 0 {
        notes.append("\(readings[index].quoted) quoted lines outside the form are not listed.")
      }
      guard !text.isEmpty else { return nil }
      var answer = base
      answer.text = text
      guard mail.automatic != .reply else {
        return .init(
          fate: .nothing, answer: answer, title: board.title(of: base),
          words: ["An automatic reply is no answer."])
      }
      if let sentence = ReplyImport.refusal(of: answer) {
        answer.text = String(text.prefix(2_000))
        return .init(
          fate: .refused, answer: answer, title: board.title(of: base), words: [sentence])
      }
      if wasFiled(answer) {
        return .init(
          fate: .nothing, answer: answer, title: board.title(of: base),
          words: [ReplyImport.filedBefore])
      }
      return .init(
        fate: .offered, answer: answer, title: board.title(of: base),
        words: [
          readings[index].hasMarks
            ? "It stands outside the marked places, so a person places it."
            : "There is no mark of a form in it, so a person places it."
        ])
    }
  }

  func report(
    _ kind: Mail.Automatic, _ base: Answer, _ mail: Mail
  ) -> ReplyPreview.Entry {
    guard kind == .bounce else {
      return .init(
        fate: .nothing, answer: base, title: board.title(of: base),
        words: ["It reports on a mail, and not that it failed to arrive."])
    }
    var answer = base
    answer.text = mail.texts.first?.text.prefix(2_000).description
    if let round = base.round, let partner = base.respondent,
      let came = board[round]?.invitations[partner]?.undelivered,
      came.lastDayNumber >= (base.received ?? today).firstDayNumber
    {
      return .init(
        fate: .nothing, answer: answer, title: board.title(of: base),
        words: ["The invitation is noted as undelivered already."])
    }
    return .init(
      fate: .offered, answer: answer, title: board.title(of: base),
      words: ["The invitation came back: say so on the invitation, and send it another way."],
      isBounce: true)
  }
}

extension Answer {
  /// Whether another answer says the same.
  fileprivate func says(the other: Answer) -> Bool {
    state == other.state && text == other.text && confidence == other.confidence
  }
}
