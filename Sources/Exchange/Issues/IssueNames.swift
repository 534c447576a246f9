import Domain

/// What a sheet of issues calls the things of a board that its cells name.
struct IssueNames {
  var themes = KnownNames<Theme>("theme")
  var goldenThemes = KnownNames<Theme>("golden theme")
  var areas = KnownNames<Area>("area")
  var partners = KnownNames<Partner>("partner")
  var markings = KnownNames<Marking>("marking")
  var contexts = KnownNames<ScoringContext>("place or period")

  init(of board: Board) {
    for (id, theme) in board.settings.themes.ranked() { themes.index.add(id, theme.title) }
    for (id, theme) in board.settings.goldenThemes.ranked() {
      goldenThemes.index.add(id, theme.title)
    }
    for (id, context) in board.settings.contexts.ranked() { contexts.index.add(id, context.title) }
    let names = PlanNames(of: board)
    areas.index = names.areas
    partners.index = names.partners
    markings.index = names.markings
  }
}

/// The names of one list, and what was found and missed so far: a long sheet says the same few over
/// and over.
struct KnownNames<Subject> {
  private let kind: String
  var index = NameIndex<Subject>()
  private var found: [String: Identifier<Subject>] = [:]
  private var missed: [String: CellFlaw] = [:]

  init(_ kind: String) { self.kind = kind }

  /// The one thing that a cell names.
  mutating func one(
    called text: String, otherwise: String = ""
  ) throws(CellFlaw) -> Identifier<Subject> {
    if let id = found[text] { return id }
    if let flaw = missed[text] { throw flaw }
    do throws(CellFlaw) {
      let id = try index.one(called: text, kind, otherwise: otherwise)
      found[text] = id
      return id
    } catch {
      missed[text] = error
      throw error
    }
  }

  /// Forgets the thing that was added last.
  mutating func removeLast(_ id: Identifier<Subject>) {
    index.removeLast(id)
    found = [:]
    missed = [:]
  }
}
