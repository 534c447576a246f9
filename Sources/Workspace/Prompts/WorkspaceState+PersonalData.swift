import Domain
import Screen

extension WorkspaceState {
  /// What is open for typing: in front, or behind the question whether it may be kept.
  var openForm: (form: Form, purpose: FormPurpose)? {
    switch overlay {
    case .form(let form, let purpose)?: (form, purpose)
    case .confirmation(let question)?:
      if case .keep(let form, let purpose) = question.deed { (form, purpose) } else { nil }
    default: nil
    }
  }

  /// Asks whether to do something though a text looks as if it told who somebody is.
  func question(of field: String, _ suspicion: PersonalData.Suspicion) -> String {
    "\(field): “\(suspicion.piece.cut(to: 60))” looks like \(suspicion.kind.rawValue). "
      + "Keep it on the board?"
  }

  /// Takes a text from the person's editor, once nothing in it has to be asked about.
  mutating func editedTelling(_ text: String) -> [Effect] {
    if case .intake(let box)? = overlay { return take(text, in: box) }
    guard let editing else { return [] }
    let former = PersonalData.suspicions(in: editing.before)
    guard let found = PersonalData.suspicions(in: text).first(where: { !former.contains($0) })
    else { return edited(text) }
    // What was written stays a draft until it is decided.
    self.editing?.given = text
    self.editing?.file = nil
    overlay = .confirmation(Confirmation(question(of: "The text", found), to: .takeText(text)))
    return []
  }

  /// Goes back to where something was typed that is not to be kept so.
  mutating func decline(_ deed: Confirmation.Deed) -> [Effect] {
    switch deed {
    case .keep(var form, let purpose):
      if let (index, suspicion) = form.firstPersonal {
        form.complain("This looks like \(suspicion.kind.rawValue).", at: index)
      }
      overlay = .form(form, purpose)
    case .takeText(let text):
      flash = "Back to the text."
      return editing == nil ? [] : [.edit(text)]
    case .repeatChange: flash = "Not repeated."
    case .leaveIntake(let box): show(box)
    case .keepTrial: dropTrial()
    case .leaveModel(let box): putInFront(box)
    case .quit, .leavePublicView, .other: break
    }
    return []
  }
}

extension Form {
  /// The first field in which something was typed that looks as if it told who somebody is.
  var firstPersonal: (index: Int, suspicion: PersonalData.Suspicion)? {
    for (index, field) in fields.enumerated() where field.isChanged && !field.isLogin {
      let former = PersonalData.suspicions(in: field.initial)
      let found = PersonalData.suspicions(in: field.typed).first { !former.contains($0) }
      if let found { return (index, found) }
    }
    return nil
  }
}

extension Form.Field {
  /// What a person has typed and not chosen.
  fileprivate var typed: String {
    switch kind {
    case .text, .words, .capture: text
    case .date, .letter, .found: ""
    case .choice, .choices: names.filter { $0.hasPrefix("+") }.joined(separator: "\n")
    }
  }

  /// Whether it takes the login by which the board knows one of its own people.
  fileprivate var isLogin: Bool { label.folded.contains("login") }
}
