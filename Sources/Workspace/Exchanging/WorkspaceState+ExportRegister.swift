import Domain

extension WorkspaceState {
  /// Asks what of the register is written, for whom, how, and where; the path comes first.
  var exportRegisterForm: Form {
    let contexts = board.settings.contexts.ranked().map {
      Form.Option(value: $0.key.text, label: $0.value.title)
    }
    return Form(
      title: "Export the register",
      fields: [
        Form.Field("Path", "register", isRequired: true, hint: "of a file that is not there yet"),
        Form.Field(
          choose: "Format", RegisterFormat.csv.rawValue,
          among: RegisterFormat.allCases.map { Form.Option(value: $0.rawValue, label: $0.label) },
          isRequired: true),
        Form.Field(
          choose: "Order", Register.Order.grading.rawValue,
          among: Register.Order.allCases.map {
            Form.Option(value: $0.rawValue, label: $0.rawValue)
          }, isRequired: true),
        Form.Field(
          choose: "Place or period", assessment?.context?.text, among: contexts,
          hint: "the baseline"),
        audienceField,
      ])
  }

  /// Asks for the file to be written; the form stays until it is.
  mutating func exportRegister(_ form: Form) -> [Effect] {
    guard let format = form.choice(1).flatMap(RegisterFormat.init(rawValue:)),
      let order = form.choice(2).flatMap(Register.Order.init(rawValue:)),
      let audience = form.choice(4).flatMap(Audience.init(rawValue:))
    else { return [] }
    if let reason = whyNotWritten(for: audience) { return notWritten(reason) }
    let path = form.fields[0].text
    let extract = RegisterExtract(
      context: form.choice(3).flatMap { try? Identifier($0) }, order: order, audience: audience,
      format: format)
    return [.exportRegister(extract, to: path.hasEnding ? path : "\(path).\(format.ending)")]
  }
}

extension RegisterFormat {
  fileprivate var label: String {
    switch self {
    case .csv: "CSV, a sheet that can be taken in again"
    case .json: "JSON, data for programs"
    case .markdown: "Markdown, a page to read"
    }
  }
}
