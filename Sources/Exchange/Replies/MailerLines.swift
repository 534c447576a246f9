/// Which lines of a text mailers have put above what they quote.
///
/// A person may begin a line with `Date:` or end one in `wrote:`, too: such lines are a mailer's
/// only among others of their kind, or right above a quote.
struct MailerLines {
  struct Line {
    let text: Substring
    let depth: Int

    /// Whether it is quoted or the form's own, and so nothing that was written for this mail.
    let isKnown: Bool

    fileprivate var plain: String {
      text.prefix(200).filter { $0 != "*" }.trimmedOfSpace.lowercased()
    }
  }

  private var indices: Set<Int> = []

  init(_ lines: [Line]) {
    let plain = lines.map(\.plain)
    var run: [Int] = []
    var follower: Int?
    // From the end, so that it is known what follows.
    for index in lines.indices.reversed() {
      let text = plain[index]
      if MailerLines.isField(text) {
        run.append(index)
      } else {
        take(run, plain)
        run = []
      }
      if MailerLines.isSeparator(text) { indices.insert(index) }
      if text.hasSuffix("wrote:"), let follower,
        lines[follower].isKnown || lines[follower].depth > lines[index].depth
      {
        indices.insert(index)
        // On 6 Feb 2018 at 10:42, somebody <…> wrote: is often broken.
        if !text.hasPrefix("on "), index > 0, plain[index - 1].hasPrefix("on ") {
          indices.insert(index - 1)
        }
      }
      if !text.isEmpty { follower = index }
    }
    take(run, plain)
  }

  /// Whether a line is a mailer's.
  func holds(_ index: Int) -> Bool { indices.contains(index) }

  private mutating func take(_ run: [Int], _ plain: [String]) {
    guard run.count > 1, run.contains(where: { plain[$0].hasPrefix("from:") }) else { return }
    indices.formUnion(run)
  }

  private static func isField(_ text: String) -> Bool {
    ["from:", "sent:", "to:", "cc:", "subject:", "date:", "reply-to:", "importance:"]
      .contains { text.hasPrefix($0) }
  }

  private static func isSeparator(_ text: String) -> Bool {
    text == "--" || text.hasPrefix("begin forwarded message") || text.hasPrefix("-----original")
      || text.contains("forwarded message ---")
      || text.count > 3 && text.allSatisfy { $0 == "_" || $0 == "-" || $0 == "=" }
  }
}
