/// A file of several mails, one behind the other (mbox, as RFC 4155 and mboxrd have it).
enum MailFile {
  /// The mails of an mbox; `nil` where the bytes are none.
  ///
  /// A line `From …` with a time in it begins a mail, at the beginning and after an empty line; a `>`
  /// before such a line inside a mail is taken away.
  static func mails(of bytes: [UInt8]) -> [[UInt8]]? {
    guard bytes.starts(with: Array("From ".utf8)) else { return nil }
    var mails: [[UInt8]] = []
    var mail: [UInt8] = []
    var wasEmpty = true
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[index..<end]
      if wasEmpty, isSeparator(line) {
        if index > 0 { mails.append(mail) }
        mail = []
      } else {
        mail += isQuotedSeparator(line) ? line.dropFirst() : line
      }
      wasEmpty = line.count <= 2 && line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      index = end
    }
    return mails + [mail]
  }

  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Array("From ".utf8)), line.count < 300 else { return false }
    let words = line.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    return words.count >= 3
      && words.contains { word in
        let colons = word.count { $0 == UInt8(ascii: ":") }
        return colons >= 1 && word.first.map { (48...57).contains($0) } == true
      }
  }

  private static func isQuotedSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.startIndex > line.startIndex && rest.starts(with: Array("From ".utf8))
  }
}
