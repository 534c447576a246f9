import ArgumentParser
import Domain
import JSON
import Store

/// Takes back an act of one's own, or does again what was taken back.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your last act, or another one of yours.",
    discussion: """
      Whatever was changed since is not touched: an act is not taken back when somebody has given \
      one of its fields another value. “socboard log” tells the numbers of acts.
      """)

  @Argument(help: "The number of the act.")
  var act: Int?

  @Flag(help: "Do again what you took back last.")
  var redo = false

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func validate() throws {
    if redo, act != nil {
      throw ValidationError("--redo takes no act: it does the last one again.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let undone: UndoneAct
    do {
      undone = try folder.undo(redo ? .undo : act.map { .act($0) } ?? .last, stamp: stamp)
    } catch {
      throw refusal("\(error)".capitalisingFirst, error.exitStatus)
    }
    if output.json {
      try Output.print(.array(undone.readings.compactMap(\.identified)))
    } else {
      try Output.print(try sentences(on: folder, of: undone, stamp).joined(separator: "\n"))
    }
  }

  /// What was taken back, and what changed by that.
  private func sentences(
    on folder: BoardFolder, of undone: UndoneAct, _ stamp: Stamp
  ) throws -> [String] {
    let board = try folder.read().board
    let number = (redo ? undone.act.undoes : nil) ?? undone.act.number
    let names = Set(undone.readings.map(\.name))
    let entries = (try? folder.history(of: names))?.entries(on: names)
    let lines = (entries ?? []).filter { $0.undoes == undone.act.number && $0.stamp == stamp }
      .flatMap { entry in
        board.words(for: entry).map { "\(entry.record): \($0)" }
      }
    return ["Act \(number) was \(redo ? "done again" : "taken back")."] + lines
  }
}

extension Board {
  /// What an act did to a record, a line for each field; that it was made, removed or restored is
  /// a line, too.
  func words(for entry: HistoryEntry) -> [String] {
    switch entry.fate {
    case .added: ["added"]
    case .removed: ["removed"] + lines(of: entry)
    case .restored: ["restored"] + lines(of: entry)
    case .changed: lines(of: entry)
    }
  }
}

extension String {
  /// The text as it begins a line; a path stays as it is.
  fileprivate var capitalisingFirst: String {
    prefix { !$0.isWhitespace }.contains("/") ? self : prefix(1).uppercased() + dropFirst()
  }
}
