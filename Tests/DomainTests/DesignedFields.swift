import Domain

/// The fields that the format was designed with: none may be lost.
///
/// `*` stands for the names in a list keyed by name.
enum DesignedFields {
  static let ofEveryRecord = [
    "source", "marking", "exemptParagraph", "notes", "created.at", "created.by", "updated",
    "deleted.at", "deleted.by", "conflicts",
  ]

  static let byKind: [Kind: [String]] = [
    .board: [
      "name", "place", "format", "themes.*", "goldenThemes.*", "contexts.*.place",
      "contexts.*.period", "cuts.*.top", "cuts.*.value", "cuts.*.decision", "reviewScale.*",
      "phases.*", "extraPs.*", "statusLegend.*", "markings.*", "questions.*", "reviewInterval",
      "remotes.*.audience", "model",
    ],
    .model: [
      "version", "criteria.*.section", "criteria.*.rank", "criteria.*.scale.*.key",
      "criteria.*.scale.*.anchor", "formula", "multipliers.*.value", "multipliers.*.basis",
      "provenance",
    ],
    .area: [
      "number", "title", "status", "statusHistory.*.status", "statusHistory.*.on",
      "statusHistory.*.decision", "lead", "profile.who", "profile.how", "profile.what",
      "profile.locations", "profile.vulnerabilities", "profile.narrative", "reviews.*.date",
      "reviews.*.ratings.*.rating", "reviews.*.ratings.*.sentence", "reviews.*.next",
      "lineage.*.relation", "lineage.*.from", "lineage.*.on", "lineage.*.decision",
    ],
    .partner: [
      "name", "parent", "kind", "roles.*.role", "roles.*.login", "roles.*.permissions",
      "impact.*.why", "audience", "keys.*", "joined", "left",
    ],
    .action: [
      "area", "p", "phase", "recommendation", "lead", "owners.*.agreed", "owners.*.on",
      "milestones.*.text", "milestones.*.due", "milestones.*.done", "milestones.*.rank", "status",
      "statusHistory.*.status", "statusHistory.*.reason", "statusHistory.*.at",
      "statusHistory.*.by", "statusHistory.*.rank", "review", "evidence.*", "outcome",
      "disruptions.*.level",
      "disruptions.*.count", "disruptions.*.period", "disruptions.*.source", "moves.*.issue",
      "moves.*.criterion", "moves.*.from", "moves.*.to", "blockedBy", "supersedes",
    ],
    .round: [
      "title", "asked", "due", "questions.*.text", "invitations.*.sent",
      "invitations.*.undelivered", "invitations.*.reminders.*.on",
      "invitations.*.reminders.*.by", "closed",
    ],
    .response: [
      "round", "respondent", "question", "area", "state", "text", "confidence", "received",
      "byRole", "original", "raisedIssue",
    ],
    .issue: [
      "title", "text", "theme", "goldenThemes", "standsAlone", "area", "stage", "sourcePartner",
      "sourceMeeting", "sourceResponse", "raised", "evidence.*", "dismissReason", "watchUntil",
      "mergedInto", "escalatedTo",
    ],
    .scorecard: [
      "issue", "model", "modelVersion", "basis", "agency", "context", "date", "values.*.value",
      "values.*.reason", "decision",
    ],
    .meeting: [
      "kind", "date", "agenda.*.item", "agenda.*.record", "agenda.*.rank", "agenda.*.minute",
      "agenda.*.outcome", "attendance.*.partner", "attendance.*.role", "quorum", "nominations.*",
    ],
    .decision: ["number", "meeting", "date", "subject", "what", "from", "to", "rationale"],
    .reference: ["number", "text", "origin", "owner", "updates.*", "closed"],
    .request: [
      "from", "to", "about", "purpose", "lawfulBasis", "agreement", "decision", "reason",
      "decidedByRole", "asked", "decided", "review", "disposal",
    ],
    .agreement: ["title", "members", "signed", "review"],
    .practice: ["title", "kind", "p", "areas", "worked", "figures", "more"],
    .paper: ["template", "asAt", "audience", "blocks.*"],
  ]
}
