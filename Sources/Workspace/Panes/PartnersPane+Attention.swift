import Domain

extension WorkspaceState {
  /// What asks for attention in a row, as parts of a sentence, the most pressing first.
  func attention(of row: PartnersPane.Row) -> [String] {
    switch row {
    case .damaged: return ["its file cannot be read, :problems tells"]
    case .due(let due): return attention(of: due)
    case .record(let name):
      guard board.holds(name) else { return [] }
      func record<Content: RecordContent>() -> Record<Content>? {
        name.identifier().flatMap { board[$0] }
      }
      switch name.kind {
      case .partner: return record().map { (found: Record<Partner>) in attention(of: found) } ?? []
      case .area: return record().map { (found: Record<Area>) in attention(of: found) } ?? []
      case .request: return record().map { (found: Record<Request>) in attention(of: found) } ?? []
      case .agreement:
        return record().map { (found: Record<Agreement>) in attention(of: found) } ?? []
      default: return []
      }
    }
  }

  private func attention(of partner: Record<Partner>) -> [String] {
    let account = account(of: partner.id)
    let vacant = partner.content.vacantRoles
    let hasLeft = board.hasLeft(partner.id, on: today)
    return [
      hasLeft && !account.actions.isEmpty
        ? "has left and still answers for \(account.actions.count.of("action"))" : nil,
      account.late > 0 ? "\(account.late.of("action")) late" : nil,
      vacant.isEmpty || hasLeft || !tellsAbsence
        ? nil : "nobody holds \(vacant.map { "the role \($0)" }.list), H hands it over",
    ].compactMap(\.self)
  }

  private func attention(of area: Record<Area>) -> [String] {
    guard area.status != .closed, tellsAbsence else { return [] }
    let engagement = engagement(in: area)
    if engagement.isNobody {
      return ["no agency has to do with it: I says who has an impact on it, and why"]
    }
    return engagement.impact.isEmpty
      ? ["nobody says they have an impact on it: I says who, and why"] : []
  }

  private func attention(of request: Record<Request>) -> [String] {
    let actions = blocked(by: request.id).count
    let blocks =
      actions == 0 ? "" : ", and \(actions.of("action")) \(actions == 1 ? "waits" : "wait")"
    let state: String? =
      switch request.decision {
      case nil:
        request.daysWaiting(on: today).map {
          "has waited for an answer for \($0.of("day"))\(blocks)"
        }
          ?? "waits for an answer\(blocks)"
      case .noReply: "nobody replied\(blocks)"
      case .refused where actions > 0: "refused\(blocks)"
      default: nil
      }
    return [state].compactMap(\.self) + request.warnings(on: today).map(\.what)
  }

  private func attention(of agreement: Record<Agreement>) -> [String] {
    [
      agreement.review?.hasPassed(on: today) == true
        ? "its review has passed, w sets the next" : nil,
      agreement.members.isEmpty && tellsAbsence ? "it has no members, p names them" : nil,
    ].compactMap(\.self)
  }

  private func attention(of due: Due) -> [String] {
    guard let date = board.date(of: due), date.hasPassed(on: today) else { return [] }
    let days = today.firstDayNumber - date.lastDayNumber
    return [
      due.kind == .review
        ? "its review is \(days.of("day")) overdue, w sets the next"
        : "its disposal is \(days.of("day")) overdue: x once it is destroyed"
    ]
  }
}

extension Int {
  /// So many of something: `1 action`, `3 actions`.
  func of(_ what: String) -> String { "\(self) \(what)\(self == 1 ? "" : "s")" }
}

extension [RecordName] {
  /// How many records of which kind, in the order in which the kinds come: `16 issues, 1 meeting`.
  var counted: String {
    var counts: [(kind: Kind, count: Int)] = []
    for name in self {
      if let place = counts.firstIndex(where: { $0.kind == name.kind }) {
        counts[place].count += 1
      } else {
        counts.append((name.kind, 1))
      }
    }
    return counts.map { kind, count in
      count.of(kind == .response ? "answer" : kind.rawValue)
    }.joined(separator: ", ")
  }
}
