import Screen

extension CommandTable {
  /// What is done with partners, and with what they share.
  static let partners: [CommandEntry] = [
    CommandEntry(
      .addHere, .pane(.partners), "add", [["a"]],
      "Adds what the view lists: a partner, a request, an agreement, an example; in the whole of "
        + "a partner an entry.", danger: .reversible),
    CommandEntry(
      .addPartner, .pane(.partners), "add a partner", [],
      "Adds an agency or unit; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .addRequest, .pane(.partners), "add a request", [],
      "Adds an information request; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .addAgreement, .pane(.partners), "add an agreement", [],
      "Adds a sharing agreement; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .addPractice, .pane(.partners), "add an example", [],
      "Adds an example of good practice; by its name in every pane.", danger: .reversible),
    CommandEntry(
      .changePartner, .pane(.partners), "change", [["i"]],
      "Changes the partner, the request, the agreement, the example, or the entry.",
      danger: .reversible),
    CommandEntry(
      .decideRequest, .pane(.partners), "decide", [["s"]],
      "Says by its letter how a request was answered, with the reason and the role.",
      danger: .reversible),
    CommandEntry(
      .partnerDates, .pane(.partners), "dates", [["w"]],
      "Sets dates: joined and left, review and disposal, signed and review.",
      danger: .reversible),
    CommandEntry(
      .setMembers, .pane(.partners), "agency or members", [["p"]],
      "Sets the agency that a partner is a unit of, or the members of an agreement.",
      danger: .reversible),
    CommandEntry(
      .handOver, .pane(.partners), "hand over", [["H"]],
      "Hands a role over: the role stays, the login that holds it changes.", danger: .reversible),
    CommandEntry(
      .setImpact, .pane(.partners), "impact", [["I"]],
      "Says on which area a partner has an impact, and why.", danger: .reversible),
    CommandEntry(
      .clearPartner, .pane(.partners), "clear", [["x"]],
      "Takes away what the entry says, a decision, or a day that is due.", danger: .reversible),
    CommandEntry(
      .removePartner, .pane(.partners), "remove", [["d"]],
      "Removes it, or the entry; says what still names it; u brings it back.",
      danger: .reversible),
    CommandEntry(
      .foldPartners, .pane(.partners), "fold", [["-"]], "Folds the units of an agency."),
    CommandEntry(
      .unfoldPartners, .pane(.partners), "unfold", [["+"]], "Shows the units of an agency."),
  ]
}
