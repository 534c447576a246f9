import Domain
import TestSupport
import Testing

/// What looks as if it told who somebody is, and what does not.
///
/// All of it is made up: telephone numbers are of the ranges that Ofcom keeps for drama, addresses of
/// domains that RFC 2606 reserves, and the other numbers are the ones that are printed as examples.
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
      ("mob: 07700-900-123", .phone, "07700-900-123"),
      ("01632 960123 (office)", .phone, "01632 960123"),
      ("Email: Jane.Example@mail.example.", .email, "Jane.Example@mail.example"),
      ("<jane@example.com>", .email, "jane@example.com"),
      ("mailto:jane@example.com", .email, "jane@example.com"),
      ("Mob.07700900123", .phone, "07700900123"),
      ("Tel:07700 900123", .phone, "07700 900123"), ("NHS:9434765919", .nhs, "9434765919"),
      ("call\n07700 900123\ntoday", .phone, "07700 900123"),
      ("O'Hara Example, dob 3.4.80", .birth, "O'Hara Example, dob 3.4.80"),
      ("Jane Example-Smith, 3 Apr 1980", .birth, "Jane Example-Smith, 3 Apr 1980"),
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
    // Agencies and roles, with the numbers and days that stand beside them.
    "City of London Police", "Community and Children's Services (Head of Service)",
    "Trading Standards, 6 Feb 2018", "Police: Public Protection Unit, due 14/02/2018",
    "Home Office illustration, December 2015", "Modern Slavery Act 2015, section 52",
    "Human Rights Act (9 November 1998)",
    "Serious Crime Act, 3 March 2007", "Privacy Regulations, 11 December 2003",
    "Operation Tropic, 3 July 2018", "Serious Crime Act, 1 March 2015",
    "Police Blackmail Unit (21 May 2018)", "Health (asked 31 January 2018)",
    // Dates and times without a name.
    "between 2016-04-01 and 2017-03-31", "1980-04-03", "3 April 1980", "due 01/04/2019",
    "2018-09-27T10:42:01Z", "10:42:01", "Q3 2018/19", "FY 2018-19", "week 38",
    // References, crime numbers, identifiers.
    "case 19/0071/P", "URN 20180012345", "crime no. 4201234/18", "CAD 2345/27SEP18",
    "ref. 01-2018-000123", "ISBN 978-0-00-000000-2", "v1.2.3.4", "sha256 3f2a91", "#20181234567",
    "invoice 2018000123", "URN: 01234567890123", "Companies House 01234567",
    "INC000012345678", "order 4-7-2018-0001",
    // Money and amounts.
    "£07,700,900", "€1 234 567 890", "US$ 2,025,550,143", "GBP 10000000000", "12,345,678,901",
    "1 000 000 tablets", "20 000 000 - 30 000 000", "3.14159265358", "0.0123456789", "-0.5",
    // Places: grid numbers, coordinates, areas of statistics, postcodes of offices.
    "TQ 325 811", "TQ 32500 81100", "TQ3250081100", "532500, 181100", "51.5155, -0.0922",
    "E01000001", "E09000001", "LSOA E01032739", "EC2P 2EJ", "EC2V 7HH, Guildhall", "EC1-EC4",
    "SW1A 1AA",
    // Numbers of organisations.
    "101", "999", "0300 123 2040", "0345 000 0000", "0808 080 0000", "0900 000 0000",
    "short code 60163", "port 8080", "192.0.2.1", "2001:db8::1", "00:00:5e:00:53:01",
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
