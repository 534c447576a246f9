package import Screen

/// From keys to commands, made once from the table of commands.
package struct KeyMap: Sendable {
  package static let standard = KeyMap(CommandTable.entries)

  /// What a sequence of keys comes to.
  package enum Meaning: Equatable, Sendable {
    case command(Command)
    /// The sequence begins that of some command.
    case prefix
    case nothing
  }

  private var meanings: [Scope: [[Key]: Meaning]] = [:]

  /// Makes the map; two commands of one scope cannot have the same keys.
  init(_ entries: [CommandEntry]) {
    for entry in entries {
      for keys in entry.keys {
        for length in 1..<max(1, keys.count) {
          meanings[entry.scope, default: [:]][Array(keys.prefix(length))] = .prefix
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
    }
    return .nothing
  }
}
