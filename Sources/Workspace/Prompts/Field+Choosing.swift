import Domain
import Screen

extension Form.Field {
  /// What can be chosen; nothing where something is typed freely.
  var options: [Form.Option] {
    switch kind {
    case .text, .date, .capture: []
    case .words(let words): words.map { Form.Option(value: $0, label: $0) }
    case .choice(let options), .letter(let options), .choices(let options), .found(let options):
      options
    }
  }

  private var isList: Bool { if case .choices = kind { true } else { false } }

  /// The name at the cursor: in a field for several, what stands between two `;`.
  private var name: String { (nameHead + nameTail).trimmed }

  private var nameHead: Substring {
    isList ? editor.head.lastPart(of: ";") : editor.head[...]
  }

  private var nameTail: Substring {
    isList ? editor.tail.prefix { $0 != ";" } : editor.tail[...]
  }

  private func isWhole(_ name: String) -> Bool { options.contains { $0.label == name } }

  /// A name as an option has it that differs in case only, else as it was typed.
  private func meant(by name: String) -> String {
    if case .words = kind { return name }
    if isWhole(name) { return name }
    return options.first { $0.label.folded == name.folded }?.label ?? name
  }

  /// The names that stand in the field, of which those that name the same count once.
  var names: [String] {
    guard isList else { return text.isEmpty ? [] : [meant(by: text)] }
    var names: [String] = []
    for part in text.split(separator: ";").map({ meant(by: String($0).trimmed) }) {
      if !part.isEmpty, !names.contains(part) { names.append(part) }
    }
    return names
  }

  /// The options that fit the name at the cursor; all of them while it is whole or not begun.
  var suggestions: [Form.Option] {
    switch kind {
    case .capture: return nameSuggestions
    // They fit what is typed already.
    case .found(let options): return options
    default: break
    }
    let name = name
    let others = names.filter { $0 != name }
    let free = isList ? options.filter { !others.contains($0.label) } : options
    guard let sought = sought ?? (name.isEmpty || isWhole(name) ? nil : name) else { return free }
    return free.filter { $0.label.containsFolded(sought) }
  }

  /// The option that the name at the cursor names.
  var chosen: Form.Option? {
    if let captured { return nameSuggestions.first { $0.label == captured.word } }
    let name = name
    return options.first { $0.label == name }
  }

  // MARK: Keys

  /// Takes a key.
  ///
  /// - Returns: Whether the field has all it needs by that.
  mutating func take(_ key: Key) -> Bool {
    sought = nil
    switch key {
    case .character(let letter):
      if choose(letter) { return true }
      if isList, letter == ";" { complete() }
      begin(with: letter)
    case .backspace, .control("h"):
      if takeBackName() { return false }
    default: break
    }
    _ = editor.take(key)
    return false
  }

  /// Why a key means nothing in the field, as a sentence; `nil` where it may be taken.
  func refusal(of key: Key) -> String? {
    guard case .letter(let options) = kind, case .character(let letter) = key,
      !options.contains(where: { $0.label.folded.hasPrefix(String(letter).folded) })
    else { return nil }
    return "“\(letter)” is none of these: \(options.map(\.label).listed)."
  }

  /// Takes one key for the option whose label begins with it.
  private mutating func choose(_ letter: Character) -> Bool {
    guard case .letter(let options) = kind else { return false }
    let fitting = options.filter { $0.label.folded.hasPrefix(String(letter).folded) }
    guard fitting.count == 1 else { return false }
    editor = LineEditor(fitting[0].label)
    return true
  }

  /// A letter typed behind a whole name begins another one, unless a longer name goes on so.
  private mutating func begin(with letter: Character) {
    let name = name
    guard isWhole(name), !options.isEmpty, nameTail.allSatisfy(\.isWhitespace) else { return }
    if case .words = kind { return }
    let longer = (nameHead.drop(while: \.isWhitespace) + String(letter)).folded
    if options.contains(where: { $0.label.folded.hasPrefix(longer) }) { return }
    guard isList else {
      editor = LineEditor()
      return
    }
    if letter == ";" || letter.isWhitespace || nameHead.last?.isWhitespace == true { return }
    _ = editor.paste("; ")
  }

  /// Backspace behind one of several names takes the whole name back.
  private mutating func takeBackName() -> Bool {
    guard isList, isWhole(name), nameTail.isEmpty, nameHead.last?.isWhitespace == false else {
      return false
    }
    replaceName(with: "")
    return true
  }

  private mutating func replaceName(with label: String) {
    guard isList else {
      editor = LineEditor(label)
      return
    }
    var before = String(editor.head.dropLast(nameHead.count)).trimmed
    if !before.isEmpty { before += label.isEmpty ? "" : " " }
    let after = editor.tail.dropFirst(nameTail.count)
    if label.isEmpty, after.isEmpty, before.hasSuffix(";") { before.removeLast() }
    editor = LineEditor(before + label, after: String(after))
  }

