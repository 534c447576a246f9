import ArgumentParser
import Domain
import Store

/// Which board a command works on.
struct BoardOption: ParsableArguments {
  @Option(help: "The folder of the board.")
  var board: String?

  /// The folder: the one named, else `$SOCBOARD`, else the one stood in, else the newest opened.
  ///
  /// A folder that the command itself names, as its argument, comes before all of them.
  func folder(_ argument: String?, _ surroundings: Surroundings) throws -> BoardFolder {
    if let path = argument ?? board ?? surroundings.board ?? (isBoard(".") ? "." : nil) {
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
  func load(_ surroundings: Surroundings, asAt date: CalendarDate? = nil) throws -> LoadedBoard {
    let loaded = try folder(nil, surroundings).read(asAt: date)
    for problem in loaded.problems { Output.tell("\(problem)") }
    return loaded
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
