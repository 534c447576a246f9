import Domain

/// Which round and which respondent something belongs to.
struct FormIdentity: Hashable {
  let round: Identifier<Round>
  let respondent: Identifier<Partner>

  init(round: Identifier<Round>, respondent: Identifier<Partner>) {
    self.round = round
    self.respondent = respondent
  }

  /// The identities that the names of our mails tell in a field such as `In-Reply-To`.
  static func all(inNames field: String) -> [FormIdentity] {
    field.split { $0 == "<" || $0 == ">" || $0.isWhitespace || $0 == "," }.compactMap { name in
      let parts = name.split(separator: "@")
      guard parts.count == 2, parts[1] == RoundForm.host else { return nil }
      let ids = parts[0].split(separator: ".")
      guard ids.count == 2, let round = try? Identifier<Round>(String(ids[0])),
        let respondent = try? Identifier<Partner>(String(ids[1]))
      else { return nil }
      return FormIdentity(round: round, respondent: respondent)
    }
  }
}
