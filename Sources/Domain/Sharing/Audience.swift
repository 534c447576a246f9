/// Who is to see what is shown, printed, exported or sent.
package enum Audience: String, Choice {
  /// Those who work on the board: they see everything.
  case board

  /// Anybody.
  case `public`
}

extension Board {
  /// The board with all that an audience may see, and no trace of anything else.
  ///
  /// This is the one place that decides it, for the screen, every command, export and mail. The
  /// public is shown a standing record when its marking is known and public and it is exempt under
  /// no paragraph. What names a record that is not shown loses that name; what rests on it is not
  /// shown either: a response of a withheld round, a scorecard of a withheld issue, an action that
  /// a withheld one has superseded. Who wrote, and what nobody has settled, is withheld, too; so is
  /// a cut at a place, which counts issues that are not shown.
  ///
  /// Records have other slots in the result than in the board: scores and summaries of it are made
  /// anew. Where the settings themselves are withheld nothing is shown, for they say what the
  /// markings mean.
  package func shown(to audience: Audience) -> Board {
    switch audience {
    case .board: self
    case .public: PublicView(of: self).view
    }
  }

  /// Why the public is shown nothing of the board at all, as a sentence; `nil` where it is.
  ///
  /// The sentence tells nothing that the board says.
  package var whyNothingIsPublic: String? {
    let header = settings.header
    guard !isPublic(header) else { return nil }
    let reason =
      if header.exemptParagraph != nil {
        "it is exempt"
      } else if let marking = header.marking {
        settings.markings[marking] == nil
          ? "it has a marking that it does not explain" : "its marking is not public"
      } else {
        "it has no marking"
      }
    return "Nothing of this board is public, because of how board.json is marked: \(reason). "
      + "It says what the markings of all records mean."
  }

  /// Whether a record may be shown to the public by what it says of itself.
  fileprivate func isPublic(_ header: Header) -> Bool {
    let marking = header.marking.flatMap { settings.markings[$0] }
    return marking?.isPublic == true && header.exemptParagraph == nil && header.deleted == nil
  }
}

/// Finds what of a board the public may see.
private struct PublicView {
  private let board: Board
  private var sieve = LinkSieve()

  init(of board: Board) {
    self.board = board
    guard board.isPublic(board.settings.header) else { return }
    for kind in Kind.allCases { admitPublic(kind.content) }
    // What is withheld may be what others rest on.
    var count: Int
    repeat {
      count = sieve.names.count
      withholdSuperseded()
      for kind in Kind.allCases { withholdResting(kind.content) }
    } while sieve.names.count < count
  }

  /// The board as the public may see it.
  var view: Board {
    guard let settings = sieve.sifted(board.settings), !sieve.names.isEmpty else {
      return Board(settings: Record(id: board.settings.id, content: BoardSettings(name: "")))
    }
    var view = Board(settings: settings)
    view.settings.content.cuts = settings.cuts.filter { $0.value.top == nil }
    for kind in Kind.allCases where kind != .board { fill(&view, kind.content) }
    return view
  }

  private mutating func admitPublic<Content: RecordContent>(_ content: Content.Type) {
    for record in board[kind: content].all where board.isPublic(record.header) {
      sieve.names.insert(record.recordName)
    }
  }

  private mutating func withholdResting<Content: RecordContent>(_ content: Content.Type) {
    for record in board[kind: content].all
    where sieve.names.contains(record.recordName) && sieve.sifted(record) == nil {
      sieve.names.remove(record.recordName)
    }
  }

  /// To the public such an action would seem to be still in the plan.
  private mutating func withholdSuperseded() {
    for action in board.actions.standing where !sieve.names.contains(action.recordName) {
      if let former = action.supersedes { sieve.names.remove(RecordName(former)) }
    }
  }

  private func fill<Content: RecordContent>(_ view: inout Board, _ content: Content.Type) {
    for record in board[kind: content].all where sieve.names.contains(record.recordName) {
      if let sifted = sieve.sifted(record) { view[record.id] = sifted }
    }
  }
}
