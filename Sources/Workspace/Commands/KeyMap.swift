package import Screen

/// From keys to commands, made once from the table of commands.
package struct KeyMap: Sendable {
  package static let standard = KeyMap(CommandTable.entries)

  /// What a sequence of keys comes to.
  package enum Meaning: Equatable, Sendable {
    case command(Command)
    /// The command, with the letter that ended the sequence.
    case letter(Command, Character)
    /// The sequence begins that of some command.
    case prefix
    case nothing
  }

  private var meanings: [Scope: [[Key]: Meaning]] = [:]

  /// The sequences that any letter ends.
  private var lettered: [Scope: [[Key]: Command]] = [:]

  /// Makes the map; two commands of one scope cannot have the same keys.
  init(_ entries: [CommandEntry]) {
    for entry in entries {
      for keys in entry.keys {
        for length in 1..<max(1, keys.count + (entry.takesLetter ? 1 : 0)) {
          meanings[entry.scope, default: [:]][Array(keys.prefix(length))] = .prefix
        }
        if entry.takesLetter {
          lettered[entry.scope, default: [:]][keys] = entry.command
          continue
        }
        let former = meanings[entry.scope, default: [:]].updateValue(
          .command(entry.command), forKey: keys)
        precondition(former == nil, "In one scope a key means one thing.")
      }
    }
  }

  /// What keys mean in the first scope that knows them.
  package func meaning(of keys: [Key], in scopes: [Scope]) -> Meaning {
    for scope in scopes {
      if let meaning = meanings[scope]?[keys] { return meaning }
      if case .character(let letter)? = keys.last, letter.isLetter,
        let command = lettered[scope]?[Array(keys.dropLast())]
      {
        return .letter(command, letter)
      }
    }
    return .nothing
  }
}
