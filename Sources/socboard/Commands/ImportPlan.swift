import ArgumentParser
import Domain
import Exchange
import JSON
import Store
import Workspace

/// Takes a sheet into the 4P plan, once a person has seen what that would do.
struct ImportPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a CSV file would do to the 4P plan; --yes does it.",
    discussion: """
      A row means the action of its ID, else the one with its area, P and recommendation, else a \
      new one. An empty cell changes nothing, a cell with - takes away what is there. Nothing is \
      taken away because it is not in the sheet. What is written is one act, which \
      “socboard undo” takes back.
      """)

  @Argument(help: "The CSV file; - is standard input.")
  var file: String

  @Option(help: "The area of rows that name none: its number, title or name.")
  var area: String?

  @Option(help: "The P of rows that name none.")
  var p: String?

  @Flag(help: "Add partners that the board does not have.")
  var addPartners = false

  @OptionGroup var writing: WritingOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let preview = try preview(of: loaded, surroundings, stamp)
    let isAgreed = try writing.agrees(
      toLeavingOut: preview.count(of: .refused),
      keepingPersonalData: preview.rows.contains { !$0.personalData.isEmpty },
      ofNothing: preview.edits.isEmpty
    ) { try show(preview, isWritten: false) }
    guard isAgreed else { return }
    try writing.write([preview.edits], to: folder, loaded, stamp) {
      try show(preview, isWritten: true)
    }
  }

  private func preview(
    of loaded: LoadedBoard, _ surroundings: Surroundings, _ stamp: Stamp
  ) throws -> PlanPreview {
    let intake = PlanIntake(
      area: try area.map { try loaded.identifier(called: $0) },
      p: try p.map { try loaded.board.p(called: $0) }, addsPartners: addPartners)
    do {
      return try PlanFiles(surroundings: surroundings).preview(
        of: file, into: loaded.board, intake,
        today: writing.effective ?? surroundings.today(stamp.at),
        stamp: stamp, names: IdentifierSource(seed: surroundings.seed))
    } catch let problems as SheetProblems {
      throw refusal("\(problems)", ExitStatus.badData)
    } catch let failure as ByteFile.Failure {
      throw refusal("\(failure)", ExitStatus.badData)
    }
  }

  private func show(_ preview: PlanPreview, isWritten: Bool) throws {
    if output.json {
      try Output.print(preview.json(isWritten: isWritten))
    } else {
      try Output.print((preview.lines + [preview.summary]).joined(separator: "\n"))
    }
  }
}

extension Board {
  /// The one P that a person means; else the command ends.
  fileprivate func p(called text: String) throws -> Identifier<P> {
    guard let id = ps(called: text).first else {
      throw refusal(
        "There is no P “\(text)”. Use one of: \(ps.map(\.title).joined(separator: ", ")).",
        ExitStatus.usage)
    }
    return id
  }
}

extension PlanPreview {
  /// The preview for a person: a line for each record, and what changes or is wrong below it.
  fileprivate var lines: [String] {
    notes
      + rows.flatMap { row -> [String] in
        let lines = row.lines.map { "\($0)" }.joined(separator: ", ")
        let place = row.lines.count == 1 ? "line \(lines)" : "lines \(lines)"
        let fate = row.fate.rawValue + String(repeating: " ", count: 9 - row.fate.rawValue.count)
        let heading = "\(fate)  \(row.title.prefix(100)) (\(place))"
        return [heading]
          + (row.words + row.personalData.map { "\($0.words)." } + row.problems.map(\.description))
          .map { "           \($0)" }
      }
  }

  fileprivate func json(isWritten: Bool) -> Value {
    var object = Object()
    object["file"] = .string(file)
    object["isWritten"] = .bool(isWritten)
    object["notes"] = .array(notes.map { .string($0) })
    object["rows"] = .array(rows.map(\.json))
    for fate in Fate.allCases { object[fate.rawValue] = .number(Number(count(of: fate))) }
    return .object(object)
  }
}

extension PlanPreview.Row {
  fileprivate var json: Value {
    var object = Object()
    object["fate"] = .string(fate.rawValue)
    object["lines"] = .array(lines.map { .number(Number($0)) })
    object["title"] = .string(title)
    if let record { object["record"] = .string(record.description) }
    object["changes"] = .array(
      (edit?.changes.besidesStamps ?? []).map { change in
        var object = Object()
        object["field"] = .string(change.field)
        object["old"] = change.old
        object["new"] = change.new
        return .object(object)
      })
    object["problems"] = .array(problems.map(\.json))
    object["personalData"] = .array(personalData.map(\.value))
    return .object(object)
  }
}
