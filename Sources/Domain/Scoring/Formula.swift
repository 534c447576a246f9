/// A formula over the totals of sections and the values of criteria, read from a model's text.
///
/// Only sums and products of numbers that are not negative can be written, so a figure never falls
/// when a value rises: that is what makes bounds of a figure those of its parts.
/// `docs/scoring.md`, "Formulas", has the grammar.
indirect enum Formula: Hashable, Sendable {
  case number(Exact)
  case criterion(Int)
  case section(Int)
  case sum(Formula, Formula)
  case product(Formula, Formula)
  case multiplier(Formula)

  /// All arguments of `multiplier(…)`, from left to right.
  var multiplierArguments: [Formula] {
    switch self {
    case .number, .criterion, .section: []
    case .sum(let left, let right), .product(let left, let right):
      left.multiplierArguments + right.multiplierArguments
    case .multiplier(let argument): [argument] + argument.multiplierArguments
    }
  }

  /// The sections and criteria that are named outside all multipliers, from left to right.
  var names: [Formula] {
    switch self {
    case .number, .multiplier: []
    case .criterion, .section: [self]
    case .sum(let left, let right), .product(let left, let right): left.names + right.names
    }
  }
}

/// Reads formulas: names, numbers, `+`, `*`, brackets and `multiplier(…)`.
struct FormulaReader {
  /// Why a formula cannot be read, with the place in it.
  struct Failure: Error, Equatable {
    let what: String
  }

  private let names: [String: Formula]
  private var rest: Substring
  private let whole: String

  // A formula of more brackets or parts than a score needs would exhaust the stack.
  private var depth = 0
  private var parts = 0
  private var isInMultiplier = false

  init(_ text: String, names: [String: Formula]) {
    self.names = names
    whole = text
    rest = text[...]
  }

  private static let multiplier = "multiplier"

  /// Whether a formula can name something so: not when it reads the word as something else.
  static func canName(_ word: String) -> Bool { word != multiplier && Exact(word) == nil }

  /// Reads the whole formula.
  mutating func read() throws(Failure) -> Formula {
    let formula = try sum()
    guard next() == nil else { throw failure("an operator, + or *") }
    return formula
  }

  private mutating func sum() throws(Failure) -> Formula {
    var formula = try product()
    while next() == "+" {
      rest.removeFirst()
      formula = .sum(formula, try product())
    }
    return formula
  }

  private mutating func product() throws(Failure) -> Formula {
    var formula = try factor()
    while next() == "*" {
      rest.removeFirst()
      formula = .product(formula, try factor())
    }
    return formula
  }

  private mutating func factor() throws(Failure) -> Formula {
    guard let first = next() else { throw failure("a name, a number or a bracket") }
    if first == "(" { return try bracketed() }
    parts += 1
    guard parts <= 100 else { throw failure("at most 100 names and numbers") }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    if let number = Exact(String(word)), number >= .zero {
      rest.removeFirst(word.count)
      return .number(number)
    }
    guard !word.isEmpty else { throw failure("a name, a number or a bracket") }
    if word == FormulaReader.multiplier { return try multiplier(word) }
    guard let named = names[String(word)] else {
      throw failure("one of \(names.keys.sorted().joined(separator: ", "))")
    }
    rest.removeFirst(word.count)
    return named
  }

  private mutating func multiplier(_ word: Substring) throws(Failure) -> Formula {
    guard !isInMultiplier else { throw failure("no multiplier inside a multiplier") }
    rest.removeFirst(word.count)
    guard next() == "(" else { throw failure("a bracket after “multiplier”") }
    isInMultiplier = true
    let argument = try bracketed()
    isInMultiplier = false
    return .multiplier(argument)
  }

  private mutating func bracketed() throws(Failure) -> Formula {
    depth += 1
    guard depth <= 16 else { throw failure("at most 16 brackets inside each other") }
    rest.removeFirst()
    let formula = try sum()
    guard next() == ")" else { throw failure("a closing bracket") }
    rest.removeFirst()
    depth -= 1
    return formula
  }

  private mutating func next() -> Character? {
    rest = rest.drop { $0 == " " }
    return rest.first
  }

  private func failure(_ expected: String) -> Failure {
    let place = whole.count - rest.count + 1
    return Failure(what: "cannot be read at character \(place): it takes \(expected) there")
  }
}
