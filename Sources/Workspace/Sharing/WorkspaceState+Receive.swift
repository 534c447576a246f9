import Domain
import JSON

extension WorkspaceState {
  /// Takes in records that others changed; nothing that a person is doing is disturbed.
  ///
  /// Where the person here has changed them, nobody is told of it as of something new.
  mutating func received(_ readings: [RecordReading], isOwn: Bool = false) -> [Effect] {
    // What was does not change by what others do today.
    guard asAt == nil else { return [] }
    var arrival = Arrival()
    arrival.isOwn = isOwn
    let damaged = unreadable
    for reading in readings {
      func take<Content: RecordContent>(_ content: Content.Type) {
        guard let id = try? Identifier<Content>(reading.name.id) else { return }
        receive(reading, id, &arrival)
      }
      take(reading.name.kind.content)
    }
    // One's own saves come back this way, and nothing follows from them.
    if !arrival.names.isEmpty || unreadable != damaged { follow(arrival) }
    return []
  }

  /// Takes in a board that was read again as the changes that it holds.
  ///
  /// Rows stay where they are: nobody has asked for them to be sorted.
  mutating func received(_ board: Board, damaged: [Problem]) {
    var arrival = Arrival()
    let files = Set(damaged.map(\.file))
    for kind in Kind.allCases {
      func take<Content: RecordContent>(_ content: Content.Type) {
        for record in board[kind: content].all { receive(record, &arrival) }
        for record in Array(self.board[kind: content].standing)
        where board[record.id] == nil && !files.contains(record.recordName.path) {
          receiveRemoval(of: record, &arrival)
        }
      }
      take(kind.content)
    }
    unreadable = damaged
    follow(arrival)
  }

  private mutating func receive<Content: RecordContent>(
    _ reading: RecordReading, _ id: Identifier<Content>, _ arrival: inout Arrival
  ) {
    let path = reading.name.path
    switch reading.outcome {
    case .document(let document):
      do throws(DecodingProblem) {
        let theirs = try Record<Content>(id: id, document: document)
        let waiting = saves.edits(of: reading.name)
        mended(path, of: Content.kind)
        guard !waiting.isEmpty else { return receive(theirs, &arrival) }
        let shown = waiting.reduce(document) { $1.layered(over: $0) }
        receive((try? Record(id: id, document: shown)) ?? theirs, by: theirs.header, &arrival)
      } catch {
        let field = error.path.isEmpty ? nil : error.path.joined(separator: ".")
        let problem = Problem(
          file: path, field: field, what: error.reason,
          remedy: "Mend the field in an editor, bring back an earlier copy, "
            + "or let “socboard recover” rebuild it.")
        receive(problem, id)
      }
    case .damaged(let problem): receive(problem, id)
    case .gone:
      mended(path, of: Content.kind)
      // A record that waits to be written for the first time is not gone.
      guard saves.edits(of: reading.name).isEmpty, let record = board[id], !record.isDeleted
      else { return }
      receiveRemoval(of: record, &arrival)
    }
  }

  /// Takes in a file that cannot be read: what memory holds of it stays.
  private mutating func receive<Content: RecordContent>(
    _ problem: Problem, _ id: Identifier<Content>
  ) {
    unreadable.removeAll { $0.file == problem.file }
    unreadable.append(problem)
    guard board[id] == nil else { return }
    for pane in visited where pane.kinds.contains(Content.kind) {
      records[pane]?.add(.damaged(problem.file), title: "cannot be read: \(problem.file)")
      if pane == .partners, let view = PartnersPane.View(Content.kind) {
        list(.damaged(problem.file), in: view)
      }
      if pane == .threats, [.inbox, .all].contains(threats.view) { list(.damaged(problem.file)) }
    }
  }

  /// Takes note that a file is damaged no longer.
  private mutating func mended(_ path: String, of kind: Kind) {
    guard unreadable.contains(where: { $0.file == path }) else { return }
    unreadable.removeAll { $0.file == path }
    for pane in visited where pane.kinds.contains(kind) {
      records[pane]?.remove(.damaged(path))
      if pane == .partners, let view = PartnersPane.View(kind) {
        partners.lists[view]?.remove(.damaged(path))
      }
      if pane == .threats { dropDamagedThreat(path) }
    }
  }

  private mutating func receiveRemoval<Content: RecordContent>(
    of record: Record<Content>, _ arrival: inout Arrival
  ) {
    var record = record
    record.header.deleted = Stamp(at: now, by: "")
    receive(record, by: nil, &arrival)
  }

