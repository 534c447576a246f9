import Domain

extension Board {
  /// The one record that a name, or the beginning of one, means; else the command ends.
  ///
  /// A record that was removed is found only where that is asked for, and by folder and name.
  func name(matching text: String, isRemovedFound: Bool = false) throws -> RecordName {
    if isRemovedFound, let name = RecordName(text), value(of: name) != nil { return name }
    let found = names(matching: text)
    if let name = found.first, found.count == 1 { return name }
    let candidates = found.map { "\n  \($0)  \(title(of: $0) ?? "")" }.joined()
    throw refusal(
      found.isEmpty
        ? "No record is called “\(text)”. “socboard list KIND” lists the names."
        : "“\(text)” is the beginning of \(found.count) names; give more of one:\(candidates)",
      ExitStatus.badData)
  }
}
