import ArgumentParser
import Domain
import Exchange
import JSON
import Store
import Workspace

/// Takes a sheet of issues and their scores into the board, once a person has seen what that would
/// do.
struct ImportIssues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issues",
    abstract: "Show what a CSV file would do to the issues and their scores; --yes does it.",
    discussion: """
      A row means the issue of its ID, else the one with its title, else a new one. A row with a \
      place or period overrides the baseline. Values become working scores: an agreed score is a \
      decision. Columns that nobody knows are kept in the notes. An empty cell changes nothing, a \
      cell with - takes away what is there. What comes near another issue is told, and never \
      merged. What is written is one act, which “socboard undo” takes back.
      """)

  @Argument(help: "The CSV file; - is standard input.")
  var file: String

  @Option(
    name: .customLong("column"), parsing: .singleValue,
    help: ArgumentHelp(
      "What a column is whose heading does not tell it; notes keeps it there, - leaves it out.",
      valueName: "heading=field"))
  var columns: [String] = []

  @Option(help: "The stage of issues that are added: emerging or registered.")
  var stage = Issue.Stage.emerging

  @Option(help: "The marking of issues that are added; else that of their area.")
  var marking: String?

  @Option(help: "What the sheet calls the baseline among places and periods.")
  var baseline: String?

  @Flag(help: "Add themes that the board does not have.")
  var addThemes = false

  @OptionGroup var writing: WritingOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if !IssueIntake.stages.contains(stage) {
      throw ValidationError("--stage takes emerging or registered.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let preview = try preview(of: loaded, surroundings, stamp)
    let isAgreed = try writing.agrees(
      toLeavingOut: preview.count(of: .refused),
      keepingPersonalData: preview.rows.contains { !$0.personalData(on: loaded.board).isEmpty },
      ofNothing: preview.isEmpty
    ) { try show(preview, on: loaded.board, isWritten: false) }
    guard isAgreed else { return }
    try writing.write(preview.acts(on: loaded.board, stamp: stamp), to: folder, loaded, stamp) {
      try show(preview, on: loaded.board, isWritten: true)
    }
  }

  private func preview(
    of loaded: LoadedBoard, _ surroundings: Surroundings, _ stamp: Stamp
  ) throws -> IssuePreview {
    let intake = IssueIntake(
      stage: stage, marking: try marking.map { try loaded.board.marking(called: $0) },
      baseline: baseline, addsThemes: addThemes, columns: try meanings())
    do {
      return try RegisterFiles(surroundings: surroundings).preview(
        of: file, into: loaded.board, intake,
        today: writing.effective ?? surroundings.today(stamp.at),
        stamp: stamp, names: IdentifierSource(seed: surroundings.seed))
    } catch let problems as SheetProblems {
      throw refusal("\(problems)", ExitStatus.badData)
    } catch let failure as ByteFile.Failure {
      throw refusal("\(failure)", ExitStatus.badData)
    }
  }

  /// What columns mean that the person has told, by their headings.
  private func meanings() throws -> [String: String] {
    var meanings: [String: String] = [:]
    for column in columns {
      guard let (heading, field) = IssueIntake.column(column) else {
        throw refusal(
          "“\(column)” is not HEADING=FIELD, such as \"Threat=title\".", ExitStatus.usage)
      }
      guard meanings.updateValue(field, forKey: heading) == nil else {
        throw refusal("“\(heading)” is given twice.", ExitStatus.usage)
      }
    }
    return meanings
  }

  private func show(_ preview: IssuePreview, on board: Board, isWritten: Bool) throws {
    if output.json {
      try Output.print(preview.json(on: board, isWritten: isWritten))
    } else {
      try Output.print(preview.lines(on: board).joined(separator: "\n"))
    }
  }
}

extension Issue.Stage: ExpressibleByArgument {
  /// The stages that the help tells: those that a sheet may give.
  package static var allValueStrings: [String] { IssueIntake.stages.map(\.rawValue) }
}

extension Board {
  /// The marking that a person means, by its name or title; else the command ends.
  fileprivate func marking(called text: String) throws -> Identifier<Marking> {
    let found = settings.markings.filter { id, marking in
      id.text == text || marking.title.lowercased() == text.lowercased()
    }
    if let id = found.keys.first, found.count == 1 { return id }
    let known = settings.markings.values.sorted { $0.level < $1.level }.map(\.title)
    throw refusal(
      "There is no marking “\(text)”. Use one of: \(known.joined(separator: ", ")).",
      ExitStatus.usage)
  }
}
