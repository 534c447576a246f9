import ArgumentParser
import Domain
import Store

/// Whether a command writes what its preview of a sheet shows, and what of it.
struct WritingOption: ParsableArguments {
  @Flag(help: "Write it.")
  var yes = false

  @Flag(help: "Leave out what is refused.")
  var skipRefused = false

  @OptionGroup var personal: PersonalDataOption

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("When this came true, if not today.", valueName: "date"))
  var effective: CalendarDate?

  /// Whether to write what a preview shows.
  ///
  /// Where not, it is shown; what is refused, or looks like personal data, ends the command then.
  func agrees(
    toLeavingOut refused: Int, keepingPersonalData isPersonal: @autoclosure () -> Bool,
    ofNothing isEmpty: Bool, showing show: () throws -> Void
  ) throws -> Bool {
    let isRefused = !skipRefused && refused > 0
    let isHeldBack = yes && !personal.keepPersonalData && isPersonal()
    if yes, !isRefused, !isHeldBack, !isEmpty { return true }
    try show()
    if isRefused {
      throw refusal(
        "Nothing was written. Mend the rows that are refused, or leave them out with "
          + "--skip-refused.", ExitStatus.badData)
    }
    if isHeldBack {
      throw refusal("Nothing was written. \(PersonalDataOption.way)", ExitStatus.badData)
    }
    Output.tell(isEmpty ? "There is nothing to write." : "Nothing was written: --yes writes it.")
    return false
  }

  /// Writes acts one after the other, shows what was written, and tells what is wrong since then.
  ///
  /// - Throws: What ends the command: a refusal, or conflicts that are left.
  func write(
    _ acts: [[Edit]], to folder: BoardFolder, _ loaded: LoadedBoard, _ stamp: Stamp,
    showing show: () throws -> Void
  ) throws {
    var conflicts: [String] = []
    for (index, edits) in acts.enumerated() {
      do {
        let readings = try folder.save(Act(stamp: stamp, effective: effective, edits: edits))
        conflicts += readings.flatMap { $0.conflicts(beside: loaded.board) }
      } catch {
        let done = index == 0 ? "" : " \(index) of \(acts.count) acts are written."
        throw refusal("\(error)\(done)", error.exitStatus)
      }
    }
    try show()
    Output.tell(
      acts.count == 1
        ? "It was written as one act, which “socboard undo” takes back."
        : "It was written as \(acts.count) acts; “socboard undo” takes back one after the other.")
    let known = Set(loaded.board.problems)
    for problem in try folder.read().board.problems where !known.contains(problem) {
      Output.tell("\(problem)")
    }
    for conflict in conflicts { Output.tell(conflict) }
    if !conflicts.isEmpty { throw ExitStatus.conflicts }
  }
}
