import ArgumentParser
import Domain

/// Where an export goes, and who will see it.
struct ExportOption: ParsableArguments {
  @Option(help: "Who will see it: board, or public, which is the same as --public.")
  private var audience: Audience?

  @Option(help: ArgumentHelp("The file to write; else standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file if it is there already.")
  private var replace = false

  @OptionGroup private var publicOption: AudienceOption

  /// Who will see it, whichever way that was said.
  var readers: AudienceOption { AudienceOption(publicOption, audience) }

  func validate() throws {
    if publicOption.isPublic, audience == .board {
      throw ValidationError("Choose one of --public and --audience board.")
    }
    if replace, output == nil { throw ValidationError("--replace needs --output.") }
  }

  /// Writes what is exported; what cannot be written ends the command.
  func write(_ bytes: [UInt8]) throws {
    guard let output else { return try Output.print(bytes: bytes) }
    try ByteFile(path: output).placeOrEnd(bytes, replacing: replace)
  }
}

extension Audience: ExpressibleByArgument {}
