import Glibc
import JSON
import Store
import Terminal
import Workspace

/// The drafts of a session on their way to its file, and those that ended sessions have left.
struct SessionDrafts {
  /// What stands in a file of drafts.
  private struct Page: Codable {
    /// The board's folder; two boards may have files in one folder of drafts.
    let board: String
    let drafts: [Draft]

    var value: Value {
      guard let value = try? Value(encoding: self) else {
        preconditionFailure("Every draft can be written as JSON.")
      }
      return value
    }
  }

  private let board: String
  private let keeper: DraftKeeper
  private let answers: Mailbox<DraftAnswer>
  private var pace = DraftPace()

  /// The files of editors whose text the drafts written last do not hold.
  private var files: Set<String> = []

  /// Files of ended sessions: what they hold is held here, once it is written.
  private var takenOver: Set<String> = []

  /// - Parameters:
  ///   - path: The board's folder.
  ///   - surroundings: Where the person keeps what programs remember.
  init(of path: String, _ surroundings: Surroundings) {
    board = realPath(of: path) ?? path
    let answers = Mailbox<DraftAnswer>()
    self.answers = answers
    // As long as a name may be; what does not fit is told apart by the page itself.
    let name = board.replacing("/", with: "%").utf8.suffix(200)
    keeper = DraftKeeper(
      folder:
        "\(surroundings.stateFolder)/socboard/drafts/\(String(decoding: name, as: UTF8.self))",
      session: String(surroundings.seed, radix: 36)
    ) { answers.post($0) }
  }

  /// Readable while the keeper has something to tell.
  var descriptor: Int32 { answers.descriptor }

  /// How long the session may wait for something else; `nil` for ever.
  var patience: Duration? { pace.patience(at: .now) }

  /// Looks for what ended sessions have left; answered as a message.
  func look() { keeper.look() }

  /// Writes drafts when they are due.
  ///
  /// - Parameters:
  ///   - drafts: What was typed and is not on the board.
  ///   - isUrgent: Whether whatever has changed is due.
  mutating func keep(_ drafts: [Draft], isUrgent: Bool = false) {
    guard pace.isDue(drafts, at: .now, isUrgent: isUrgent || !takenOver.isEmpty) else { return }
    let named = Set(drafts.compactMap(\.file))
    keeper.keep(
      drafts.isEmpty ? nil : Page(board: board, drafts: drafts).value,
      obsolete: files.subtracting(named).union(takenOver))
    files = named
    takenOver = []
  }

  /// Writes drafts at once, and waits for the disk.
  ///
  /// - Returns: Whether they are on the disk.
  @discardableResult
  mutating func finish(_ drafts: [Draft]) -> Bool {
    keep(drafts, isUrgent: true)
    keeper.finish()
    return pace.holds(drafts)
  }

  /// What the keeper has to tell.
  mutating func messages() -> [Message] {
    answers.take().compactMap { answer in
      switch answer {
      case .notKept(let sentence):
        pace.failed()
        return .draftsNotKept(sentence)
      case .left(let left, let problems): return message(of: left, problems)
      }
    }
  }

  private mutating func message(of left: [LeftDrafts], _ problems: [String]) -> Message? {
    var drafts: [Draft] = []
    var problems = problems
    for file in left {
      do {
        let page = try file.content.decode(Page.self)
        guard page.board == board else { continue }
        drafts += page.drafts.compactMap { whole($0, &problems) }
        takenOver.insert(file.path)
      } catch {
        problems.append("The drafts in \(file.path) cannot be used, and stay there: \(error).")
      }
    }
    if !takenOver.isEmpty { pace.failed() }
    return drafts.isEmpty && problems.isEmpty ? nil : .drafts(drafts, problems: problems)
  }

  /// The draft with the text from the file in which an editor had it; `nil` when nothing was
  /// written there.
  private mutating func whole(_ draft: Draft, _ problems: inout [String]) -> Draft? {
    guard let path = draft.file, draft.fields.count == 1 else { return draft }
    var draft = draft
    let file = EditorFile(path: path)
    do {
      if file.isThere { draft.fields[0].text = try file.text() }
      draft.file = nil
      takenOver.insert(path)
      return draft.fields[0].isChanged ? draft : nil
    } catch {
      problems.append("\(error)")
      return draft
    }
  }
}
