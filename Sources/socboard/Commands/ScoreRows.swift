import ArgumentParser
import Domain
import Exchange
import Glibc
import JSON
import Store

/// Scores and ranks the rows of a sheet.
struct ScoreRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score and rank the rows of a CSV file, or of standard input.",
    discussion: """
      Each row holds a value for every criterion of the model; other columns pass through. A row \
      with an empty value has no score. Nothing is scored when a value is off its scale.
      """)

  @Argument(help: "The CSV file; - or nothing is standard input.")
  var file = "-"

  @Option(
    help:
      "A JSON file, or the name of a model on the board; else that of --board, else the shipped.")
  var model: String?

  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let scorer = try scorer()
    do {
      if file == "-", isatty(STDIN_FILENO) == 1 {
        throw refusal("Name a CSV file, or send one to standard input.", ExitStatus.usage)
      }
      let bytes = try ByteFile(path: file).read()
      let name = file == "-" ? "standard input" : file
      let sheet = try ScoreSheet(try CSVTable(parsing: bytes, file: name), scorer: scorer)
      if output.json {
        try Output.print(sheet.json())
      } else {
        try Output.print(bytes: sheet.text)
      }
    } catch let problems as SheetProblems {
      throw refusal("\(problems)", ExitStatus.badData)
    } catch let failure as ByteFile.Failure {
      throw refusal("\(failure)", ExitStatus.badData)
    }
  }

  private func scorer() throws -> Scorer {
    let record = try modelRecord()
    do {
      return try Scorer(record)
    } catch {
      throw refusal(
        "Nothing can be scored with \(model ?? "\(record.id)"): \(error).", ExitStatus.badData)
    }
  }

  private func modelRecord() throws -> Record<ScoringModel> {
    guard let model else { return try modelInUse() }
    if model.hasSuffix(".json") {
      do {
        return try read(try ByteFile(path: model).read(), from: model)
      } catch let failure as ByteFile.Failure {
        throw refusal("\(failure)", ExitStatus.badData)
      }
    }
    let models = try board.load(.current(), for: audience).board.models
    if let id = try? Identifier<ScoringModel>(model), let record = models[id] { return record }
    let known = models.standing.map(\.id.text).sorted().joined(separator: ", ")
    throw refusal(
      "“\(model)” is not a model of this board. Use one of: \(known); or a JSON file.",
      ExitStatus.usage)
  }

  /// The model that the board named scores by; without a board the one that ships.
  private func modelInUse() throws -> Record<ScoringModel> {
    guard !board.board.isEmpty else {
      return try read(Array(ScoringModel.starting.utf8), from: "the model that ships")
    }
    let loaded = try board.load(.current(), for: audience).board
    guard let record = loaded.settings.model.flatMap({ loaded[$0] }) else {
      throw refusal(
        "This board has no scoring model to score by: name one with --model.", ExitStatus.badData)
    }
    return record
  }

  private func read(_ bytes: [UInt8], from file: String) throws -> Record<ScoringModel> {
    do {
      return try Document(parsing: bytes, limits: .record)
        .decode { decoder in try Record(id: ScoringModel.startingName, from: decoder) }
    } catch {
      throw refusal("\(file): \(error)", ExitStatus.badData)
    }
  }
}
