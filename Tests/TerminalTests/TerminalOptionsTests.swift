import Screen
import Terminal
import Testing

struct TerminalOptionsTests {
  @Test(arguments: [
    (["LANG": "en_GB.UTF-8"], Canvas.Repertoire.unicode),
    (["LC_CTYPE": "UTF-8", "LANG": "C"], .unicode),
    (["LC_ALL": "C", "LANG": "en_GB.utf8"], .ascii),
    (["LC_ALL": "", "LANG": "C.utf8"], .unicode),
    (["LANG": "de_DE@euro"], .ascii),
    ([:], .ascii),
  ])
  func `the locale decides which characters are sent`(
    environment: [String: String], repertoire: Canvas.Repertoire
  ) {
    #expect(TerminalScreen.Options(environment: environment).repertoire == repertoire)
  }

  @Test func `NO_COLOR counts when it is set and not empty`() {
    #expect(TerminalScreen.Options(environment: [:]).colours == .automatic)
    #expect(TerminalScreen.Options(environment: ["NO_COLOR": ""]).colours == .automatic)
    #expect(TerminalScreen.Options(environment: ["NO_COLOR": "0"]).colours == .never)
  }

  @Test(arguments: [("0;15", TerminalScreen.Options.Theme.light), ("15;0", .dark), ("", .dark)])
  func `COLORFGBG hints at the background`(hint: String, theme: TerminalScreen.Options.Theme) {
    #expect(TerminalScreen.Options(environment: ["COLORFGBG": hint]).theme == theme)
  }

  @Test(arguments: [(nil, 25), ("100", 100), ("0", 0), ("-5", 0), ("soon", 25), ("99999", 1000)])
  func `ESCDELAY sets how long Escape waits`(value: String?, delay: Int) {
    let environment = value.map { ["ESCDELAY": $0] } ?? [:]
    #expect(TerminalScreen.Options(environment: environment).escapeDelay == delay)
  }
}
