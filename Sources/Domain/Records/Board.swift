/// Everything a partnership keeps, as one value in memory.
package struct Board: Sendable {
  package var settings: Record<BoardSettings>
  package var models = Table<ScoringModel>()
  package var areas = Table<Area>()
  package var partners = Table<Partner>()
  package var actions = Table<Action>()
  package var rounds = Table<Round>()
  package var responses = Table<Response>()
  package var issues = Table<Issue>()
  package var scorecards = Table<Scorecard>()
  package var meetings = Table<Meeting>()
  package var decisions = Table<Decision>()
  package var references = Table<Reference>()
  package var requests = Table<Request>()
  package var agreements = Table<Agreement>()
  package var practice = Table<Practice>()
  package var papers = Table<Paper>()

  package init(settings: Record<BoardSettings>) {
    self.settings = settings
  }

  /// The one record of `board.json`, as a table like the others.
  var settingsTable: Table<BoardSettings> {
    get {
      var table = Table<BoardSettings>()
      table[settings.id] = settings
      return table
    }
    set { settings = newValue[settings.id] ?? settings }
  }

  /// The records of one kind.
  package subscript<Content: RecordContent>(kind kind: Content.Type) -> Table<Content> {
    get { self[keyPath: Content.table] }
    set { self[keyPath: Content.table] = newValue }
  }

  /// The record with a name, or `nil`.
  package subscript<Content: RecordContent>(id: Identifier<Content>) -> Record<Content>? {
    get { self[keyPath: Content.table][id] }
    set { self[keyPath: Content.table][id] = newValue }
  }
}
