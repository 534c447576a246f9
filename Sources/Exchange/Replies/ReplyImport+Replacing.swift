import Domain

/// Whether an answer may replace one that the board has: only the same sender's, later, untouched.
extension ReplyImport {
  /// Where an answer came from.
  struct Origin {
    /// The sender's address in lower case; `nil` where there is none.
    let address: String?

    /// Seconds since 1970 in universal time at which it was sent; `nil` where it does not say.
    let moment: Int?

    init(_ mail: Mail) { (address, moment) = (mail.address, mail.date?.moment) }
  }

  /// A message from which something was filed before, read once more.
  struct FiledMessage {
    let origin: Origin
    let claims: [Claim]
  }

  /// Why a former response is not simply replaced, as a sentence; `nil` where it may be.
  mutating func obstacle(
    to answer: Answer, from origin: Origin, in former: [Record<Response>]
  ) -> String? {
    guard let response = former.first else { return nil }
    if former.count > 1 { return "The board has \(former.count) answers to this already." }
    if let first = origins[response.id] {
      return ReplyImport.obstacle(between: first, and: origin)
        ?? (ReplyImport.isLater(origin, than: first)
          ? nil : "Another message of this import says otherwise, and may be the later one.")
    }
    let said = "“\((response.text ?? "").prefix(200))”"
    guard let name = response.original else {
      return "A person has written another answer: \(said)."
    }
    guard let message = filedMessage(name) else {
      return "The message that the board's answer came from cannot be read, so it is not certain"
        + " that both have one sender; the answer is \(said)."
    }
    let matter = AnsweredMatter(answer)
    let isUntouched = message.claims.contains {
      AnsweredMatter($0.answer) == matter && $0.answer.isSaid(by: response.content)
    }
    guard isUntouched else { return "A person has changed what a message said, to \(said)." }
    return ReplyImport.obstacle(between: message.origin, and: origin)
      ?? (ReplyImport.isLater(origin, than: message.origin)
        ? nil : "It may be older than the answer that the board has: \(said).")
  }

  private static func isLater(_ origin: Origin, than former: Origin) -> Bool {
    guard let moment = origin.moment, let earlier = former.moment else { return false }
    return moment > earlier
  }

  private static func obstacle(between former: Origin, and origin: Origin) -> String? {
    guard let one = former.address, let other = origin.address else {
      return "Another message has answered this, and not both tell a sender to compare."
    }
    return one == other
      ? nil : "It is from \(other), and the answer that it would replace from \(one)."
  }

  /// A message among the originals as it would be read today; `nil` where it cannot be.
  private mutating func filedMessage(_ name: String) -> FiledMessage? {
    if let known = filedMessages[name] { return known }
    guard let digest = Digest(name), let bytes = originals[digest] ?? original(digest) else {
      return nil
    }
    let mail = Mail(bytes)
    let readings = mail.texts.filter { !$0.isSheet }.map { FormReading($0.text) }
    let identity = ReplyIdentity(of: mail, readings, intake)
    var base = Answer(state: .answered, text: nil, way: "")
    (base.round, base.respondent) = (identity.one?.round, identity.one?.respondent)
    var entries: [ReplyPreview.Entry] = []
    var claims = claims(of: readings, base, identity)
    for sheet in mail.texts where sheet.isSheet {
      claims += rows(of: sheet.text, sheet.attachment ?? "", base, identity, &entries)
    }
    let message = FiledMessage(origin: Origin(mail), claims: claims)
    filedMessages[name] = message
    return message
  }
}
