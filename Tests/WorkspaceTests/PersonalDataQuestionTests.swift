import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// The question before something is kept that looks as if it told who somebody is.
struct PersonalDataQuestionTests {
  private var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func typeTitle() {
    desk.press("i")
    desk.press(.control("u"))
    desk.type("Ask 07700 900123")
    desk.press(.enter)
  }

  @Test mutating func `y keeps it`() {
    typeTitle()
    #expect(desk.shows("“07700 900123” looks like a telephone number"))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.drafts.count == 1)
    desk.press("y")
    #expect(desk.takeEffects().count == 1)
    #expect(desk.state.overlay == nil)
  }

  @Test(arguments: [.enter, .escape, "n", "x"] as [Key])
  mutating func `anything else goes back to the field`(key: Key) {
    typeTitle()
    desk.press(key)
    #expect(desk.takeEffects().isEmpty)
    guard case .form(let form, _)? = desk.state.overlay else {
      Testing.Issue.record("The form is gone.")
      return
    }
    #expect(form.complaint == "This looks like a telephone number.")
    #expect(form.fields[form.current].text == "Ask 07700 900123")
  }

  @Test mutating func `repeating it asks again`() {
    typeTitle()
    desk.press("y")
    desk.send(.saved)
    _ = desk.takeEffects()
    desk.press("j", ".")
    #expect(desk.shows("looks like a telephone number"))
    desk.press("n")
    #expect(desk.takeEffects().isEmpty)
    desk.press(".", "y")
    #expect(desk.takeEffects().count == 1)
  }

  @Test mutating func `a text from the editor is asked about, and goes back there`() {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    let written = text + "\nJane Example, born 3/4/1980\n"
    desk.send(.edited(written))
    #expect(desk.shows("a person's date of birth"))
    #expect(desk.state.drafts.count == 1)
    desk.press("n")
    #expect(desk.takeEffects() == [.edit(written)])
    desk.send(.edited(written))
    desk.press("y")
    #expect(desk.takeEffects().count == 1)
    #expect(desk.state.drafts.count == 1, "it waits to be saved")
  }

  /// The keys that open a form in a pane, and the fields of it to try.
  @Test(
    arguments: [
      (["1"], "a"), (["1"], "i"), (["1"], "s"), (["2", ">", ">"], "i"), (["2", ">", ">"], "s"),
      (["2", ">", ">"], "a"), (["3"], "a"), (["4"], "a"), (["4"], "i"), (["7"], "a"), (["7"], "i"),
      (["7", ">"], "I"), (["7", ">", ">"], "a"), (["7", ">", ">"], "i"), (["7", ">", ">"], "s"),
      (["7", ">", ">", ">"], "a"), (["7", ">", ">", ">", ">", ">"], "a"),
    ] as [([Key], Key)])
  mutating func `every form of every pane asks`(path: [Key], opening: Key) throws {
    desk = Desk(try .partnership())
    for key in path { desk.press(key) }
    desk.press(opening)
    guard case .form(let form, _)? = desk.state.overlay else {
      Testing.Issue.record("No form opened.")
      return
    }
    let texts = form.fields.indices.filter { form.fields[$0].kind == .text }
    #expect(!texts.isEmpty)
    for field in texts where !form.fields[field].label.lowercased().contains("login") {
      desk = Desk(try .partnership())
      for key in path { desk.press(key) }
      desk.press(opening)
      for _ in 0..<field { desk.press(.tab) }
      desk.press(.control("u"))
      desk.type("Ask 07700 900123")
      desk.press(.enter)
      // A form with something else that is missing complains of that first.
      guard case .form(let open, _)? = desk.state.overlay, open.complaint != nil else {
        #expect(desk.shows("looks like a telephone number"), "\(form.fields[field].label)")
        #expect(desk.takeEffects().isEmpty)
        continue
      }
    }
  }

  @Test mutating func `a change of many rows is asked about once`() throws {
    desk = Desk(try .planned())
    desk.press("2", ">", ">", "V", "s")
    guard case .form(let form, _)? = desk.state.overlay else {
      Testing.Issue.record("No form opened.")
      return
    }
    let reason = try #require(form.fields.indices.last { form.fields[$0].kind == .text })
    desk.press("g")
    for _ in 0..<reason { desk.press(.tab) }
    desk.type("Said by j.example@example.org")
    desk.press(.enter)
    #expect(desk.shows("looks like an e-mail address"))
    desk.press("y")
    #expect(desk.state.overlay == nil)
    #expect(desk.takeEffects().count == 1)
  }

  @Test mutating func `a draft that is taken up again is asked about again`() throws {
    typeTitle()
    let draft = try #require(desk.state.drafts.first)
    var next = Desk(try .shipped())
    next.send(.drafts([draft], problems: []))
    next.press("r")
    next.press(.enter)
    #expect(next.shows("looks like a telephone number"))
    #expect(next.takeEffects().isEmpty)
  }
}
