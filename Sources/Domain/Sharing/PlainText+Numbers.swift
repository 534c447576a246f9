/// Addresses and numbers by which somebody can be reached or is known to the state.
extension PlainText {
  /// An address with a domain of at least two labels: `anna@desk` is a writer, not an address.
  func email(from start: Int) -> Range<Int>? {
    var end = start
    // No address has more than 64 characters before the @ (RFC 5321, 4.5.3.1.1).
    while end - start <= 64,
      isWordCharacter(end) || "._%+'-".unicodeScalars.contains(where: { holds($0, at: end) })
    {
      end += 1
    }
    guard end > start, holds("@", at: end) else { return nil }
    end += 1
    var labels: [Range<Int>] = []
    while true {
      let first = end
      while isWordCharacter(end) || holds("-", at: end) && isWordCharacter(end + 1) { end += 1 }
      guard end > first else { return nil }
      labels.append(first..<end)
      guard holds(".", at: end), isWordCharacter(end + 1) else { break }
      end += 1
    }
    guard let last = labels.last, labels.count > 1, last.count > 1, last.allSatisfy(isLetter)
    else { return nil }
    return start..<end
  }

  /// Two letters, six digits and one of A to D, together or with the spaces of the card.
  func nationalInsurance(from start: Int) -> Range<Int>? {
    guard isLetter(start), isLetter(start + 1) else { return nil }
    let prefix = [self[start], self[start + 1]].map { $0 & 0xDF }
    let (first, second) = (Unicode.Scalar(prefix[0]), Unicode.Scalar(prefix[1]))
    guard !"DFIQUV".unicodeScalars.contains(first), !"DFIOQUV".unicodeScalars.contains(second),
      !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(String(decoding: prefix, as: UTF8.self))
    else { return nil }
    var end = start + 2
    for _ in 0..<3 {
      if isSpace(end) || holds("-", at: end) { end += 1 }
      guard isDigit(end), isDigit(end + 1) else { return nil }
      end += 2
    }
    if isSpace(end) || holds("-", at: end) { end += 1 }
    guard isLetter(end), (0x41...0x44).contains(self[end] & 0xDF), endsWord(end + 1) else {
      return nil
    }
    return start..<(end + 1)
  }

  /// Ten digits of which the last is right, together or as 3, 3 and 4.
  func nhsNumber(from start: Int) -> Range<Int>? {
    var digits: [Int] = []
    var end = start
    var separator: UInt8?
    while digits.count < 10 {
      if digits.count == 3 || digits.count == 6, isSpace(end) || holds("-", at: end) {
        // A space at one place and none at the other is another number.
        guard digits.count == 3 || separator == self[end] else { return nil }
        separator = self[end]
        end += 1
      } else if digits.count == 6, separator != nil {
        return nil
      }
      guard isDigit(end) else { return nil }
      digits.append(Int(self[end]) - 0x30)
      end += 1
    }
    guard endsWord(end), Set(digits).count > 1 else { return nil }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    guard (11 - sum % 11) % 11 == digits[9] else { return nil }
    return start..<end
  }

  /// A number with a country's code, or one of a place or of a mobile in the United Kingdom.
  ///
  /// Numbers that begin with 03, 08 and 09 are those of organisations.
  func phone(from start: Int) -> Range<Int>? {
    let isInternational = holds("+", at: start)
    let isBracketed = holds("(", at: start)
    var end = isInternational || isBracketed ? start + 1 : start
    var digits = ""
    var firstGroup = 0
    let first = end
    while digits.count < 18 {
      let group = self.digits(from: end, atMost: 18)
      guard !group.isEmpty else { break }
      if group.lowerBound == first { firstGroup = group.count }
      digits += text(group)
      end = group.upperBound
      guard let next = groupStart(behind: end) else { break }
      end = next
    }
    guard endsWord(end), isInternational || firstGroup > 2 || isBracketed else { return nil }
    return isPhone(digits, isInternational: isInternational) ? start..<end : nil
  }

  /// Where the next group of a number begins, behind a space, a dot, a dash or brackets.
  private func groupStart(behind place: Int) -> Int? {
    var next = place
    while next - place < 3,
      isSpace(next) || "().-".unicodeScalars.contains(where: { holds($0, at: next) })
    {
      next += 1
    }
    return next > place && isDigit(next) ? next : nil
  }

  private func isPhone(_ digits: String, isInternational: Bool) -> Bool {
    if isInternational || digits.hasPrefix("00") {
      let number = isInternational ? digits : String(digits.dropFirst(2))
      // E.164: 15 digits at the most, of which none of the first is 0.
      return (9...15).contains(number.count) && !number.hasPrefix("0")
        || number.hasPrefix("44") && (12...13).contains(number.count)
    }
    switch digits.prefix(2) {
    case "01": return (10...11).contains(digits.count)
    case "02", "07": return digits.count == 11
    default: return false
    }
  }
}
