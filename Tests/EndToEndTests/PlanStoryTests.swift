import Foundation
import TestSupport
import Testing

/// A member of the working group and the 4P plan, with the real program, terminal and files.
@Suite(.timeLimit(.minutes(5)))
struct PlanStoryTests {
  @Test func `the Home Office plan is typed in from nothing and comes out as its source`() throws {
    let program = try Program(named: "Bristol")
    defer { program.remove() }
    let tmux = try program.open(width: 80, height: 24, arguments: "--today 2016-02-01")
    try tmux.wait(for: "Modern slavery")
    // Under Prevent of the first area: recommendation, no lead, date, milestone, owners, review.
    try tmux.type("Enter", "l", "a")
    let prevent = [
      "Social services and addiction agencies to highlight those at risk", "", "mar 2016",
      "Briefing to partnership in March 2016",
      "+Social Services; +Addaction; +Bristol Drugs Project", "apr 2016",
    ]
    try fill(prevent, in: tmux)
    try tmux.wait(for: "Prevent 1")
    try tmux.type("l", "a")
    let protect = [
      "Awareness raised with all stakeholders | people, businesses", "", "",
      "Local media coverage of the threat", "+Local authority; +private sector", "apr 2016",
    ]
    try fill(protect, in: tmux)
    try tmux.wait(for: "Protect 1")
    try tmux.wait(for: "saved ")
    try tmux.type("q", "q")
    #expect(try tmux.waitForExit() == 0)
    let page = try program.run(
      "export", "plan", "--board", program.board.path, "--area", "1", "--format", "markdown")
    #expect(
      page.contains(
        """
        ### Pursue

        **gap**

        ### Prevent

        | Recommendation | Milestone | Ownership | Review |
        | --- | --- | --- | --- |
        | Social services and addiction agencies to highlight those at risk | Briefing to \
        partnership in March 2016 | Addaction; Bristol Drugs Project; Social Services | April 2016 |

        ### Protect

        | Recommendation | Milestone | Ownership | Review |
        | --- | --- | --- | --- |
        | Awareness raised with all stakeholders \\| people, businesses | Local media coverage of \
        the threat | Local authority; private sector | April 2016 |

        ### Prepare

        **gap**
        """))
    #expect(try program.run("check", program.board.path).contains("nothing wrong"))
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `a member finds and updates the late actions of their agency across nine areas`(
    width: Int, height: Int
  ) throws {
    let program = try Program()
    defer { program.remove() }
    for (index, area) in areas.enumerated() {
      try program.write(
        lateAction(index, area: area, lead: "fire"), to: "actions/late-\(index).json")
    }
    try program.write(
      lateAction(9, area: areas[0], lead: "health"), to: "actions/late-of-health.json")
    let tmux = try program.open(width: width, height: height)
    try tmux.wait(for: "Modern slavery")
    try tmux.type("2", "A")
    try tmux.wait(for: "Whose actions")
    try tmux.typeLiteral("fire")
    try tmux.type("Enter")
    try tmux.wait(for: "Actions · Fire")
    try tmux.type(">", ">")
    try tmux.wait(for: "Actions · Fire · late")
    try tmux.wait(for: "Visit the premises, part 8")
    // All of them are amber, for one reason, as one act.
    try tmux.type("V")
    try tmux.wait(for: "9 marked")
    try tmux.type("s", "a")
    try tmux.typeLiteral("waiting for the council")
    try tmux.type("Enter")
    try tmux.wait(for: "9 actions are amber: waiting for the council. u undoes.")
    try tmux.wait(for: "saved ")
    for index in 0..<9 {
      #expect(try status(of: "late-\(index)", program) == ["amber", "waiting for the council"])
    }
    #expect(try status(of: "late-of-health", program) == [])
    // One of them is done by the end of the month, and the next one too.
    try tmux.type("Escape")
    try tmux.wait(until: "no row is marked") { !$0.contains("9 marked") }
    try tmux.type("g", "g", "w")
    try tmux.wait(for: "Dates of")
    try tmux.type("C-u")
    try tmux.typeLiteral("eom")
    try tmux.wait(for: "= 30 Sep 2018")
    try tmux.type("Enter")
    try tmux.wait(for: "30 Sep 2018")
    try tmux.type("j", ".")
    try tmux.wait(until: "the next one has the date") { screen in
      screen.split(separator: "\n").count { $0.contains("30 Sep 2018") && $0.contains("Visit") }
        == 2
    }
    // What was one act is taken back by one key.
    try tmux.type("u", "u", "u")
    try tmux.wait(for: "Undone: ")
    try tmux.wait(until: "no status is left") { _ in
      try (0..<9).allSatisfy { try status(of: "late-\($0)", program) == [] }
    }
    try tmux.type("q", "q", "q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `a gap is filled, changed in place, moved to another P and brought back`() throws {
    let program = try Program()
    defer { program.remove() }
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    try tmux.type("Enter")
    try tmux.wait(for: "Pursue is a gap: a adds an action.")
    try tmux.type("a")
    try tmux.wait(for: "Add an action")
    try tmux.typeLiteral("Visit the car washes")
    try tmux.type("Tab")
    try tmux.typeLiteral("health")
    try tmux.type("Tab")
    try tmux.typeLiteral("14 nov")
    try tmux.type("Enter")
    try tmux.wait(for: "Pursue 1")
    try tmux.wait(for: "14 Nov 2018")
    // In place: the text, and over the lead to the date.
    try tmux.type("i", "End")
    try tmux.typeLiteral(" with the fire service")
    try tmux.type("Tab", "Tab", "C-u")
    try tmux.typeLiteral("31 feb")
    try tmux.type("Enter")
    try tmux.wait(for: "does not exist")
    try tmux.type("C-u")
    try tmux.typeLiteral("+2w")
    try tmux.wait(for: "11 Oct 2018")
    try tmux.type("Enter")
    try tmux.wait(for: "with the fire service")
    try tmux.type("L")
    try tmux.wait(for: "Prevent 1")
    try tmux.wait(for: "Pursue · gap")
    try tmux.type("u")
    try tmux.wait(for: "Pursue 1")
    try tmux.type("d")
    try tmux.wait(for: "Pursue · gap")
    try tmux.type("u")
    try tmux.wait(for: "Pursue 1")
    try tmux.wait(for: "saved ")
    try tmux.type("q", "q")
    #expect(try tmux.waitForExit() == 0)
    let list = try program.run(
      "list", "actions", "--board", program.board.path, "--agency", "Health", "--due-before",
      "2018-10-12", "--today", "2018-09-27")
    #expect(list.contains("Visit the car washes with the fire service"))
    #expect(try program.run("check", program.board.path).contains("nothing wrong"))
  }

  // MARK: The way there

  private let areas = [
    "modern-slavery", "child-sexual-exploitation", "blackmail-and-kidnap", "intellectual-property",
    "organised-acquisitive-crime", "financial-crime", "fraud-and-cyber-enabled-crime",
    "cyber-attack", "illicit-trade-in-drugs",
  ]

  /// Fills a form from its first field on, and keeps it.
  private func fill(_ texts: [String], in tmux: Tmux) throws {
    try tmux.wait(for: "Add an action")
    for (index, text) in texts.enumerated() {
      if index > 0 { try tmux.type("Tab") }
      if !text.isEmpty { try tmux.typeLiteral(text) }
    }
    try tmux.type("Enter")
  }

  private func lateAction(_ index: Int, area: String, lead: String) -> String {
    """
    {
      "area": "\(area)",
      "lead": "\(lead)",
      "marking": "official",
      "milestones": {
        "briefing": {
          "due": "2018-08",
          "text": "Briefing"
        }
      },
      "p": "pursue",
      "recommendation": "Visit the premises, part \(index)"
    }

    """
  }

  /// The status of an action and the reasons for it, as another program reads them.
  private func status(of action: String, _ program: Program) throws -> [String] {
    let text = try program.text("actions/\(action).json")
    let record = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let history = record?["statusHistory"] as? [String: [String: Any]] ?? [:]
    return [record?["status"] as? String].compactMap(\.self)
      + history.values.compactMap { $0["reason"] as? String }
  }
}
