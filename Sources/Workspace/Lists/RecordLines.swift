package import Domain
import JSON
import Screen

extension Board {
  /// Everything a record says, field by field, with the names of other records written out.
  package func lines(of name: RecordName) -> [TextLine] {
    guard case .object(let object)? = value(of: name) else { return [] }
    let links = Dictionary(
      self.links(of: name).map { ($0.target.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    let common = ["source", "marking", "exemptParagraph", "notes", "created", "updated", "deleted"]
    let own = object.keys.filter { !common.contains($0) && $0 != "conflicts" }
    var lines = [TextLine(title(of: name) ?? name.description, style: .strong)]
    var contested: Set<String> = []
    for field in conflicts(of: name).map(\.field) where contested.insert(field).inserted {
      lines.append(TextLine("Conflict: two values for \(field), c settles", style: .alarm))
    }
    lines.append(TextLine())
    for key in own { lines += field(key, object[key], links, indent: "") }
    lines.append(TextLine())
    for key in common { lines += field(key, object[key], links, indent: "") }
    return lines
  }

  private func field(
    _ key: String, _ value: Value?, _ links: [String: RecordName], indent: String
  ) -> [TextLine] {
    if ["created", "updated", "deleted"].contains(key), let value {
      return stamp(value).map { [TextLine("\(Board.words(key)): \($0)", style: .faint)] } ?? []
    }
    let label = links[key].flatMap { title(of: $0) } ?? Board.words(key)
    if key == "rank" { return [] }
    switch value {
    case nil, .null?: return []
    case .object(let object)?:
      guard !object.isEmpty else { return [TextLine("\(indent)\(label)")] }
      return [TextLine("\(indent)\(label)", style: .heading)]
        + object.keys.flatMap { field($0, object[$0], links, indent: indent + "  ") }
    case .array(let items)?:
      return [TextLine("\(indent)\(label)", style: .heading)]
        + items.map { TextLine("\(indent)  \(text($0, links))") }
    // A version is a name, even where it looks like a month.
    case .string(let version)? where key.hasSuffix("ersion"):
      return [TextLine("\(indent)\(label): \(version)")]
    case let value?: return [TextLine("\(indent)\(label): \(text(value, links))")]
    }
  }

  /// Who did something and when, in words.
  private func stamp(_ value: Value) -> String? {
    guard let stamp = try? value.decode(Stamp.self) else { return nil }
    return "\(stamp.at.date?.words ?? "\(stamp.at)") by \(stamp.by)"
  }

  private func text(_ value: Value, _ links: [String: RecordName]) -> String {
    guard case .string(let text) = value else { return value.compactText }
    if let target = links[text] ?? RecordName(text), let title = title(of: target) {
      return holds(target) ? title : "\(title) (removed)"
    }
    return CalendarDate(text)?.words ?? text
  }

  /// A field's name as words: `lawfulBasis` reads “Lawful basis”.
  static func words(_ key: String) -> String {
    var text = ""
    for character in key {
      if character.isUppercase {
        text += " " + character.lowercased()
      } else {
        text.append(character)
      }
    }
    return text.prefix(1).uppercased() + text.dropFirst().replacingDashes
  }
}

extension Substring {
  /// The text with spaces for dashes, as names of entries are read.
  fileprivate var replacingDashes: String { String(map { $0 == "-" ? " " : $0 }) }
}
