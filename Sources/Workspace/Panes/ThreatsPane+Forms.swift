import Domain
import Screen

extension WorkspaceState {
  /// The form in which a threat is captured in one line.
  var captureForm: Form {
    Form(
      title: "Capture a threat",
      fields: [
        Form.Field(
          ThreatsField.threat.rawValue,
          kind: .capture(CaptureNames(on: board, today: today), today: today), isRequired: true,
          hint: "title words @source !marking #area 14 feb 2018")
      ])
  }

  /// The form that does something with an issue.
  func form(for deed: ThreatsForm.Deed, _ issue: Record<Issue>) -> Form {
    let title = "“\(issue.title.cut(to: 50))”"
    return switch deed {
    case .accept: Form(title: "Accept \(title) into an area", fields: [areaField(issue)])
    case .watch:
      Form(
        title: "Watch \(title)",
        fields: [
          Form.Field(
            date: ThreatsField.until.rawValue,
            issue.isOpen(on: today) ? nil : issue.watchUntil, today: today, isRequired: true,
            hint: "the day it comes back: 14 feb, +6w, eoq")
        ])
    case .merge: Form(title: "Merge \(title)", fields: [intoField(issue)])
    case .dismiss:
      Form(
        title: "Dismiss \(title)",
        fields: [
          Form.Field(
            ThreatsField.reason.rawValue, issue.dismissReason ?? "", isRequired: true,
            hint: "why nothing is to be done")
        ])
    case .stage: Form(title: "The stage of \(title)", fields: [stageField])
    case .source: Form(title: "Where \(title) comes from", fields: sourceFields(issue))
    case .change: Form(title: "Change \(title)", fields: changeFields(issue))
    case .themes: Form(title: "Themes of \(title)", fields: themeFields(issue))
    case .evidence:
      Form(
        title: "What supports \(title)",
        fields: [
          Form.Field(ThreatsField.text.rawValue, isRequired: true, hint: "never names"),
          Form.Field(ThreatsField.origin.rawValue, hint: "where it is from"),
          Form.Field(date: ThreatsField.on.rawValue, nil, today: today),
        ])
    }
  }

  // MARK: Fields

  /// The areas that are not closed, by number and title.
  private func areaField(_ issue: Record<Issue>) -> Form.Field {
    let areas = board.orderedAreas.filter { $0.status != .closed || $0.id == issue.area }
    let options = areas.map { area in
      Form.Option(
        value: area.id.text, label: (area.number.map { "\($0) " } ?? "") + area.title)
    }
    return Form.Field(
      choose: ThreatsField.area.rawValue, issue.area?.text, among: options,
      hint: "by its number or a word of it; empty: none")
  }

  private func intoField(_ issue: Record<Issue>) -> Form.Field {
    let options = likelyOptions(for: issue)
    return Form.Field(
      ThreatsField.into.rawValue, options.first?.label ?? "", kind: .found(options),
      isRequired: true, hint: "type words of the other one's title")
  }

  private var stageField: Form.Field {
    Form.Field(
      ThreatsField.stage.rawValue,
      kind: .letter([
        Form.Option(value: Issue.Stage.emerging.rawValue, label: "inbox"),
        Form.Option(value: Issue.Stage.registered.rawValue, label: "registered"),
      ]), isRequired: true, hint: "i back into the inbox, r registered")
  }

  private func sourceFields(_ issue: Record<Issue>) -> [Form.Field] {
    let meetings = board.meetings.standing.sorted { $0.date > $1.date }
      .map { Form.Option(value: $0.id.text, label: $0.content.label) }
    return [
      Form.Field(
        choose: ThreatsField.source.rawValue, issue.sourcePartner?.text,
        among: partnerOptions(issue.sourcePartner), adds: "partner"),
      Form.Field(
        choose: ThreatsField.meeting.rawValue, issue.sourceMeeting?.text, among: meetings),
    ]
  }

  private func changeFields(_ issue: Record<Issue>) -> [Form.Field] {
    [
      Form.Field(ThreatsField.title.rawValue, issue.title, isRequired: true), areaField(issue),
      Form.Field(
        date: ThreatsField.raised.rawValue, issue.raised, today: today,
        hint: "14 feb 2018, feb 2018, -2w"),
    ] + sourceFields(issue) + [markingField(issue.header.marking)]
  }

  private func themeFields(_ issue: Record<Issue>) -> [Form.Field] {
    func options(_ themes: [Identifier<Theme>: Theme]) -> [Form.Option] {
      themes.ranked().map { Form.Option(value: $0.key.text, label: $0.value.title) }
    }
    let answers = ["yes", "no"].map { Form.Option(value: $0, label: $0) }
    return [
      Form.Field(
        choose: ThreatsField.theme.rawValue, issue.theme?.text,
        among: options(board.settings.themes), adds: "theme"),
      Form.Field(
        chooseAny: ThreatsField.golden.rawValue, issue.goldenThemes.map(\.text),
        among: options(board.settings.goldenThemes), hint: "any number, with ; between them",
        adds: "golden theme"),
      Form.Field(
        choose: ThreatsField.alone.rawValue, issue.standsAlone.map { $0 ? "yes" : "no" },
        among: answers, hint: "beside all golden themes"),
    ]
  }

  // MARK: What is found

  /// The issues that one may be merged into, the likeliest first.
  private func likelyOptions(for issue: Record<Issue>) -> [Form.Option] {
    guard let derived = threats.derived, let slot = board.issues.slot(of: issue.id) else {
      return []
    }
    return options(
      derived.lookalikes.matches(
        title: issue.title, text: issue.text, except: slot, in: board
      ).map(\.issue))
  }

  /// The issues as options, but for those that are to go into one of them, or went there before.
  private func options(_ issues: [Identifier<Issue>]) -> [Form.Option] {
    let going = Set(targets)
    let found = issues.compactMap { board[$0] }.filter { issue in
      !going.contains(issue.recordName)
        && !(issue.mergedInto.map { going.contains(RecordName($0)) } ?? false)
    }
    return Form.Option.distinct(
      found.map { issue in
        Form.Option(
          value: issue.id.text, label: "\(issue.title.cut(to: 60)), \(issue.stage.rawValue)")
      }, with: [])
  }

  /// Looks for what is typed in a field whose options are found, unless one of them stands there.
  func find(in form: inout Form, for purpose: FormPurpose) {
    guard case .threats(.deed(.merge, let id)) = purpose, let derived = threats.derived,
      let issue = board[id], let place = form.row(of: .into),
      case .found(let options) = form.fields[place].kind, form.fields[place].sought == nil
    else { return }
    let typed = form.fields[place].text
    if typed.isEmpty {
      form.fields[place].kind = .found(likelyOptions(for: issue))
    } else if !options.contains(where: { $0.label == typed }) {
      let found = derived.lookalikes.titled(typed, except: board.issues.slot(of: id), in: board)
      form.fields[place].kind = .found(self.options(found))
    }
  }
}
