import Domain
import Exchange
import TestSupport
import Testing

struct PlanPageTests {
  // The Home Office slide deck "SOC Local Delivery", December 2015: Pursue and Prepare are empty.
  @Test func `the Home Office's example looks like its source`() throws {
    var board = Board.bare
    let shipped = try Board.shipped()
    board.settings.content.name = "Example"
    for name in ["example-drugs-prevent", "example-cyber-protect"] {
      let id = try Identifier<Action>(name)
      board.actions[id] = shipped.actions[id]
    }
    board.partners = shipped.partners
    #expect(
      PlanPage(try PlanBoards.plan(board)).text == """
        # Example: 4P action plan

        as at 27 September 2018

        ## No area

        ### Pursue

        **gap**

        ### Prevent

        | Recommendation | Milestone | Ownership | Review |
        | --- | --- | --- | --- |
        | Home Office example: social services and addiction agencies to highlight those at risk of \
        being drawn into serious and organised crime through drug use | Briefing to partnership in \
        March 2016 | Addaction; Bristol Drugs Project; Social Services | April 2016 |

        ### Protect

        | Recommendation | Milestone | Ownership | Review |
        | --- | --- | --- | --- |
        | Home Office example: awareness raised with all stakeholders so that people, businesses and \
        infrastructure are not undermined by cyber threats | Local media coverage of the threat | \
        Local authority; Private sector | April 2016 |

        ### Prepare

        **gap**

        """)
  }

  @Test func `lead, agreement, status and dates stand where the board has them`() throws {
    let page = PlanPage(try PlanBoards.plan(PlanBoards.small(), area: "fraud")).text
    #expect(page.contains("**OFFICIAL** · as at 27 September 2018\n\n## 7. Fraud\n"))
    #expect(
      page.contains(
        """
        | Recommendation | Milestone | Ownership | Review | Status |
        | --- | --- | --- | --- | --- |
        | Warn shops | Leaflet (done 5 March 2018)<br>Ten visits (1 August 2018) \
        | Police (lead, agreed); Fire (not agreed); Health | December 2018 | Green: Printed |
        """))
  }

  @Test func `the page has the highest marking of what is in it`() throws {
    var board = try PlanBoards.small()
    board.partners["health"]?.header.marking = "sensitive"
    #expect(PlanPage(try PlanBoards.plan(board)).text.contains("\n**OFFICIAL-SENSITIVE** · "))
    #expect(
      PlanPage(try PlanBoards.plan(board, for: .public)).text.contains("\n**OFFICIAL** · "))
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("*b* _c_ `d`", "\\*b\\* \\_c\\_ \\`d\\`"),
    ("<script>&amp;", "&lt;script&gt;&amp;amp;"), ("[e](f) ![g](h)", "\\[e\\](f) \\!\\[g\\](h)"),
    ("# one", "\\# one"), ("one\r\n\ntwo\n", "one<br><br>two"), ("a\\|b", "a\\\\\\|b"),
    ("a\u{1B}[2J\u{202E}b", "a\u{FFFD}\\[2J\u{FFFD}b"), ("a\tb", "a b"),
    ("\u{2028}a\u{2028}b", "a<br>b"),
  ])
  func `text is no markup`(text: String, shown: String) throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.recommendation = text
    #expect(PlanPage(try PlanBoards.plan(board)).text.contains("\n| \(shown) | Leaflet"))
  }

  @Test func `whatever the texts hold, a row stays a row`() throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.recommendation = PlanBoards.hostile.joined(separator: "\n")
    board.areas["fraud"]?.title = PlanBoards.hostile.joined(separator: "\n")
    board.settings.content.name = PlanBoards.hostile.joined(separator: "\n")
    let page = PlanPage(try PlanBoards.plan(board)).text
    #expect(page.split(separator: "\n").count { $0.hasPrefix("#") } == 6)
    #expect(page.split(separator: "\n").count { $0.hasPrefix("|") } == 3)
    #expect(!page.contains("<s") && !page.contains("\u{1B}"))
  }
}
