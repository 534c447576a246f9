import Domain

/// The rows of a sheet that tell of one issue.
struct IssueEntry {
  /// Which issue rows mean.
  enum Target: Hashable {
    case known(Identifier<Issue>)

    /// One that is to be added, by the key of its title.
    case new(String)

    /// Nobody knows: a row of its own.
    case unclear(row: Int)
  }

  let target: Target
  var rows: [Int]

  /// Why it is not clear which issue is meant.
  var problem: Problem?

  /// The issue on the board; `nil` for one that is to be added.
  var known: Identifier<Issue>? { if case .known(let id) = target { id } else { nil } }
}

extension IssueImport {
  /// The issues that the sheet tells of, in the order of their first rows.
  func entries() -> [IssueEntry] {
    var known: [String: [Identifier<Issue>]] = [:]
    for issue in board.issues.standing {
      known[IssueImport.key(issue.title), default: []].append(issue.id)
    }
    let rows = cells.table.filledRows
    var entries: [IssueEntry] = []
    var places: [IssueEntry.Target: Int] = [:]
    entries.reserveCapacity(rows.count)
    places.reserveCapacity(rows.count)
    for row in rows {
      switch target(ofRow: row, among: known) {
      case .success(let target):
        if let place = places[target] {
          entries[place].rows.append(row)
        } else {
          places[target] = entries.count
          entries.append(IssueEntry(target: target, rows: [row]))
        }
      case .failure(let refusal):
        entries.append(
          IssueEntry(target: .unclear(row: row), rows: [row], problem: refusal.problem))
      }
    }
    return entries
  }

  /// Why a row means no issue.
  private struct Refusal: Error { let problem: Problem }

  private func target(
    ofRow row: Int, among known: [String: [Identifier<Issue>]]
  ) -> Result<IssueEntry.Target, Refusal> {
    func refused(_ column: IssueColumn, _ flaw: CellFlaw) -> Result<IssueEntry.Target, Refusal> {
      .failure(Refusal(problem: cells.problem(row, column, flaw)))
    }
    // What stands in such a row may stand in the wrong column.
    if let flaw = cells.table.ragged[row] {
      return .failure(Refusal(problem: cells.problem(row, at: nil, flaw)))
    }
    if let name = cells[row, .id] {
      do throws(CellFlaw) {
        return .success(.known(try issue(named: name)))
      } catch {
        return refused(.id, error)
      }
    }
    guard let title = cells[row, .title] else {
      return refused(
        .title,
        CellFlaw(
          what: "says nothing of which issue is meant",
          remedy: "Write its title in every row of the issue, or its ID."))
    }
    let key = IssueImport.key(title)
    let found = known[key] ?? []
    if found.count > 1 { return refused(.title, CellFlaw(several: found.sorted(), called: title)) }
    return .success(found.first.map { .known($0) } ?? .new(key))
  }

  private func issue(named name: String) throws(CellFlaw) -> Identifier<Issue> {
    if let id = try? Identifier<Issue>(name), let issue = board[id] {
      guard issue.isDeleted else { return id }
      throw CellFlaw(
        what: "the issue “\(id)” was removed",
        remedy: "Restore it with “socboard set \(issue.recordName) deleted=no”, or leave the ID "
          + "empty.")
    }
    throw CellFlaw(
      what: "there is no issue “\(name.cut(to: 60))”",
      remedy: "Write its whole ID, or leave the cell empty to add the row as a new issue; where it "
        + "is somebody else's number, say that the column is notes: ID=notes.")
  }

  /// What titles are compared by: their words, in lower case.
  static func key(_ text: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return PlanImport.key(text)
      case 0x20, 0x09...0x0D: if let last = key.last, last != 0x20 { key.append(0x20) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      default: key.append(byte)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }
}
