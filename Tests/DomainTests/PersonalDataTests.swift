import Domain
import TestSupport
import Testing

/// What looks as if it told who somebody is, and what does not. All of it is made up.
struct PersonalDataTests {
  @Test(
    arguments: [
      ("write to j.example@example.org.", .email, "j.example@example.org"),
      ("J.E+soc@post.example.co.uk", .email, "J.E+soc@post.example.co.uk"),
      ("call 07700 900123 after six", .phone, "07700 900123"),
      ("(020) 7946 0018", .phone, "(020) 7946 0018"), ("0114-496-0018", .phone, "0114-496-0018"),
      ("+44 20 7946 0018", .phone, "+44 20 7946 0018"),
      ("+44 (0)20 7946 0018", .phone, "+44 (0)20 7946 0018"),
      ("0044 7700 900123", .phone, "0044 7700 900123"), ("07700900123", .phone, "07700900123"),
      ("+1 202 555 0143", .phone, "+1 202 555 0143"),
      ("NI no. AB 12 34 56 C", .nationalInsurance, "AB 12 34 56 C"),
      ("jg123456d", .nationalInsurance, "jg123456d"),
      ("NHS 943 476 5919", .nhs, "943 476 5919"), ("9434765919", .nhs, "9434765919"),
      ("Jane Example, born 3/4/1980", .birth, "Jane Example, born 3/4/1980"),
      ("DOB 03.04.1980", .birth, "DOB 03.04.1980"),
      ("(d.o.b. 1980-04-03)", .birth, "d.o.b. 1980-04-03"),
      ("Jane Example (03/04/1980)", .birth, "Jane Example (03/04/1980"),
      ("born on 3rd April 1980", .birth, "born on 3rd April 1980"),
      ("Date of birth: April 3, 1980", .birth, "Date of birth: April 3, 1980"),
      ("3 April 1980 (d.o.b.)", .birth, "3 April 1980 (d.o.b."),
      ("call 07700\u{A0}900\u{2011}123", .phone, "07700\u{A0}900\u{2011}123"),
    ] as [(String, PersonalData.Kind, String)])
  func `what tells who somebody is looks so`(text: String, kind: PersonalData.Kind, piece: String) {
    let found = PersonalData.suspicions(in: text)
    #expect(found.map(\.kind) == [kind], "\(found)")
    #expect(found.map(\.piece) == [piece], "\(found)")
  }

  @Test(arguments: [
    "", "14/2/2018", "2018-02-14", "on 14 Feb 2018", "£1,250,000", "£10 000 000", "6/2023/P",
    "ab-07700900123", "case 2018/0123456", "0300 123 2040", "0800 1111", "anna@desk", "@",
    "a@b", "01 02 03 04 05", "1538037720", "areas/modern-slavery", "GB 12 34 56 C",
    "QQ 12 34 56 C", "AB 12 34 56 E", "943 476 5918", "0000000000", "born in Leeds",
    "Proceeds of Crime Act 2002",
    "Safer City Partnership, 21 February, 31 May and 27 September 2018",
    "Round 1 (6 Feb 2018)", "0v3x9k2m7q1c", "192.168.0.1", "12:30-14:00", "sold 020 units",
    "Safer City Partnership (14/2/2018)",
  ])
  func `what does not is left alone`(text: String) {
    #expect(PersonalData.suspicions(in: text).isEmpty, "\(PersonalData.suspicions(in: text))")
  }

  @Test func `the shipped board holds none`() throws {
    #expect(try Board.shipped().personalData.isEmpty)
  }

  @Test func `a board is looked through, but not who wrote it`() throws {
    var board = try Board.shipped()
    let writer = Stamp(at: Timestamp(seconds: 0), by: "anna@host.example.org")
    board["fraud" as Identifier<Area>]?.header.updated = writer
    board["fraud" as Identifier<Area>]?.header.source = "entered by anna@host.example.org"
    board["health" as Identifier<Partner>]?.roles["soc"] = Partner.Role(
      role: "Lead", login: "anna@host.example.org")
    #expect(board.personalData.isEmpty)
    board["fraud" as Identifier<Area>]?.profile.who = "Jane Example, born 3/4/1980"
    #expect(board.personalData.map(\.field) == ["profile.who"])
  }
}
