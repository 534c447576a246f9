import ArgumentParser
import Domain
import Store

/// Who will see what a command prints.
struct AudienceOption: ParsableArguments {
  @Flag(name: .customLong("public"), help: "Only what is public, with no trace of anything else.")
  var isPublic = false

  var audience: Audience { isPublic ? .public : .board }

  init() {}

  /// What two options together say.
  init(_ option: AudienceOption, _ audience: Audience?) {
    isPublic = option.isPublic || audience == .public
  }

  /// Ends a command whose answer is never public.
  func refuse(_ what: String) throws {
    if isPublic { throw refusal("\(what) Leave --public out.", ExitStatus.usage) }
  }
}

extension LoadedBoard {
  /// The board as an audience may see it; ends the command where that is nothing at all.
  func printed(for audience: Audience) throws -> LoadedBoard {
    if audience == .public, let sentence = board.whyNothingIsPublic {
      throw refusal(sentence, ExitStatus.badData)
    }
    return shown(to: audience)
  }
}

extension BoardFolder {
  /// Reads the board as an audience may see it, as at a day where one is given.
  func readTelling(
    for audience: AudienceOption, asAt date: CalendarDate? = nil
  ) throws -> LoadedBoard {
    guard audience.isPublic else { return try readTelling(asAt: date) }
    return try read(for: audience, asAt: date).printed(for: .public)
  }

  /// Reads the whole board for a command that shows it to an audience.
  ///
  /// The public is not told why a board cannot be used either: the reason may quote it.
  func read(for audience: AudienceOption, asAt date: CalendarDate? = nil) throws -> LoadedBoard {
    guard audience.isPublic else { return try read(asAt: date) }
    do throws(StoreError) {
      if let date { return try load(asAt: date) }
      return try load()
    } catch .damaged {
      throw refusal(
        "The board cannot be used, so nobody knows what of it is public. The same command without "
          + "--public tells why.", ExitStatus.badData)
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
  }
}
