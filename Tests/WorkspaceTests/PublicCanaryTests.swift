import Domain
import Foundation
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// A canary in all that is withheld: nothing that the public view shows or sends may hold it.
///
/// Every command of the table is asked for from every pane and from what it leads to, so that a
/// command or a pane that is added is watched by itself.
struct PublicCanaryTests {
  private static let canary = "canary"

  /// Made once: it takes longer than all that is done with it.
  private static let aviary = Result { try Board.aviary(canary) }

  /// A board of which all that is withheld sings, with somebody at it before the view is opened.
  private func desk(width: Int, height: Int) throws -> Desk {
    let problem = Problem(
      file: "areas/canary-damaged.json", field: "canary", what: "canary", remedy: "Canary.")
    var desk = Desk(
      try Self.aviary.get(), width: width, height: height, problems: [problem])
    desk.send(
      .here([
        Visitor(
          writer: "canary@host", record: RecordName("areas/full"), since: Timestamp(seconds: 0))
      ]))
    let draft = Draft(
      at: Timestamp(seconds: 1_538_037_000), title: "canary", command: .changeArea,
      record: RecordName("areas/full"),
      fields: [Draft.Field(label: "canary", before: "", text: "canary")])
    var bird = Colleague("canary@host")
    if let area = desk.state.board["full" as Identifier<Area>] {
      desk.receive(bird.changes(area) { $0.header.notes = "Sung by another bird." })
    }
    // Marks, places and a filter, all of them at what is withheld.
    for pane in Pane.allCases {
      desk.type("\(pane.rawValue)")
      desk.press("V", "m", Key(character: "abcdefg", pane.rawValue - 1))
    }
    desk.type("1/canary")
    desk.press(.enter, "m", "z", "i")
    desk.press(.escape)
    desk.send(.drafts([draft], problems: ["The canary is ill."]))
    desk.press(.escape)
    return desk
  }

  /// What a desk shows and sends, one text.
  private func said(_ desk: inout Desk) -> String {
    desk.rows.joined(separator: "\n") + "\(desk.takeEffects())"
  }

  private func isSilent(_ text: String) -> Bool { !text.lowercased().contains(Self.canary) }

  /// Asks for every command from a desk, and looks at what comes of it.
  ///
  /// - Returns: The texts that were said, each with the commands that led there, and the desks that
  ///   show something else than before.
  private func explored(
    _ desk: Desk, _ path: String, known: inout Set<String>
  ) -> (said: [(String, String)], next: [(Desk, String)]) {
    var texts: [(String, String)] = []
    var next: [(Desk, String)] = []
    for entry in CommandTable.entries
    where desk.state.whyNot(entry.command) == nil && entry.command != .publicView {
      var there = desk
      let path = "\(path) \(entry.command.rawValue)"
      if let keys = entry.keys.first, entry.scope == .everywhere {
        for key in keys { there.press(key) }
      } else {
        there.type(":\(entry.command.rawValue)")
        there.press(.enter)
      }
      if entry.takesLetter { there.press("a") }
      let text = said(&there)
      texts.append((path, text))
      let isOpen = there.state.overlay != nil
      if known.insert(text).inserted { if !isOpen { next.append((there, path)) } }
      guard isOpen else { continue }
      for key in [.down, .tab, .tab, .pageDown, .character("G"), .enter] as [Key] {
        there.press(key)
        texts.append(("\(path) \(key)", said(&there)))
      }
    }
    return (texts, next)
  }

  /// Everything said in some steps from every pane; the later ones go on from what came first.
  private func everything(_ desk: Desk, steps: Int) -> [(String, String)] {
    var texts: [(String, String)] = []
    var known: Set<String> = []
    for pane in Pane.allCases {
      var there = desk
      there.type("\(pane.rawValue)")
      var desks = [(there, "\(pane)")]
      for _ in 1...steps {
        var next: [(Desk, String)] = []
        for (there, path) in desks {
          let found = explored(there, path, known: &known)
          texts += found.said
          next += found.next.filter { $0.0.state.pane == pane }
        }
        desks = Array(next.prefix(4))
      }
    }
    return texts
  }

  @Test(arguments: [(120, 40, 2), (80, 24, 1), (40, 12, 1)])
  func `nothing that is withheld is shown or sent`(width: Int, height: Int, steps: Int) throws {
    var desk = try desk(width: width, height: height)
    #expect(!isSilent(said(&desk)), "the whole board sings")
    desk.press("P")
    #expect(desk.state.audience == .public)
    let texts = everything(desk, steps: steps)
    #expect(texts.count > 200)
    for (path, text) in texts where !isSilent(text) {
      Testing.Issue.record("after \(path):\n\(text)")
      return
    }
  }

  @Test func `one that is public is heard`() throws {
    var board = try Self.aviary.get()
    board["full" as Identifier<Area>]?.title = "A canary"
    var desk = Desk(board)
    desk.press("P")
    #expect(everything(desk, steps: 1).contains { !isSilent($0.1) })
  }

  @Test func `where the board itself is withheld nothing is heard of it`() throws {
    for kind in [Kind.board] {
      let board = try Board.open().planting(Self.canary, in: kind)
      for header in Header.withheld {
        var desk = Desk(board.with(header, on: kind, Self.canary), width: 80, height: 24)
        desk.press("P")
        let heard = everything(desk, steps: 1).first { !isSilent($0.1) }
        #expect(heard == nil)
      }
    }
  }

  @Test func `what others do, and other days, are sifted too`() throws {
    var desk = try desk(width: 120, height: 40)
    desk.press("P")
    let day = try #require(CalendarDate("2018-02"))
    var bird = Colleague("canary@host")
    let area = try #require(try Self.aviary.get()["full" as Identifier<Area>])
    for message in [
      .changed([
        bird.changes(area) {
          $0.header.notes = "canary"; $0.header.marking = nil
        }
      ]),
      .loadedAsAt(day, try Self.aviary.get(), []), .loaded(try Self.aviary.get(), []),
      .news([]), .notLoaded("canary"), .noHistory("canary"), .draftsNotKept("canary"),
      .refused(.impossible("canary")), .notUndone(.failure("canary")), .notPreviewed("canary"),
    ] as [Message] {
      desk.send(message)
      for pane in Pane.allCases {
        desk.type("\(pane.rawValue)")
        #expect(isSilent(said(&desk)))
      }
    }
  }
}

extension Key {
  fileprivate init(character letters: String, _ place: Int) {
    self = .character(Array(letters)[place])
  }
}
