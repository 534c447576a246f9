import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// What becomes of edits on their way to the disk.
struct SavingTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .shipped())
    desk.press("4", .enter)
  }

  private mutating func saves() -> Int {
    desk.takeEffects().count { if case .save = $0 { true } else { false } }
  }

  @Test mutating func `one act is written at a time, in the order of the keys`() {
    desk.press("1", "4", "4")
    #expect(saves() == 1)
    desk.send(.saved)
    #expect(saves() == 1)
    desk.send(.saved)
    desk.send(.saved)
    #expect(saves() == 1)
    #expect(desk.rows[0].hasSuffix("saved 08:42"))
  }

  @Test mutating func `what the disk refused waits and is tried again with the next act`() {
    desk.press("1")
    desk.send(.refused(.failure("the disk is full.")))
    #expect(desk.rows[0].contains("NOT SAVED"))
    #expect(desk.shows("NOT SAVED: the disk is full."))
    _ = desk.takeEffects()
    desk.press("4")
    #expect(saves() == 1)
    desk.send(.saved)
    desk.send(.saved)
    #expect(desk.rows[0].contains("saved"))
    #expect(!desk.rows[0].contains("NOT"))
  }

  @Test mutating func `Ctrl-S tries again, or says that all is saved`() {
    desk.press(.control("s"))
    #expect(desk.shows("Nothing has been changed."))
    desk.press("1")
    desk.send(.refused(.failure("read-only.")))
    _ = desk.takeEffects()
    desk.press(.control("s"))
    #expect(saves() == 1)
    desk.send(.saved)
    desk.press(.control("s"))
    #expect(desk.shows("Already saved 08:42."))
  }

  @Test mutating func `a conflict shows theirs and tells ours`() {
    desk.press("1")
    _ = desk.takeEffects()
    desk.send(.refused(.conflict("somebody else has meanwhile set values.individual.value to 8")))
    #expect(desk.takeEffects() == [.load])
    #expect(desk.shows("NOT SAVED, theirs is shown: somebody else"))
  }

  @Test mutating func `quitting waits for what is being saved`() {
    desk.press("1", .enter, "q")
    #expect(!desk.takeEffects().contains(.quit))
    desk.send(.saved)
    #expect(desk.takeEffects() == [.quit])
  }

  @Test mutating func `a conflict while quitting is seen before the program ends`() {
    desk.press("1", .enter, "q")
    _ = desk.takeEffects()
    desk.send(.refused(.conflict("somebody else was quicker.")))
    #expect(desk.takeEffects() == [.load])
    #expect(desk.shows("NOT SAVED, theirs is shown: somebody else was quicker."))
  }

  @Test mutating func `quitting without saving is asked for, and Enter means no`() {
    desk.press("1")
    desk.send(.refused(.failure("the disk is full.")))
    _ = desk.takeEffects()
    desk.press(.enter, "q")
    #expect(desk.shows("1 change is not saved: the disk is full. Quit? What is not saved is kept"))
    desk.press(.enter)
    #expect(desk.takeEffects().isEmpty)
    desk.send(.draftsNotKept("the disk is full."))
    desk.press("q")
    #expect(desk.shows("Quit, and lose what is not saved?"))
    desk.press("y")
    #expect(desk.takeEffects() == [.quit])
  }

  @Test mutating func `a board that was read again keeps the selection by name`() throws {
    desk.press(.enter, "j", "j")
    var board = try Board.shipped()
    board[Identifier<Domain.Issue>("new-issue")] = Record(
      id: "new-issue", content: Domain.Issue(title: "Another"))
    desk.send(.loaded(board, []))
    #expect(desk.rows[6].hasPrefix("│>w Aggravated Burglary"))
    #expect(desk.shows("Another"))
  }
}
