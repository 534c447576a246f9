import ArgumentParser
import Domain
import Store

/// Which board a command works on.
struct BoardOption: ParsableArguments {
  @Option(name: .customLong("board"), parsing: .singleValue, help: "The folder of the board.")
  var board: [String] = []

  func validate() throws {
    if board.count > 1 {
      throw ValidationError("Two boards are named: \(board.joined(separator: ", ")). Name one.")
    }
  }

  /// The folder: the one named, else `$SOCBOARD`, else the one stood in, else the newest opened.
  ///
  /// A command may also name it by its argument; but not both, which might be two boards.
  func folder(_ argument: String?, _ surroundings: Surroundings) throws -> BoardFolder {
    if let argument, let option = board.first {
      throw refusal("Two boards are named: \(argument), \(option). Name one.", ExitStatus.usage)
    }
    if let path = argument ?? board.first ?? surroundings.board ?? (isBoard(".") ? "." : nil) {
      return BoardFolder(path: path, writer: surroundings.writer)
    }
    if let path = RecentBoards(surroundings).newest {
      Output.tell("No board was named; this is \(path), the one opened last.")
      return BoardFolder(path: path, writer: surroundings.writer)
    }
    throw refusal(
      "No board was named: give its folder, or stand in it. "
        + "“socboard init DIR --name NAME” makes a new one.", ExitStatus.usage)
  }

  /// Reads the board, as it is or as at a day; what could not be read is told on standard error.
  func load(
    _ surroundings: Surroundings, for audience: AudienceOption, asAt date: CalendarDate? = nil
  ) throws -> LoadedBoard {
    try folder(nil, surroundings).readTelling(for: audience, asAt: date)
  }
}

extension LoadedBoard {
  /// Ends the command with the status for problems when files of the board could not be read.
  ///
  /// What was asked for has been printed then, but a program must not take it for the whole.
  func endIfIncomplete() throws {
    if !problems.isEmpty { throw ExitStatus.problems }
  }
}

extension BoardFolder {
  /// Reads the board; what could not be read is told on standard error.
  func readTelling(asAt date: CalendarDate? = nil) throws -> LoadedBoard {
    let loaded = try read(asAt: date)
    for problem in loaded.problems { Output.tell("\(problem)") }
    return loaded
  }

  /// Reads the board, as at a day where one is given, or ends the command with a sentence.
  func read(asAt date: CalendarDate? = nil) throws -> LoadedBoard {
    do {
      if let date { return try load(asAt: date) }
      return try load()
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
  }
}

/// How a command prints what it found.
struct PrintOption: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
}
