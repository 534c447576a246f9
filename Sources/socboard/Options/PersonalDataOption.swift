import ArgumentParser
import Domain
import JSON

/// Whether a command keeps what looks as if it told who somebody is.
struct PersonalDataOption: ParsableArguments {
  @Flag(help: "Keep what looks like a person's address, number or date of birth.")
  var keepPersonalData = false

  /// What to do where something looks so, as a sentence.
  static let way = "Say it by role instead, or keep it with --keep-personal-data."

  /// Ends the command where something looks so and is not to be kept.
  func refuse(_ findings: [PersonalData.Finding]) throws {
    guard !keepPersonalData, !findings.isEmpty else { return }
    for finding in findings {
      Output.tell("\(finding.record), \(finding.field): \(finding.words).")
    }
    throw refusal("Nothing was written. \(Self.way)", ExitStatus.badData)
  }
}

extension PersonalData.Finding {
  /// The finding as an object.
  var value: Value {
    [
      "record": .string(record.description), "field": .string(field),
      "kind": .string("\(suspicion.kind)"), "piece": .string(suspicion.piece),
    ]
  }
}
