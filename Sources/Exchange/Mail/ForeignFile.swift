/// Files that are no mails, texts or sheets: what they are, and what to do with them.
enum ForeignFile {
  private static let kinds: [(beginning: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), "a PDF"),
    ([0x50, 0x4B, 0x03, 0x04], "a document or workbook of an office program, or an archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "a message or document of an office program"),
    (Array("{\\rtf".utf8), "a document in RTF"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
  ]

  /// Why some bytes are not read, as a sentence; `nil` where they may be text.
  static func refusal(of bytes: [UInt8], file: String) -> String? {
    let name = file.lowercased()
    if let known = kinds.first(where: { bytes.starts(with: $0.beginning) }) {
      let kind =
        name.hasSuffix(".docx") || name.hasSuffix(".doc")
        ? "a Word document"
        : name.hasSuffix(".xlsx") || name.hasSuffix(".xls")
          ? "a workbook" : name.hasSuffix(".msg") ? "a message of Outlook" : known.kind
      return "It is \(kind), which is not opened: \(remedy(for: kind))"
    }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return !isWide && bytes.contains(0)
      ? "It is no text: save the mail as .eml, or what it says as a text (.txt)." : nil
  }

  private static func remedy(for kind: String) -> String {
    switch kind {
    case "a message of Outlook": "drag it out of Outlook as .eml, or save it as text (.txt)."
    case "a workbook": "save its sheet as CSV."
    case "a picture": "file what it shows by hand."
    default: "save what it says as a text (.txt), or the mail as .eml."
    }
  }
}
