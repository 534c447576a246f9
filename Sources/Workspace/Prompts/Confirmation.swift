package import Screen

/// A question that only `y` answers with yes; Enter, Esc and everything else mean no.
package struct Confirmation: Equatable, Sendable {
  /// What is done where the answer is yes.
  package enum Deed: Equatable, Sendable {
    case quit, leavePublicView
    /// To keep a form that holds what looks like personal data.
    case keep(Form, FormPurpose)
    /// To take such a text from the person's editor.
    case takeText(String)
    /// To repeat a change that holds it.
    case repeatChange
    /// To leave a preview in which something was placed by hand.
    case leaveIntake(IntakeBox)
    /// What whoever asks does itself.
    case other
  }

  package let question: String
  package let deed: Deed

  package init(_ question: String, to deed: Deed = .other) {
    self.question = question
    self.deed = deed
  }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    let lines = question.wrapped(to: max(8, area.width - 4))
    let box = area.splitBottom(min(area.height, lines.count + 3)).bottom
    canvas.fill(box)
    let inside = canvas.box(box, title: "Sure?")
    for (row, line) in lines.enumerated() {
      canvas.write(line, x: inside.x + 1, y: inside.y + row, in: inside)
    }
    let y = inside.maxY - 1
    let next = canvas.write("y yes   ", x: inside.x + 1, y: y, in: inside, style: .key)
    canvas.write("> n no", x: next, y: y, in: inside, style: Style(.key, isSelected: true))
    canvas.cursor = Position(x: next, y: y)
  }
}

extension WorkspaceState {
  private mutating func agreed(to form: Form, for purpose: FormPurpose) -> [Effect] {
    overlay = .form(form, purpose)
    return keep(form, for: purpose, isAgreed: true)
  }

  /// Does what somebody has said yes to.
  mutating func consent(to deed: Confirmation.Deed) -> [Effect] {
    switch deed {
    case .quit: [.quit]
    case .leavePublicView: leavePublicView()
    case .keep(let form, let purpose):
      agreed(to: form, for: purpose)
    case .takeText(let text): edited(text)
    case .repeatChange: repeatLastChange(isAgreed: true)
    case .leaveIntake: leftIntake()
    case .other: []
    }
  }
}
