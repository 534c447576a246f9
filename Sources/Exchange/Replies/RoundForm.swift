package import Domain

/// The questions of a round as one respondent is asked them: a text to be filled in and sent back.
///
/// Each question has a marked place for its answer; the marks survive what mailers do to a reply.
package struct RoundForm {
  let board: Board
  let round: Record<Round>
  let respondent: Record<Partner>

  /// What is said to the respondent beside the questions; empty for nothing.
  let note: String

  /// The form of a respondent; `nil` where the audience is shown no such round or respondent.
  ///
  /// - Parameters:
  ///   - round: The round.
  ///   - respondent: Who is asked.
  ///   - board: The whole board.
  ///   - note: What is said to the respondent beside the questions.
  ///   - audience: Who will see it.
  package init?(
    _ round: Identifier<Round>, for respondent: Identifier<Partner>, on board: Board,
    note: String? = nil, audience: Audience = .board
  ) {
    let shown = board.shown(to: audience)
    guard let round = shown[round], let partner = shown[respondent], !round.isDeleted else {
      return nil
    }
    self.board = shown
    self.round = round
    self.respondent = partner
    self.note = RoundForm.plain(note ?? "")
  }

  /// The form as lines of at most 72 columns.
  var lines: [String] {
    let due = round.due.map { ["Please answer by \($0.words)."] } ?? []
    let marking = round.header.marking.flatMap { board.settings.markings[$0]?.title }
    return [marking.map(RoundForm.plain)].compactMap(\.self)
      + wrapped("\(board.settings.name): \(round.title)") + wrapped("Asked of: \(respondent.name)")
      + due + noted + ["", FormMarker.form(round.id, respondent.id).text, ""] + instructions
      + ["", "The areas"]
      + areas.flatMap { area in
        wrapped("\(area.number.map { "\($0)  " } ?? "")\(area.title)")
      }
      + ["", "Which role at your agency answers? Please name no person."]
      + place(.role)
      + questions.enumerated().flatMap { index, question in
        ["", "Question \(index + 1)"] + wrapped(question.text) + place(.answer(question.id))
      }
      + ["", "Anything else, or one word (nil, declined, not applicable) for all of it"]
      + place(.general)
  }

  /// The form as a text file.
  package var text: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  /// What such a file is called: `round-1.health.eml`.
  package func fileName(_ format: FormFormat) -> String {
    "\(round.id).\(respondent.id).\(format.ending)"
  }

  /// The form in a format.
  package func file(as format: FormFormat, at moment: Timestamp) -> [UInt8] {
    switch format {
    case .eml: mail(at: moment)
    case .text: text
    case .csv: sheet
    }
  }

  var questions: [(id: Identifier<Question>, text: String)] {
    round.questions.ranked().map { ($0.key, $0.value.text) }
  }

  var areas: [Record<Area>] {
    board.orderedAreas.filter { !$0.isDeleted && $0.status != .closed }
  }

  /// The note in a place of its own, so that it is not taken for an answer when it comes back.
  private var noted: [String] {
    let words = FormMarker.words(in: note).count
    guard words > 0 else { return [] }
    return [""] + place(.note(words: words), wrapped(note))
  }

  private var instructions: [String] {
    [
      "Reply to this and write each answer between the two lines in double",
      "square brackets below its question. Please leave those lines as they",
      "are: what stands between them is filed, anything else is read by a",
      "person first.",
      "",
      "For one area begin a line with its number or its name and a colon,",
      "such as 1: and go on. What stands before the first such line is about",
      "no single area.",
      "",
      "If there is nothing to report write the word nil; if you would rather",
      "not say, declined; if it is not yours, not applicable. A colon and a",
      "reason may follow. These words answer for one area, too.",
      "",
      "How confident you are in an answer goes into a line below it that",
      "begins with the word Confidence and a colon.",
    ]
  }

  private func place(_ marker: FormMarker, _ lines: [String] = [""]) -> [String] {
    [marker.text] + lines + [marker.end?.text].compactMap(\.self)
  }

  private func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in RoundForm.plain(text).split(separator: " ") {
      if lines[lines.count - 1].count + word.count >= 72, !lines[lines.count - 1].isEmpty {
        lines.append("")
      }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }

  /// A text of the board on one line, in which nothing can be taken for a mark of the form.
  static func plain(_ text: String) -> String {
    var line = text.harmless.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while line.contains("[[") { line = line.replacing("[[", with: "[ [") }
    return line
  }
}

extension RoundForm {
  /// The name of the mail, by which a reply to it is known.
  static func name(_ round: Identifier<Round>, _ respondent: Identifier<Partner>) -> String {
    "<\(round).\(respondent)@\(host)>"
  }

  static let host = "socboard.invalid"

  /// The form as a mail that the person's own program opens as a draft.
  ///
  /// It is from nobody and to nobody: the board keeps no addresses.
  private func mail(at moment: Timestamp) -> [UInt8] {
    let subject =
      RoundForm.plain("\(round.title): \(respondent.name)")
      + " \(FormMarker.form(round.id, respondent.id).text)"
    let head = [
      "Date: \(MailDate.text(of: moment))",
      "Message-ID: \(RoundForm.name(round.id, respondent.id))",
      "Subject: \(EncodedWords.encoded(subject))", "X-Unsent: 1", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
    ]
    let body = lines.map(RoundForm.quotedPrintable)
    return Array((head + [""] + body + [""]).joined(separator: "\r\n").utf8)
  }

  /// A line as quoted-printable, broken softly so that none is longer than 76 bytes.
  private static func quotedPrintable(_ line: String) -> String {
    var result = ""
    var width = 0
    let bytes = Array(line.utf8)
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      // A line that begins with From would begin a mail in an mbox.
      let isPlain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        && !(index == 0 && (byte == UInt8(ascii: "F") || byte == UInt8(ascii: ".")))
        || byte == 0x20 && !isLast
      let code =
        isPlain ? String(Unicode.Scalar(byte)) : "=\(EncodedWords.hexadecimal(byte))"
      if width + code.utf8.count > 75 {
        result += "=\r\n"
        width = 0
      }
      result += code
      width += code.utf8.count
    }
    return result
  }

  /// The form as a sheet: a row for each question as a whole, and for each area.
  private var sheet: [UInt8] {
    var writer = CSVWriter(.lineFeed)
    for column in ReplySheet.Column.allCases { writer.write(column.title) }
    writer.endRow()
    for question in questions {
      for area in [nil] + areas.map(Optional.some) {
        for column in ReplySheet.Column.allCases {
          switch column {
          case .round: writer.write(round.id.text)
          case .respondent: writer.write(respondent.id.text)
          case .question: writer.write(question.id.text)
          case .asked: writer.write(RoundForm.plain(question.text))
          case .area: writer.write(area?.id.text ?? "")
          case .state, .text, .confidence, .received, .role: writer.write("")
          }
        }
        writer.endRow()
      }
    }
    return (writer.bytes.allSatisfy { $0 < 0x80 } ? [] : [0xEF, 0xBB, 0xBF]) + writer.bytes
  }
}
