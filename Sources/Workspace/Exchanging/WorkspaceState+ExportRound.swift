import Domain
import Screen

extension WorkspaceState {
  /// What of a round goes out.
  private enum Whom: String, CaseIterable { case all, awaited }

  /// Why a round cannot be written; `nil` where it can.
  func whyNotExported(_ round: Record<Round>) -> String? {
    board.asked(in: round, on: today).isEmpty ? "nobody is asked in it: p sets whom." : nil
  }

  /// Asks what of a round is written, and where.
  func exportRoundForm(_ round: Record<Round>) -> Form {
    let counts = Whom.allCases.map { respondents($0, of: round).count }
    let noting = Dispatch.allCases.map { Form.Option(value: $0.rawValue, label: $0.label) }
    return Form(
      title: "Export \(round.title)",
      fields: [
        Form.Field("Folder", round.id.text, isRequired: true, hint: "made if it is not there"),
        Form.Field(
          choose: "Format", FormFormat.eml.rawValue,
          among: FormFormat.allCases.map { Form.Option(value: $0.rawValue, label: $0.label) },
          isRequired: true),
        Form.Field(
          choose: "Whom", Whom.all.rawValue,
          // To the public nobody is silent: what was answered may be withheld.
          among: zip(Whom.allCases, counts).prefix(tellsAbsence ? 2 : 1).map {
            Form.Option(value: $0.rawValue, label: "\($0.rawValue): \($1)")
          }, isRequired: true),
        Form.Field("Note", hint: "said to them above the questions"),
      ]
        + (whyReadOnly == nil
          ? [Form.Field(choose: "Noted", nil, among: noting, hint: "nothing on the invitations")]
          : []))
  }

  private func respondents(_ whom: Whom, of round: Record<Round>) -> [Identifier<Partner>] {
    let asked = board.asked(in: round, on: today)
    guard whom == .awaited else { return asked }
    let silent = Set(board.awaited(in: round, RoundAnswers(to: round.id, on: board), on: today))
    return asked.filter { silent.contains($0) }
  }

  /// Asks for the files to be written; the form stays until they are.
  mutating func exportRound(_ id: Identifier<Round>, _ form: Form) -> [Effect] {
    guard let (extract, _) = extract(id, form) else { return notWritten("The round is gone.") }
    if let reason = audience == .public ? whyNothingIsShown : nil { return notWritten(reason) }
    guard !extract.respondents.isEmpty else {
      var form = form
      form.complain("Everybody has answered.", at: 2)
      overlay = .form(form, .errand(.exportRound(id)))
      return []
    }
    return [.exportRound(extract, to: form.fields[0].text)]
  }

  private func extract(
    _ id: Identifier<Round>, _ form: Form
  ) -> (extract: RoundExtract, dispatch: Dispatch?)? {
    guard let round = board[id], !round.isDeleted,
      let format = form.choice(1).flatMap(FormFormat.init(rawValue:)),
      let whom = form.choice(2).flatMap(Whom.init(rawValue:))
    else { return nil }
    let note = form.fields[3].text
    return (
      RoundExtract(
        round: id, respondents: respondents(whom, of: round), format: format,
        note: note.isEmpty ? nil : note, audience: audience),
      form.fields.count > 4 ? form.choice(4).flatMap(Dispatch.init(rawValue:)) : nil
    )
  }

  /// Takes note of the files that were written, and says so on the invitations where that was asked.
  mutating func wrote(_ count: Int, in folder: String) -> [Effect] {
    flash = "Wrote \(count) \(count == 1 ? "file" : "files") to \(folder)."
    guard case .form(let form, .errand(.exportRound(let id)))? = overlay else { return [] }
    overlay = nil
    guard let (extract, dispatch) = extract(id, form), var round = board[id] else { return [] }
    if extract.format == .eml {
      flash = "Wrote \(count) mails to \(folder): open each in your mail program to send it."
    }
    guard let dispatch else { return [] }
    var names = identifiers.split()
    round.content.note(
      dispatch, to: extract.respondents, on: today, by: roleOfWriter ?? writer
    ) { names.next() }
    guard let edit = putAndFollow(round) else { return [] }
    lastChange = .single("your last change noted what went out.")
    settleResponses(isOwn: true)
    flash = "Wrote \(count) to \(folder), noted as \(dispatch.rawValue)."
    return save([edit])
  }
}

extension FormFormat {
  fileprivate var label: String {
    switch self {
    case .eml: "eml, mails that your mail program opens"
    case .text: "text, to be filled in"
    case .csv: "csv, a sheet to be filled in"
    }
  }
}

extension Dispatch {
  fileprivate var label: String {
    switch self {
    case .sent: "sent today"
    case .reminded: "reminded today"
    }
  }
}
