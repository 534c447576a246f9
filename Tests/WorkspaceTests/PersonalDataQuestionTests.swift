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
}
