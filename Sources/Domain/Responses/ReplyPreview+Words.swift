extension ReplyPreview.Mail {
  /// The file that it was in, and which mail of it: `replies.mbox, mail 2`.
  package var place: String { number == 1 ? file : "\(file), mail \(number)" }

  /// What it says of itself, how it is known whose it is, and what was peculiar about reading it.
  package var particulars: [String] {
    let origin = [sender.map { "says it is from \($0)" }, sent.map { "sent \($0)" }]
    return [origin.compactMap(\.self).joined(separator: ", "), subject.map { "“\($0)”" } ?? ""]
      .filter { !$0.isEmpty } + ([identity].filter { !$0.isEmpty } + notes)
  }
}

extension Answer {
  /// What was said, in lines: the state where it is no comment, the text, and how it was put.
  ///
  /// - Parameters:
  ///   - count: How many lines of a text are shown.
  ///   - way: How the whole of a longer text is seen, as the end of a sentence.
  /// - Returns: The lines; none where it says nothing.
  package func saidLines(atMost count: Int = .max, whole way: String) -> [String] {
    let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let isCut = lines.count > count || lines.prefix(count).contains { $0.utf8.count > 1_600 }
    let said = lines.prefix(count).map { String(count == .max ? $0 : $0.prefix(400)) }
    let more = lines.count - said.count
    let rest = more > 0 ? "… and \(more) more lines; \(way)." : "… \(way)."
    return (state == .answered ? [] : [AnswerState(state).title]) + (text == nil ? [] : said)
      + (isCut && count < .max ? [rest] : [])
      + [confidence.map { "confidence: \($0)" }, byRole.map { "by: \($0)" }].compactMap(\.self)
  }
}
