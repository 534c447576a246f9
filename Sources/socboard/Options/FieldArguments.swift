import ArgumentParser
import Domain
import JSON

/// Fields with the values that a command is to give them.
struct FieldArguments: ParsableArguments {
  static let explanation = """
    A field is a path with dots, such as title or owners.police.agreed; “new” for a key makes an \
    entry: milestones.new.text=… An empty value takes away what the field holds. @FILE reads the \
    value from a file, - from standard input; a text that begins with @ is written @@. Names \
    in a set are separated by commas.
    """

  @Argument(help: "What to set: FIELD=VALUE …")
  var fields: [String] = []

  @Option(
    name: [.customLong("effective"), .customLong("today")],
    help: ArgumentHelp("When this came true, if not today.", valueName: "date"))
  var effective: CalendarDate?

  @OptionGroup var personal: PersonalDataOption

  /// The arguments as fields and values, none of them read yet.
  func parsed() throws -> [FieldArgument] {
    let arguments = try fields.map { try FieldArgument($0) }
    if let twice = arguments.map(\.field).firstTwice {
      throw refusal("“\(twice)” is given twice.", ExitStatus.usage)
    }
    guard arguments.count(where: { $0.source == .file("-") }) < 2 else {
      throw refusal("Only one field can be read from standard input.", ExitStatus.usage)
    }
    return arguments
  }
}

/// One `FIELD=VALUE`.
struct FieldArgument {
  /// Where a value comes from; the file `-` is standard input.
  enum Source: Equatable {
    case text(String)
    case file(String)
  }

  let field: String
  let source: Source

  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw refusal("“\(argument)” is not FIELD=VALUE, such as title=Fraud.", ExitStatus.usage)
    }
    field = String(parts[0])
    let value = String(parts[1])
    source =
      if value == "-" {
        .file("-")
      } else if value.hasPrefix("@@") {
        .text(String(value.dropFirst()))
      } else if value.hasPrefix("@") {
        .file(String(value.dropFirst()))
      } else {
        .text(value)
      }
  }

  /// The value; of a file all but its last line break.
  func text() throws -> String {
    guard case .file(let path) = source else {
      guard case .text(let text) = source else { return "" }
      return text
    }
    let limit = Limits.record.maximumBytes
    let bytes: [UInt8]
    do {
      bytes = try ByteFile(path: path).read(atMost: limit + 1)
    } catch {
      throw refusal("\(field): \(error)", ExitStatus.badData)
    }
    let name = path == "-" ? "standard input" : path
    guard bytes.count <= limit else {
      throw refusal("\(field): \(name) has more than \(limit) bytes.", ExitStatus.badData)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal("\(field): \(name) is not text in UTF-8.", ExitStatus.badData)
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension [String] {
  /// The first text that stands here twice, or `nil`.
  fileprivate var firstTwice: String? {
    var seen: Set<String> = []
    return first { !seen.insert($0).inserted }
  }
}
