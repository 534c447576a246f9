/// What in a text looks as if it told who somebody is.
///
/// The patterns, and what they are made from, stand in docs/personal-data.md. A pattern knows
/// nothing of what a text means: what it finds is asked about, never refused.
package enum PersonalData {
  package enum Kind: String, CaseIterable, Sendable {
    case email = "an e-mail address"
    case phone = "a telephone number"
    case nationalInsurance = "a National Insurance number"
    case nhs = "an NHS number"
    case birth = "a person's date of birth"
  }

  /// One piece of a text.
  package struct Suspicion: Hashable, Sendable {
    package let kind: Kind

    /// The piece as it stands in the text.
    package let piece: String
  }

  /// Everything in a text that looks so, in the order in which it begins.
  package static func suspicions(in text: String) -> [Suspicion] {
    // Nothing is looked for that has neither a digit nor an @; most texts have none.
    guard text.utf8.contains(where: { $0 == 0x40 || (0x30...0x39).contains($0) || $0 == 0xEF })
    else { return [] }
    let line = PlainText(text)
    var found: [(Kind, Range<Int>)] = []
    var rest = 0
    while rest < line.count {
      guard let (kind, range) = line.suspicion(from: rest) else {
        rest += 1
        continue
      }
      found.append((kind, range))
      rest = range.upperBound
    }
    return found.map { Suspicion(kind: $0, piece: line.text($1)) }
  }
}

extension PlainText {
  /// What begins at a place; the longest reading comes first.
  fileprivate func suspicion(from start: Int) -> (PersonalData.Kind, Range<Int>)? {
    if let range = birth(from: start) { return (.birth, range) }
    guard startsWord(start) else { return nil }
    if let range = email(from: start) { return (.email, range) }
    if let range = nationalInsurance(from: start) { return (.nationalInsurance, range) }
    if let range = nhsNumber(from: start) { return (.nhs, range) }
    if let range = phone(from: start) { return (.phone, range) }
    return nil
  }
}
