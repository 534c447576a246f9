import Domain
import Screen

/// What a column of a list of the Partners pane shows.
enum PartnersColumn: Hashable, Sendable {
  case kind, roles, impact, actions, late, notAgreed, answers
  case lead, answered
  case state, from, to, asked, blocks
  case members, signed, review
  case due, what, days
  case p, areas
}

extension PartnersPane.View {
  /// The columns beside the title.
  var columns: [Column<PartnersColumn>] {
    switch self {
    case .partners:
      [
        Column(.kind, "Kind", width: 10, align: .left, spare: 6),
        Column(.roles, "Roles", width: 10, align: .left, spare: 4),
        Column(.impact, "Impact", width: 7, spare: 3), Column(.actions, "Acts", width: 5, spare: 2),
        Column(.late, "Late", width: 5), Column(.notAgreed, "Unagr", width: 6, spare: 5),
        Column(.answers, "Answered", width: 9, spare: 1),
      ]
    case .uncovered:
      [
        Column(.impact, "Impact", width: 7),
        Column(.lead, "Lead", width: 18, align: .left, spare: 2),
        Column(.actions, "Act", width: 4, spare: 1), Column(.answered, "Answ", width: 5, spare: 1),
      ]
    case .requests:
      [
        Column(.state, "State", width: 15, align: .left),
        Column(.from, "From", width: 14, align: .left, spare: 3),
        Column(.to, "To", width: 14, align: .left, spare: 2),
        Column(.asked, "Asked", width: 12, align: .left, spare: 4),
        Column(.blocks, "Blocks", width: 7, spare: 1),
      ]
    case .agreements:
      [
        Column(.members, "Members", width: 8, spare: 1),
        Column(.signed, "Signed", width: 12, align: .left, spare: 2),
        Column(.review, "Review", width: 19, align: .left),
      ]
    case .due:
      [
        Column(.what, "Due", width: 10, align: .left, spare: 1),
        Column(.due, "By", width: 12, align: .left, spare: 2),
        Column(.days, "Days", width: 13, align: .left),
      ]
    case .practice:
      [
        Column(.kind, "Kind", width: 16, align: .left, spare: 2),
        Column(.p, "P", width: 4, align: .left, spare: 1),
        Column(.areas, "Areas", width: 22, align: .left, spare: 3),
      ]
    }
  }
}

extension WorkspaceState {
  /// What a column says of a row; `.` is nothing.
  func cell(_ column: PartnersColumn, of row: PartnersPane.Row) -> (String, Style) {
    guard let name = row.name else { return ("", .plain) }
    func record<Content: RecordContent>() -> Record<Content>? {
      name.identifier().flatMap { board[$0] }
    }
    if case .due(let due) = row { return cell(column, of: due) }
    switch name.kind {
    case .partner:
      return record().map { (found: Record<Partner>) in cell(column, of: found) } ?? ("", .plain)
    case .area: return record().map { cell(column, in: $0) } ?? ("", .plain)
    case .request:
      return record().map { (found: Record<Request>) in cell(column, of: found) } ?? ("", .plain)
    case .agreement:
      return record().map { (found: Record<Agreement>) in cell(column, of: found) } ?? ("", .plain)
    case .practice:
      return record().map { (found: Record<Practice>) in cell(column, of: found) } ?? ("", .plain)
    default: return ("", .plain)
    }
  }

  private func count(_ count: Int, _ style: Style = .plain) -> (String, Style) {
    count == 0 ? (".", .faint) : (String(count), style)
  }

  private func cell(_ column: PartnersColumn, of partner: Record<Partner>) -> (String, Style) {
    let account = account(of: partner.id)
    switch column {
    case .kind:
      return (partner.left.map { "left \($0.year)" } ?? partner.content.kind ?? ".", .faint)
    case .roles:
      let vacant = tellsAbsence ? partner.content.vacantRoles.count : 0
      guard vacant > 0 else { return count(partner.roles.count) }
      return vacant == partner.roles.count
        ? ("vacant", .warning) : ("\(partner.roles.count), \(vacant) vac", .warning)
    case .impact: return count(partner.impact.count)
    case .actions: return count(account.actions.count)
    case .late: return count(account.late, .alarm)
    case .notAgreed: return count(account.notAgreed, .warning)
    case .answers: return answers(of: partner.id)
    default: return ("", .plain)
    }
  }

