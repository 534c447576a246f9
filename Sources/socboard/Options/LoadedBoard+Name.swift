import Domain
import Store

extension LoadedBoard {
  /// The one record that a name or a title, or the beginning of one, means; else the command ends.
  ///
  /// The whole name of a record that is not to be had never means another one, whose name is only
  /// longer. A record that was removed is found only where that is asked for, and by folder and
  /// name.
  ///
  /// Without a folder nothing is told of records that are not to be had: as for the public, to whom
  /// they are as if they had never been.
  func name(
    matching text: String, in folder: BoardFolder?, asAt date: CalendarDate? = nil,
    isRemovedFound: Bool = false
  ) throws -> RecordName {
    if isRemovedFound, let name = RecordName(text), board.value(of: name) != nil { return name }
    let whole = RecordName.all(called: text)
    let named = board.names(matching: text, besides: unread)
    let found = named.isEmpty ? board.names(titled: text) : named
    if let folder, !found.contains(where: whole.contains) {
      if let sentence = try absence(of: whole, in: folder, asAt: date) {
        throw refusal(sentence, ExitStatus.badData)
      }
    }
    if let name = found.first, found.count == 1 { return name }
    let candidates = found.map { "\n  \($0)  \(board.title(of: $0) ?? "")" }.joined()
    throw refusal(
      found.isEmpty
        ? "No record is called “\(text)”. “socboard list KIND” lists the names."
        : "“\(text)” is the beginning of \(found.count) names; give more of one:\(candidates)",
      ExitStatus.badData)
  }

  /// The records whose files could not be read.
  var unread: Set<RecordName> { Set(problems.compactMap(\.record).filter { !board.holds($0) }) }

  /// Why none of some records is to be had; `nil` where there never was one.
  private func absence(
    of names: [RecordName], in folder: BoardFolder, asAt date: CalendarDate?
  ) throws -> String? {
    let unread = unread
    if let problem = problems.first(where: { $0.record.map(names.contains) == true }),
      let name = problem.record, unread.contains(name)
    {
      return "\(name) cannot be used: \(problem)"
    }
    let removed = names.first { board.value(of: $0) != nil }
    let known = try answering { try folder.history(of: Set(names)) }.records
    guard let name = removed ?? names.first(where: known.contains) else { return nil }
    if let date { return "\(name) was not on the board on \(date.words)." }
    return removed == nil
      ? "\(name.path) is missing, though the logs tell of it. “socboard recover” rebuilds it."
      : "\(name) is removed. “socboard set \(name) deleted=no” restores it."
  }
}

extension Problem {
  /// The record whose file has the problem; `nil` where it is no record's.
  fileprivate var record: RecordName? {
    file.hasSuffix(".json") ? RecordName(String(file.dropLast(".json".count))) : nil
  }
}
