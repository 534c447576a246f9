import Domain

/// How the round and the respondent of a message are known.
struct ReplyIdentity {
  /// The one round and respondent that it can be of; `nil` where it is of none, or of several.
  let one: FormIdentity?

  /// All that it may be of, in the order in which they are named.
  let all: [FormIdentity]
  let sentence: String
  let doubts: [String]

  init(of mail: Mail, _ readings: [FormReading], _ intake: ReplyIntake) {
    let marks = ReplyIdentity.distinct(readings.flatMap(\.forms))
    let names = ReplyIdentity.distinct(mail.references.flatMap(FormIdentity.all))
    let subjects = ReplyIdentity.distinct(
      mail.subjects.flatMap { FormReading($0).forms })
    all = ReplyIdentity.distinct(marks + names + subjects)
    var doubts: [String] = []
    if marks.count > 1 {
      doubts.append("The message holds the forms of several rounds or respondents.")
    } else if all.count > 1 {
      doubts.append(
        "Its mark, its subject and the mail it answers disagree about whose answer it is.")
    }
    let ways = [
      marks.isEmpty ? nil : "the mark of the form", names.isEmpty ? nil : "the mail it answers",
      subjects.isEmpty ? nil : "the subject",
    ].compactMap(\.self)
    if let only = all.first, all.count == 1 {
      one = only
      sentence = "known by \(ways.joined(separator: ", "))"
      if intake.round.map({ $0 != only.round }) == true
        || intake.respondent.map({ $0 != only.respondent }) == true
      {
        doubts.append("It is of another round or respondent than you have said.")
      }
    } else if all.isEmpty, let round = intake.round, let respondent = intake.respondent {
      one = FormIdentity(round: round, respondent: respondent)
      sentence = "as you have said"
    } else {
      one = nil
      sentence = all.isEmpty ? "not known whose it is" : "not certain whose it is"
    }
    self.doubts = doubts
  }

  private static func distinct(_ list: [FormIdentity]) -> [FormIdentity] {
    var seen: Set<FormIdentity> = []
    return list.filter { seen.insert($0).inserted }
  }
}
