import Domain
import Screen

/// Replies as lines to be read: what can be done, then mail by mail what becomes of what it says.
extension ReplySorting {
  /// How many lines of a text are shown among the others.
  private static let shownLines = 12

  /// The lines, and for each entry which of them are to be seen with it: those of its mail, too,
  /// where there is room, else its own.
  func lines(on board: Board) -> (all: [TextLine], sights: [[Range<Int>]]) {
    var all = opening
    var sights: [[Range<Int>]] = []
    for mail in preview.mails {
      var start = sights.isEmpty ? 0 : all.count
      all.append(TextLine())
      all.append(TextLine(mail.place, style: .heading))
      all += mail.particulars.map { TextLine("  \($0)", style: .faint) }
      for entry in mail.entries {
        let own = all.count
        all += lines(of: entry, sights.count, on: board)
        sights.append([start..<all.count, own..<all.count])
        start = all.count
      }
    }
    return (all, sights)
  }

  private var opening: [TextLine] {
    let placed = count(of: .placed)
    let offered = count(of: .offered)
    let refused = count(of: .refused)
    let personal = entries.indices.count { !personalWords($0).isEmpty }
    let filing =
      placed == 0
      ? "There is nothing to file yet."
      : "Nothing is filed yet: y files what is placed as one change, which u undoes."
    let rest = [
      offered == 0
        ? nil
        : "\(offered) offered: Enter places one by hand, Tab goes to the next. Without that they "
          + "are not filed.",
      personal == 0
        ? nil
        : "\(personal == 1 ? "1 holds" : "\(personal) hold") what looks like personal data, told "
          + "below; y keeps it.",
      refused == 0 ? nil : "\(refused) refused: why stands below.",
    ]
    return [TextLine(filing, style: .strong)]
      + rest.compactMap(\.self).map { TextLine($0, style: .warning) }
  }

  private func lines(
    of entry: ReplyPreview.Entry, _ index: Int, on board: Board
  ) -> [TextLine] {
    let placing = placings[index]
    let fate = placing == nil ? entry.fate : .placed
    let style: Style =
      switch fate {
      case .placed: .strong
      case .offered: .warning
      case .nothing: .faint
      case .refused: .alarm
      }
    let title = placing?.title(on: board) ?? entry.title
    let mark = index == current ? ">" : " "
    let heading = TextLine(
      " \(mark)\(fate.rawValue)\(placing == nil ? "" : " by hand"): \(title)",
      style: index == current ? style.selected : style)
    return [heading] + said(index).map { TextLine("      \($0)") }
      + (placing.map(\.words) ?? entry.words).map { TextLine("    \($0)", style: .faint) }
      + personalWords(index).map { TextLine("    \($0).", style: .warning) }
  }

  private func said(_ index: Int) -> [String] {
    let fate = entries[index].fate
    let way = fate == .refused ? "the message has the rest" : "r shows it"
    return fate == .nothing
      ? [] : answer(at: index)?.saidLines(atMost: Self.shownLines, whole: way) ?? []
  }

  /// What of an entry that is filed looks as if it told who somebody is, as sentences without end.
  private func personalWords(_ index: Int) -> [String] {
    switch placings[index] {
    case .answer(let answer, _)?:
      let texts = [answer.text, answer.confidence, answer.byRole].compactMap(\.self)
      return texts.flatMap { PersonalData.suspicions(in: $0) }
        .map { "“\($0.piece)” looks like \($0.kind.rawValue)" }
    case .bounce?: return []
    case nil: return entries[index].edit?.personalData.map(\.words) ?? []
    }
  }

  /// The whole of what the entry under the cursor says.
  var whole: Reader? {
    guard let entry else { return nil }
    let said = (answer(at: current)?.saidLines(whole: "") ?? []).map { TextLine($0) }
    return Reader(
      title: entry.title,
      lines: said + [TextLine()] + entry.words.map { TextLine($0, style: .faint) })
  }
}

extension Placing {
  /// Where it goes, in words.
  fileprivate func title(on board: Board) -> String {
    switch self {
    case .answer(let answer, _): board.title(of: answer)
    case .bounce(_, let partner, _): board[partner]?.name ?? partner.text
    }
  }

  /// What it does, as sentences.
  fileprivate var words: [String] {
    switch self {
    case .answer(_, nil): ["new; x takes it back"]
    case .answer(_, .added?): ["Its text goes below what stands there; x takes it back."]
    case .answer(_, .replaced?): ["It takes the place of what stands there; x takes it back."]
    case .answer(_, .kept?): ["It stands beside what stands there; x takes it back."]
    case .bounce(_, _, let day):
      ["The invitation came back undelivered, \(day.words); x takes it back."]
    }
  }
}
