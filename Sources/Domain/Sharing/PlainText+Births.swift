/// Dates of birth, which tell who somebody is where a name stands beside them.
extension PlainText {
  /// A name with a date of birth, or the date with a word that says what it is.
  ///
  /// `Jane Example, born 3/4/1980`, `DOB 03.04.1980`, `3 April 1980 (d.o.b.)`,
  /// `Jane Example (03/04/1980)`.
  func birth(from start: Int) -> Range<Int>? {
    guard !isWordCharacter(start - 1) else { return nil }
    if let name = name(from: start) {
      if let end = dateOfBirth(behind: name) { return start..<end }
      return nil
    }
    if let word = birthWord(from: start) { return date(near: word).map { start..<$0 } }
    guard isDigit(start) || isLetter(start), startsWord(start),
      let date = fullDate(from: start)
    else { return nil }
    return birthWord(near: date).map { start..<$0 }
  }

  /// What follows a name at once: a word for birth and a date, or the date alone in brackets or
  /// behind a comma, where its year is one in which people of today were born.
  private func dateOfBirth(behind name: Int) -> Int? {
    let next = skip(from: name, atMost: 3)
    if let word = birthWord(from: next) { return date(near: word) }
    guard next > name, !isLaw(endingAt: name), holds("(", at: next - 1) || holds(",", at: name),
      let date = fullDate(from: next), (1900...2009).contains(year(in: next..<date))
    else { return nil }
    return date
  }

  /// Whether a name is that of a law, which has the day it was made beside it.
  private func isLaw(endingAt end: Int) -> Bool {
    var start = end
    while isLetter(start - 1) { start -= 1 }
    return ["act", "bill", "order", "orders", "regulations", "rules"].contains {
      self.end(of: $0, from: start) == end
    }
  }

  /// The place behind two capitalised words or more; behind six the name has ended.
  private func name(from start: Int) -> Int? {
    var (end, words) = (start, 0)
    while words < 6 {
      let first = words == 0 ? start : end + 1
      guard words == 0 || holds(" ", at: end), isCapital(first),
        isLetter(first + 1) || holds("'", at: first + 1) || holds(".", at: first + 1)
      else { break }
      // A word for birth may be written with a capital, too.
      if birthWord(from: first) != nil { break }
      var place = first + 1
      while isLetter(place) || holds("'", at: place) || holds("-", at: place) && isLetter(place + 1)
      {
        place += 1
      }
      if holds(".", at: place), place - first < 4 { place += 1 }
      (end, words) = (place, words + 1)
    }
    return words > 1 ? end : nil
  }

  /// The words that say that a date is that of a birth; longer ones first.
  private static let birthWords = [
    "date of birth", "birth date", "birthdate", "d.o.b.", "d.o.b", "d o b", "dob", "born",
  ]

  /// The place behind a word for birth that begins here.
  private func birthWord(from place: Int) -> Int? {
    guard isLetter(place), !isWordCharacter(place - 1) else { return nil }
    return PlainText.birthWords.lazy.compactMap { end(of: $0, from: place) }
      .first { !isWordCharacter($0) }
  }

  /// The place behind a date that begins within a few characters; no sentence ends between.
  private func date(near word: Int) -> Int? {
    (word..<word + 16).lazy.prefix { !endsSentence($0) }
      .compactMap { !isWordCharacter($0 - 1) ? fullDate(from: $0) : nil }.first
  }

  private func birthWord(near date: Int) -> Int? {
    (date..<date + 6).lazy.prefix { !endsSentence($0) }.compactMap { birthWord(from: $0) }.first
  }

  private func endsSentence(_ place: Int) -> Bool {
    place >= count || holds(".", at: place) && isSpace(place + 1) && isCapital(place + 2)
  }

  private func skip(from place: Int, atMost limit: Int) -> Int {
    var next = place
    while next - place < limit,
      isSpace(next) || ",(-:;[".unicodeScalars.contains(where: { holds($0, at: next) })
    {
      next += 1
    }
    return next
  }

  // MARK: Dates

  /// The place behind a day of the calendar: `3/4/1980`, `03.04.80`, `1980-04-03`, `3rd April 1980`,
  /// `April 3, 1980`.
  private func fullDate(from start: Int) -> Int? {
    guard isDigit(start) else { return monthFirst(from: start) }
    let first = digits(from: start, atMost: 4)
    let separator = self[first.upperBound]
    guard [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(separator) else {
      return first.count < 3 && number(first) < 32 ? dayFirst(behind: first.upperBound) : nil
    }
    let second = digits(from: first.upperBound + 1, atMost: 2)
    guard !second.isEmpty, self[second.upperBound] == separator else { return nil }
    let third = digits(from: second.upperBound + 1, atMost: 4)
    guard !isDigit(third.upperBound) else { return nil }
    let (day, year) = first.count == 4 ? (third, first) : (first, third)
    guard (1...31).contains(number(day)), day.count < 3, (1...12).contains(number(second)),
      year.count == 4 && number(year) > 1870 || year.count == 2
    else { return nil }
    return third.upperBound
  }

  /// `April 1980`, behind the day.
  private func dayFirst(behind day: Int) -> Int? {
    var place = day
    for ordinal in ["st", "nd", "rd", "th"] { place = end(of: ordinal, from: day) ?? place }
    place = skip(from: place, atMost: 1)
    if let of = end(of: "of ", from: place) { place = of }
    return month(from: place).flatMap { yearEnd(behind: $0) }
  }

  private func monthFirst(from start: Int) -> Int? {
    guard let month = month(from: start) else { return nil }
    let day = digits(from: skip(from: month, atMost: 1), atMost: 2)
    guard !day.isEmpty, (1...31).contains(number(day)) else { return nil }
    return yearEnd(behind: end(of: "th", from: day.upperBound) ?? day.upperBound)
  }

  /// The place behind a month's name, or the first three letters of it and a dot perhaps.
  private func month(from start: Int) -> Int? {
    guard isLetter(start) else { return nil }
    for name in PlainText.months {
      if let end = end(of: name, from: start), !isLetter(end) { return end }
      guard let end = end(of: String(name.prefix(3)), from: start) else { continue }
      if !isLetter(end) { return holds(".", at: end) ? end + 1 : end }
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private func yearEnd(behind place: Int) -> Int? {
    let year = digits(from: skip(from: place, atMost: 2), atMost: 5)
    return year.count == 4 && number(year) > 1870 ? year.upperBound : nil
  }

  /// The year of a date, wherever in it it stands; 0 where it has two digits.
  private func year(in date: Range<Int>) -> Int {
    date.lazy.map { digits(from: $0, atMost: 5) }.first { $0.count == 4 }.map(number) ?? 0
  }
}
