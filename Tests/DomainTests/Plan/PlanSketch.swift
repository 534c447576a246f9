import Domain
import TestSupport

/// A small board with one action under Pursue, to be changed by a test.
struct PlanSketch {
  var board: Board

  /// The action: owned, led, agreed, with a milestone in March 2018 and a review in April.
  var action: Record<Action> {
    didSet { board[action.id] = action }
  }

  init() {
    board = Board.bare
    board.settings.statusLegend = [
      "blue": ActionStatus(title: "Blue", letter: "B", meaning: "Complete", rank: "1"),
      "green": ActionStatus(title: "Green", letter: "G", meaning: "On track", rank: "2"),
      "amber": ActionStatus(title: "Amber", letter: "a", meaning: "Issue", rank: "3"),
      "red": ActionStatus(title: "Red", letter: "R", meaning: "Serious issue", rank: "4"),
    ]
    board["drugs"] = Record<Area>(id: "drugs", content: Area(number: 1, title: "Drugs"))
    for (id, name, parent) in PlanSketch.partners {
      board[id] = Record<Partner>(id: id, content: Partner(name: name, parent: parent))
    }
    action = PlanSketch.action("one")
    board[action.id] = action
  }

  /// An action of which nothing is missing.
  static func action(_ id: Identifier<Action>) -> Record<Action> {
    var action = Action(area: "drugs", p: "pursue", recommendation: "Visit shops")
    action.lead = "fire"
    action.owners = ["fire": .init(agreed: .yes), "unit": .init(agreed: .yes)]
    action.milestones["visits"] = .init(text: "Ten visits", due: CalendarDate("2018-03"))
    action.review = CalendarDate("2018-04")
    return Record(id: id, content: action)
  }

  /// The same board after a change of the action.
  func changed(_ change: (inout Action) -> Void) -> PlanSketch {
    var sketch = self
    change(&sketch.action.content)
    return sketch
  }

  private static let partners: [(Identifier<Partner>, String, Identifier<Partner>?)] = [
    ("fire", "Fire", nil), ("police", "Police", nil), ("unit", "Drugs unit", "police"),
    ("health", "Health", nil),
  ]
}