  /// How many areas a partner has answered on in the current round, with its units.
  func answers(of partner: Identifier<Partner>) -> (String, Style) {
    guard let answers = partners.derived?.answers, let round = board[answers.round] else {
      return (".", .faint)
    }
    let isAgency = board[partner].map { !isUnit($0) } ?? true
    func hasAnswered(_ matter: Matter) -> Bool {
      isAgency
        ? answers.hasResponded(agency: partner, on: matter)
        : answers.state(of: partner, on: matter) != nil
    }
    let areas = board.areas.standing.filter { $0.status != .closed }
    let answered = areas.count { hasAnswered(Matter(area: .one($0.id))) }
    guard tellsAbsence else { return count(answered) }
    guard hasAnswered(Matter()) else {
      let isAsked = round.invitations[partner] != nil
      return isAsked ? (round.isClosed ? "nothing" : "awaited", .warning) : (".", .faint)
    }
    return ("\(answered) of \(areas.count)", .plain)
  }

  private func cell(_ column: PartnersColumn, in area: Record<Area>) -> (String, Style) {
    let engagement = engagement(in: area)
    func mark(_ count: Int) -> (String, Style) {
      count == 0 ? absence : (String(count), .plain)
    }
    // Who is withheld is not nobody.
    let absence: (String, Style) = tellsAbsence ? ("none", .warning) : (".", .faint)
    switch column {
    case .impact: return mark(engagement.impact.count)
    case .lead: return engagement.lead.map { (board.name(of: $0), .plain) } ?? absence
    case .actions: return mark(engagement.acting.count)
    case .answered: return mark(engagement.answered.count)
    default: return ("", .plain)
    }
  }

  private func cell(_ column: PartnersColumn, of request: Record<Request>) -> (String, Style) {
    switch column {
    case .state: return requestState(request)
    case .from: return (request.from.map { board.name(of: $0) } ?? ".", .plain)
    case .to: return (request.to.map { board.name(of: $0) } ?? ".", .plain)
    case .asked: return (request.asked?.words ?? ".", .faint)
    case .blocks: return count(blocked(by: request.id).count, .alarm)
    default: return ("", .plain)
    }
  }

  /// How a request was answered, or how long it has waited.
  func requestState(_ request: Record<Request>) -> (String, Style) {
    switch request.decision {
    case .agreed?: ("agreed", .good)
    case .part?: ("in part", .warning)
    case .refused?: (Request.Outcome.refused.title, .alarm)
    case .noReply?: (Request.Outcome.noReply.title, .alarm)
    case .withdrawn?: ("withdrawn", .faint)
    case nil:
      (request.daysWaiting(on: today).map { "waiting \($0) d" } ?? "waiting", .warning)
    }
  }

  private func cell(_ column: PartnersColumn, of agreement: Record<Agreement>) -> (String, Style) {
    switch column {
    case .members: return count(agreement.members.count)
    case .signed: return (agreement.signed?.words ?? ".", .faint)
    case .review:
      guard let review = agreement.review else { return ("not set", .warning) }
      let hasPassed = review.hasPassed(on: today)
      return hasPassed ? ("\(review.words) PASSED", .alarm) : (review.words, .plain)
    default: return ("", .plain)
    }
  }

  private func cell(_ column: PartnersColumn, of due: Due) -> (String, Style) {
    guard let date = board.date(of: due) else { return (column == .days ? "no date" : "", .faint) }
    switch column {
    case .what: return (due.kind.rawValue, due.kind == .disposal ? .strong : .plain)
    case .due: return (date.words, .plain)
    case .days:
      let days = date.lastDayNumber - today.firstDayNumber
      return days < 0 ? ("\(-days) d OVERDUE", .alarm) : ("in \(days) d", .plain)
    default: return ("", .plain)
    }
  }

  private func cell(_ column: PartnersColumn, of practice: Record<Practice>) -> (String, Style) {
    switch column {
    case .kind: (practice.content.kind ?? ".", .faint)
    case .p: (practice.p.map { abbreviation(of: board.title(of: $0)) } ?? ".", .plain)
    case .areas: (practice.areas.map { board[$0]?.title ?? $0.text }.list, .faint)
    default: ("", .plain)
    }
  }
}
