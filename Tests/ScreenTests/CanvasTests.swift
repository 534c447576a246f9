import Screen
import Testing

struct CanvasTests {
  @Test(arguments: [
    ("plain", 5, "plain"),
    ("漢字", 4, "漢字"),
    ("漢字", 3, "漢 "),
    ("e\u{301}\u{302}\u{303}\u{304}x", 2, "e\u{301}\u{302}\u{303}x"),
    ("a\u{1B}[31mb", 8, "a�[31mb "),
    ("\u{9B}\u{202E}\u{7F}", 3, "���"),
    ("a\u{200B}b\u{FE0F}c\u{200D}", 3, "abc"),
    ("a\nb\tc", 5, "a b c"),
  ])
  func `what is written is safe and stays in its columns`(text: String, width: Int, shows: String) {
    var canvas = Canvas(size: Size(width: width, height: 1))
    canvas.write(text, x: 0, y: 0)
    #expect(canvas.picture == [shows])
  }

  @Test func `ten thousand combining marks take one cell`() {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.write("e" + String(repeating: "\u{301}", count: 10_000) + "x", x: 0, y: 0)
    #expect(canvas.picture == ["e\u{301}\u{301}\u{301}x "])
  }

  @Test(arguments: [(-3, 0), (9, 0), (0, -1), (0, 5), (3, 1), (-1, 1)])
  func `writing half or wholly outside touches nothing else`(x: Int, y: Int) {
    var canvas = Canvas(size: Size(width: 4, height: 2))
    canvas.write("漢漢", x: x, y: y)
    canvas.box(Rect(x: x, y: y, width: 9, height: 9), title: "title", note: "note")
    #expect(canvas.cells.count == 8)
    for row in canvas.picture { #expect(TextWidth.columns(of: row) == 4) }
  }

  @Test func `overwriting half of a wide glyph leaves no half behind`() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    canvas.write("漢漢", x: 0, y: 0)
    canvas.write("xx", x: 1, y: 0)
    #expect(canvas.picture == [" xx "])
  }

  @Test func `only ASCII is drawn where only ASCII may be sent`() {
    var canvas = Canvas(size: Size(width: 12, height: 3), repertoire: .ascii)
    canvas.box(canvas.bounds, title: "Zoë", note: "…")
    canvas.write("漢→▲e\u{301}", x: 1, y: 1)
    #expect(canvas.picture == ["+ Zo? -----+", "|?>^e      |", "+------ . -+"])
  }

  @Test func `a cut text ends in an ellipsis`() {
    #expect("modern slavery".cut(to: 8) == "modern …")
    #expect("漢字漢字".cut(to: 4) == "漢…")
    #expect("fits".cut(to: 4) == "fits")
    #expect("x".cut(to: 0) == "")
  }

  @Test func `of a text cut in its middle both ends are left`() {
    #expect("Illustration, block 2".cutInTheMiddle(to: 16) == "Illustr… block 2")
    #expect("漢字漢字漢字".cutInTheMiddle(to: 8) == "漢…漢字")
    #expect("fits well".cutInTheMiddle(to: 9) == "fits well")
    #expect("short".cutInTheMiddle(to: 3) == "sh…")
  }

  @Test func `text is wrapped between words, and long words are broken`() {
    #expect("one two  three".wrapped(to: 7) == ["one two", "three"])
    #expect("abcdefgh ij".wrapped(to: 3) == ["abc", "def", "gh", "ij"])
    #expect("a\n\nb".wrapped(to: 9) == ["a", "", "b"])
    #expect("".wrapped(to: 9) == [""])
  }
}
