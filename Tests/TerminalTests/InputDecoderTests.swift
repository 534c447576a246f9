import Screen
import Terminal
import Testing

struct InputDecoderTests {
  /// What terminals send, and what it means.
  static let sent: [(String, [InputEvent])] = [
    ("j", [.key("j")]),
    ("é漢🙂", [.key("é"), .key("漢"), .key("🙂")]),
    ("\r\t\n", [.key(.enter), .key(.tab), .key(.control("j"))]),
    ("\u{4}\u{0}\u{1C}", [.key(.control("d")), .key(.control("@")), .key(.control("\\"))]),
    ("\u{8}\u{7F}", [.key(.backspace), .key(.backspace)]),
    ("\u{1B}[A\u{1B}OB", [.key(.up), .key(.down)]),
    ("\u{1B}[1;5C\u{1B}[1;2D", [.key(.right), .key(.left)]),
    ("\u{1B}[H\u{1B}OF\u{1B}[7~\u{1B}[4~", [.key(.home), .key(.end), .key(.home), .key(.end)]),
    ("\u{1B}[5~\u{1B}[6;5~", [.key(.pageUp), .key(.pageDown)]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[3$", [.key(.insert), .key(.delete), .key(.delete)]),
    ("\u{1B}OP\u{1B}[[E\u{1B}[15~", [1, 5, 5].map { .key(.function($0)) }),
    ("\u{1B}[24~\u{1B}[1;2Q", [.key(.function(12)), .key(.function(2))]),
    ("\u{1B}[Z", [.key(.backTab)]),
    ("\u{1B}OM\u{1B}Oq", [.key(.enter), .key("1")]),
    ("\u{1B}x\u{1B}é", [.key(.alt("x")), .key(.alt("é"))]),
    ("\u{1B}\u{1B}[A\u{1B}\r", [.key(.escape), .key(.up), .key(.escape), .key(.enter)]),
    ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
    ("\u{1B}[200~q\r\r\nA\tb\u{1B}[201~q", [.paste("q\n\nA\tb"), .key("q")]),
    ("\u{1B}[200~\u{1B}[A漢\u{7}\u{1B}OP!\u{1B}[201~", [.paste("漢!")]),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ("\u{1B}[?2026;2$y\u{1B}[9999~\u{1B}[1;2R\u{1B}[?62;4cj", [.key(.function(3)), .key("j")]),
    ("\u{1B}[201~\u{1B}[1;2\u{1B}[Aj", [.key(.up), .key("j")]),
    ("\u{85}j", [.key("j")]),
  ]

  @Test(arguments: sent)
  func `what arrives whole is decoded`(text: String, events: [InputEvent]) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(text.utf8)) == events)
    #expect(decoder.decideAsTyped() == [])
  }

  @Test(arguments: sent)
  func `what arrives in two pieces, or byte by byte, is decoded the same`(
    text: String, events: [InputEvent]
  ) {
    let bytes = Array(text.utf8)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      #expect(decoder.decode(Array(bytes[..<cut])) + decoder.decode(Array(bytes[cut...])) == events)
    }
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == events)
  }

  @Test(arguments: [
    ("\u{1B}", Key.escape), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
  ])
  func `Escape, and Alt with a bracket, are keys when nothing follows`(text: String, key: Key) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(decoder.isUndecided)
    #expect(decoder.decideAsTyped() == [.key(key)])
    #expect(decoder.decode(Array("j".utf8)) == [.key("j")])
  }

  @Test(arguments: ["\u{1B}[1;", "\u{1B}[200~text", "\u{1B}[200~text\u{1B}"])
  func `what is cut in the middle is never taken for keys`(text: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(!decoder.isUndecided)
    #expect(decoder.decideAsTyped() == [])
  }

  @Test(arguments: [
    [0xFF, 0x6A], [0xC3, 0x6A], [0xE6, 0xBC, 0x6A], [0xC0, 0x80, 0x6A], [0xED, 0xA0, 0x80, 0x6A],
    [0xF5, 0x6A], [0x1B, 0xFF, 0x6A],
  ])
  func `bytes that are not UTF-8 are dropped, and nothing else`(bytes: [UInt8]) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes) == [.key("j")])
  }

  @Test func `what the terminal's description says goes before the general rules`() {
    var decoder = InputDecoder(described: [Array("\u{1B}[A".utf8): .home])
    #expect(decoder.decode(Array("\u{1B}[A\u{1B}[B".utf8)) == [.key(.home), .key(.down)])
  }

  @Test func `a paste is one event, however large`() {
    var decoder = InputDecoder()
    let text = String(repeating: "漢 line\n", count: 20_000)
    let bytes = Array(("\u{1B}[200~" + text + "\u{1B}[201~").utf8)
    var events: [InputEvent] = []
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      events += decoder.decode(Array(bytes[start..<min(start + 1000, bytes.count)]))
    }
    #expect(events == [.paste(text)])
  }
}
