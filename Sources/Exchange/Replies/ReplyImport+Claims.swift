import Domain

/// What a message says in the marked places, outside them, and of a mail that did not arrive.
extension ReplyImport {
  func claims(
    of readings: [FormReading], _ base: Answer, _ identity: ReplyIdentity
  ) -> [Claim] {
    let passages = readings.flatMap(\.passages)
    let roles = Set(passages.filter { $0.marker == .role && !$0.text.isEmpty }.map(\.text))
    return passages.flatMap { passage -> [Claim] in
      guard passage.marker != .role else { return [] }
      var base = base
      if let form = passage.form {
        (base.round, base.respondent) = (form.round, form.respondent)
      }
      if roles.count == 1 { base.byRole = roles.first.map { String($0.prefix(200)) } }
      if case .answer(let question) = passage.marker { base.question = question }
      let (readings, unclear) = answers.read(passage.text)
      let doubts = identity.doubts + passage.doubts + unclear
      return readings.map { reading in
        var answer = base
        (answer.area, answer.state, answer.text) = (reading.area, reading.state, reading.text)
        answer.confidence = reading.confidence
        return Claim(answer: answer, doubts: doubts + reading.doubts)
      }
    }
  }

  /// The claims with the same things said once, and different ones on one matter in doubt.
  static func merged(_ claims: [Claim]) -> [Claim] {
    var merged: [Claim] = []
    var known: [SaidMatter: Int] = [:]
    var counts: [AnsweredMatter: Int] = [:]
    for claim in claims {
      let said = SaidMatter(claim.answer)
      if let same = known[said] {
        if claim.doubts.count < merged[same].doubts.count { merged[same] = claim }
        continue
      }
      known[said] = merged.count
      counts[said.matter, default: 0] += 1
      merged.append(claim)
    }
    for index in merged.indices where counts[AnsweredMatter(merged[index].answer), default: 0] > 1 {
      merged[index].doubts.append("The message holds different answers to this.")
    }
    return merged
  }

  /// What stands outside the marked places.
  func unplaced(
    _ readings: [FormReading], _ mail: Mail, _ base: Answer, _ identity: ReplyIdentity,
    _ notes: inout [String]
  ) -> [ReplyPreview.Entry] {
    let template = template(of: base, identity)
    return readings.compactMap { reading in
      let unplaced = reading.unplaced(besides: template)
      let text = unplaced.text
      if unplaced.quoted > 0 {
        notes.append("\(unplaced.quoted) quoted lines outside the form are not listed.")
      }
      if unplaced.signed > 0 {
        notes.append("A signature of \(unplaced.signed) lines is not listed.")
      }
      guard !text.isEmpty else { return nil }
      var answer = base
      answer.text = text
      guard mail.automatic != .reply else {
        return .init(
          fate: .nothing, answer: answer, title: board.title(of: base),
          words: ["An automatic reply is no answer."])
      }
      if let refused = refusal(of: answer) { return refused }
      if wasFiled(answer) {
        return .init(
          fate: .nothing, answer: answer, title: board.title(of: base),
          words: [ReplyImport.filedBefore])
      }
      return .init(
        fate: .offered, answer: answer, title: board.title(of: base),
        words: [
          reading.hasMarks
            ? "It stands outside the marked places, so a person places it."
            : "There is no mark of a form in it, so a person places it."
        ])
    }
  }

  /// The lines of the forms that a message may answer, which nobody has written for it.
  private func template(of base: Answer, _ identity: ReplyIdentity) -> [String] {
    let told = base.round.flatMap { round in
      base.respondent.map { FormIdentity(round: round, respondent: $0) }
    }
    let forms = ([told].compactMap(\.self) + identity.all.prefix(8)).compactMap { form in
      let asked = board[form.round]?.invitations.keys.sorted().first
      return RoundForm(form.round, for: form.respondent, on: board)
        ?? asked.flatMap { RoundForm(form.round, for: $0, on: board) }
    }
    return forms.flatMap(\.lines)
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

extension FormReading.Passage {
  /// Why what stands in it may not be the respondent's answer alone, as sentences.
  fileprivate var doubts: [String] {
    [
      isClosed ? nil : "The mark that ends its place is missing, so more may stand in it.",
      isMixed
        ? "Its lines are quoted differently, so the words of several people may stand in it." : nil,
    ].compactMap(\.self)
  }
}