  /// Takes the next option or the one before.
  ///
  /// - Returns: Whether there are options to choose from.
  mutating func step(_ by: Int) -> Bool {
    let options = suggestions
    guard !options.isEmpty else { return false }
    // The options that fit stay those of what was typed, while one goes through them.
    if sought == nil { sought = captured?.word ?? (name.isEmpty || isWhole(name) ? nil : name) }
    let now = chosen.flatMap { options.firstIndex(of: $0) }
    let next = now.map { min(max($0 + by, 0), options.count - 1) } ?? 0
    if captured == nil {
      replaceName(with: options[next].label)
    } else {
      replaceCaptured(with: options[next].label)
    }
    return true
  }

  /// Writes out what was begun: a name that fits one option, and a date.
  mutating func complete() {
    if case .date(let today) = kind, let date = try? CalendarDate(typed: text, today: today) {
      if date.words != text { editor = LineEditor(date.words) }
      return
    }
    if case .capture = kind { return completeCaptured() }
    let name = meant(by: name)
    if name != self.name { return replaceName(with: name) }
    guard !name.isEmpty, !isWhole(name) else { return }
    if adds != nil, let known = known(named: name) { return replaceName(with: known) }
    let fitting = suggestions
    // A number before a title names it, though others begin with the number, too.
    let first = fitting.filter { $0.label.folded.hasPrefix("\(name.folded) ") }
    let beginning =
      first.count == 1 && name.allSatisfy(\.isNumber)
      ? first : fitting.filter { $0.label.folded.hasPrefix(name.folded) }
    if case .words = kind {
      if beginning.count == 1 { replaceName(with: beginning[0].label) }
      return
    }
    let best = beginning.count == 1 ? beginning : fitting
    if best.count == 1 { replaceName(with: best[0].label) }
  }

  /// The label of the option that `+Name` names although it is there already.
  private func known(named name: String) -> String? {
    guard name.hasPrefix("+") else { return nil }
    let name = name.dropFirst().trimmed.folded
    return options.first { $0.label.folded == name }?.label
  }

  // MARK: What is wrong

  /// Why the field cannot be kept, as a sentence; `nil` when it can.
  var complaint: String? {
    if text.isEmpty {
      return isRequired
        ? "\(label) is needed: type it, or Esc leaves everything as it was." : nil
    }
    switch kind {
    case .text, .words: return nil
    case .capture(let names, let today):
      do throws(UnreadableCapture) {
        _ = try CaptureLine(text, among: names, today: today)
        return nil
      } catch {
        return "\(error)"
      }
    case .date(let today):
      do throws(UnreadableDate) {
        _ = try CalendarDate(typed: text, today: today)
        return nil
      } catch {
        return "\(error)"
      }
    case .found(let options) where options.isEmpty:
      return "Nothing is called “\(text.cut(to: 40))”, or much like it."
    case .choice, .letter, .choices, .found:
      return names.first { !isWhole($0) && !isAddition($0) }.map(complaint)
    }
  }

  /// Whether what stands in the field cannot be kept.
  var isWrong: Bool { !text.isEmpty && complaint != nil }

  private func isAddition(_ name: String) -> Bool {
    adds != nil && name.hasPrefix("+") && !name.dropFirst().trimmed.isEmpty
  }

  /// Why a name is none of the options, and what can be typed instead.
  private func complaint(about name: String) -> String {
    let shown = "“\(name.cut(to: 30))”"
    let labels = options.map(\.label)
    if case .found = kind { return "\(shown) can be one of \(labels.count): Down chooses." }
    let fitting = labels.filter { $0.containsFolded(name) }
    if fitting.count > 1 { return "\(shown) can be one of \(fitting.count): \(fitting.listed)" }
    guard let adds else { return "\(shown) is not one of: \(labels.listed)" }
    let near = labels.nearest(to: name) + labels.near(word: name)
    var nearest: [String] = []
    for label in near where nearest.count < 3 && !nearest.contains(label) { nearest.append(label) }
    let offer = nearest.isEmpty ? "" : ", the nearest: \(nearest.listed)"
    return "\(shown) is no \(adds) of this board\(offer); +\(name.cut(to: 30)) adds one."
  }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }

  /// The texts of which one word can be meant by a mistyped one.
  fileprivate func near(word: String) -> [String] {
    guard word.count > 3 else { return [] }
    return filter { text in
      let words = text.split { !$0.isLetter }.filter { $0.count > 3 }.map(String.init)
      return !words.nearest(to: word).isEmpty
    }
  }
}

extension StringProtocol {
  /// What stands behind the last of a character, or everything where there is none.
  fileprivate func lastPart(of separator: Character) -> SubSequence {
    lastIndex(of: separator).map { self[index(after: $0)...] } ?? self[...]
  }

  fileprivate var trimmed: String { String(self).trimmed }
}
