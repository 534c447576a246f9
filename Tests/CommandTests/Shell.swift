import Foundation
import TestSupport

/// A person at a shell, in a folder of their own, with a copy of the shipped board.
struct Shell {
  /// What a command said, and how it ended.
  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    /// The output as another program reads it.
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }

    /// The output as an array of objects.
    func rows() throws -> [[String: Any]] { try json() as? [[String: Any]] ?? [] }

    /// Whether all that was said is harmless to a terminal.
    var isHarmless: Bool {
      (output + errors).unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
          || !(scalar.properties.generalCategory == .control
            || scalar.properties.isBidiControl)
      }
    }
  }

  /// The folder the person stands in; it is no board.
  let folder: String

  /// The copy of the shipped board.
  var board: String { "\(folder)/city" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/shell-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: House.root.appending(path: "data/city-of-london").path, toPath: board)
  }

  /// Takes the folder away.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs the built program to its end.
  ///
  /// `input` is the text of its standard input; `output` is a device to write to instead of being
  /// read; `place` is the folder to stand in.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:],
    output: String? = nil, in place: String? = nil
  ) throws -> Answer {
    try run(arguments, input: input, environment: environment, output: output, in: place)
  }

  /// Runs the built program with arguments that a table holds.
  func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    output: String? = nil, in place: String? = nil
  ) throws -> Answer {
    var file: String?
    if let input {
      file = "\(folder)/\(UUID().uuidString).in"
      try Data(input.utf8).write(to: URL(filePath: file ?? ""))
    }
    return try start(arguments, input: file, environment: environment, output: output, in: place)
      .answer()
  }

  /// A program that runs beside the test.
  struct Running {
    fileprivate let process: ChildProcess
    fileprivate let files: (output: String?, errors: String)

    /// Waits for the end of the program.
    func answer() throws -> Answer {
      let status = process.wait()
      return Answer(
        status: status, output: try files.output.map(Shell.text) ?? "",
        errors: try Shell.text(files.errors))
    }
  }

  /// Starts the built program; `input` is the file of its standard input.
  func start(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    output: String? = nil, in place: String? = nil
  ) throws -> Running {
    let name = UUID().uuidString
    let files = ["out", "err"].map { "\(folder)/\(name).\($0)" }
    let own = ["HOME": folder, "SOCBOARD_USER": "tester"]
    let process = try ChildProcess(
      ["sh", "-c", #"cd "$0" && exec "$@""#, place ?? folder, House.program("socboard")]
        + arguments,
      environment: ChildProcess.surroundings.merging(own) { $1 }.merging(environment) { $1 },
      input: input ?? "/dev/null", output: output ?? files[0], errors: files[1])
    return Running(process: process, files: (output == nil ? files[0] : nil, files[1]))
  }

  /// The text of a file of the board.
  func text(of file: String) throws -> String { try Shell.text("\(board)/\(file)") }

  /// A file of the board as another program reads it.
  func json(of file: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text(of: file).utf8)) as? [String: Any] ?? [:]
  }

  /// Every file of the board with its bytes.
  func files() throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: board)
    return try paths.reduce(into: [:]) { files, path in
      let file = URL(filePath: "\(board)/\(path)")
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return
      }
      files[path] = try Data(contentsOf: file)
    }
  }

  /// Writes a file of the board as somebody else would.
  func write(_ text: String, to file: String) throws {
    try text.write(toFile: "\(board)/\(file)", atomically: true, encoding: .utf8)
  }

  fileprivate static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
