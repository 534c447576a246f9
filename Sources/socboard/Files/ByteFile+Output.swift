extension ByteFile {
  /// Makes the file that a command was asked to write, or replaces it where that was asked for; what
  /// cannot be written ends the command.
  func placeOrEnd(_ bytes: [UInt8], replacing: Bool) throws {
    do {
      try place(bytes, replacing: replacing)
    } catch {
      throw refusal(
        error.isThereAlready
          ? "\(path) is there already. Give another name, or --replace." : "\(error)",
        ExitStatus.cannotWrite)
    }
  }
}
