import Domain
import Store

extension LoadedBoard {
  /// The one record of a kind that a person means by its name, its title, or the beginning of
  /// either, an area also by its number; else the command ends, with the nearest ones.
  func identifier<Content: RecordContent>(called text: String) throws -> Identifier<Content> {
    let kind = Content.kind
    let known = board.names(of: kind)
    let wanted = text.lowercased()
    let numbered = known.filter { number(ofArea: $0) == wanted }
    let titled = numbered.isEmpty ? board.names(titled: text, of: kind) : numbered
    let named = board.names(matching: text, of: kind, besides: unread)
    // A whole title counts before the beginning of a name, and that before one of a title.
    let isWhole =
      titled.count == 1
      && (!numbered.isEmpty || board.title(of: titled[0])?.lowercased() == wanted)
    let found = isWhole || named.isEmpty ? titled : named
    if found.count == 1, let id = found.first.flatMap({ try? Identifier<Content>($0.id) }) {
      return id
    }
    if let lost = RecordName.all(called: text).first(where: unread.contains), lost.kind == kind {
      throw refusal("\(lost) cannot be read. “socboard check” tells why.", ExitStatus.badData)
    }
    let near = nearest(to: wanted, among: found.isEmpty ? known : found)
    let remedy =
      near.isEmpty
      ? "“socboard list \(kind.folder ?? kind.rawValue)” lists them." : "Perhaps: \(near.list)."
    throw refusal(
      found.isEmpty
        ? "There is no \(kind.rawValue) “\(text)”. \(remedy)"
        : "“\(text)” is the beginning of \(found.count) names. \(remedy)", ExitStatus.usage)
  }

  /// The number that people know an area by; `nil` of anything else.
  private func number(ofArea name: RecordName) -> String? {
    guard name.kind == .area, let id = try? Identifier<Area>(name.id) else { return nil }
    return board[id]?.number.map { "\($0)" }
  }

  /// The names and titles nearest to what was given, each as `police (Police)`.
  private func nearest(to text: String, among names: [RecordName]) -> [String] {
    let labels = names.map { (name: $0, title: board.title(of: $0) ?? "") }
    let near = (labels.map(\.name.id) + labels.map(\.title)).nearest(to: text)
    return labels.filter { near.contains($0.name.id) || near.contains($0.title) }
      .map { "\($0.name.id) (\($0.title))" }
  }
}