  private mutating func receive<Content: RecordContent>(
    _ record: Record<Content>, _ arrival: inout Arrival
  ) {
    receive(record, by: record.header, &arrival)
  }

  /// Takes in a record as it is now; one that says nothing else than memory changes nothing.
  ///
  /// - Parameters:
  ///   - record: The record, with what waits to be saved of ours.
  ///   - theirs: What the record on disk says about itself; `nil` where there is none.
  ///   - arrival: Takes note of what has to be worked out again.
  private mutating func receive<Content: RecordContent>(
    _ record: Record<Content>, by theirs: Header?, _ arrival: inout Arrival
  ) {
    let old = board[record.id]
    guard old != record else { return }
    board[record.id] = record
    place(record, after: old, &arrival)
    guard let edit = Edit(from: old, to: record) else { return }
    // What the disk refused and memory takes back is nobody's change.
    if arrival.isOwn || isTakingBack && old?.header.updated?.by == writer { return }
    // A record that was changed by hand still bears the stamp of who saved it last.
    let stamp = theirs?.lastStamp == old?.header.lastStamp ? nil : theirs?.lastStamp
    // A record that our save was merged into bears our name, whoever changed what we did not.
    let by = stamp?.by == writer ? rival(in: record.header, after: old?.header) : stamp?.by
    note(Change(edit, by: by, at: stamp?.at ?? now))
  }

  /// Who gave a field another value than we did, as a conflict that was not there before tells.
  private func rival(in header: Header, after old: Header?) -> String? {
    let known = Set(old?.conflicts ?? [])
    return header.conflicts.filter { !known.contains($0) }.flatMap { [$0.kept.by, $0.other.by] }
      .last { $0 != writer }
  }

  /// Takes note of a record that is in memory wherever it is shown or counted.
  private mutating func place<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?, _ arrival: inout Arrival
  ) {
    arrival.add(record, after: old, in: board)
    summarise(record, after: old)
    mark(record, after: old)
    list(record, after: old)
    noteConflicts(of: record, after: old)
  }

  /// Takes note of a record that a person here has changed in memory.
  mutating func place<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) {
    var arrival = Arrival()
    place(record, after: old, &arrival)
    follow(arrival)
  }

  private mutating func note(_ change: Change) {
    guard change.fate != .changed || !change.fields.isEmpty else { return }
    news.add(change, at: subjects(of: change))
    if let purpose = openForm?.purpose, concerns(change, purpose) { meanwhile.append(change) }
  }

  /// Takes in what others did before this session began.
  mutating func heard(of acts: [LoggedAct]) -> [Effect] {
    guard asAt == nil else { return [] }
    for act in acts where act.stamp.by != writer {
      for edit in act.edits {
        let change = Change(
          Edit(record: edit.record, changes: edit.changes, isNew: edit.before == nil),
          by: act.stamp.by, at: act.stamp.at)
        guard change.fate != .changed || !change.fields.isEmpty else { continue }
        news.add(change, at: subjects(of: change))
      }
    }
    return []
  }

  /// Whether everything that others did has been looked at.
  package var hasSeenAll: Bool { whole?.hasSeenAll ?? news.isAllSeen }

  /// The records in whose rows a change is shown: of an invitation the partner's, else that of the
  /// record itself.
  private func subjects(of change: Change) -> [RecordName] {
    guard change.record.kind == .round, change.fate == .changed else {
      return [subject(of: change.record)]
    }
    let partners = change.fields.map(\.invited)
    let invited = Set(partners.compactMap(\.self)).sorted().map { RecordName($0) }
    return invited + (partners.contains(nil) ? [change.record] : [])
  }

  /// The record in whose row something is shown: a scorecard's is that of its issue.
  func subject(of name: RecordName) -> RecordName {
    guard name.kind == .scorecard, let id = try? Identifier<Scorecard>(name.id),
      let card = board[id]
    else { return name }
    return RecordName(card.issue)
  }
}

extension Header {
  /// Who touched the record last, and when.
  var lastStamp: Stamp? { deleted ?? updated ?? created }
}

extension FieldChange {
  /// The partner whose invitation to a round it is about; `nil` for any other field.
  var invited: Identifier<Partner>? {
    path.first == "invitations" && path.count > 1 ? try? Identifier(path[1]) : nil
  }
}
