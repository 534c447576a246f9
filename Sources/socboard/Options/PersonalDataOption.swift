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
  func refuse(_ occurrences: [PersonalData.Occurrence]) throws {
    guard !keepPersonalData, !occurrences.isEmpty else { return }
    for occurrence in occurrences {
      Output.tell("\(occurrence.record), \(occurrence.field): \(occurrence.words).")
    }
    throw refusal("Nothing was written. \(Self.way)", ExitStatus.badData)
  }
}

extension PersonalData.Occurrence {
  /// The occurrence as an object.
  var value: Value {
    [
      "record": .string(record.description), "field": .string(field),
      "kind": .string("\(suspicion.kind)"), "piece": .string(suspicion.piece),
    ]
  }
}
