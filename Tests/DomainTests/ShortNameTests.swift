import Domain
import TestSupport
import Testing

struct ShortNameTests {
  @Test(arguments: Kind.allCases)
  func `the short names of a kind are those found one by one`(kind: Kind) throws {
    var boards = [try Board.shipped(), try Board.full()]
    boards[0]["poli"] = Record<Partner>(id: "poli", content: Partner(name: "Short"))
    boards[0]["fraud"] = Record<Action>(
      id: "fraud", content: Action(area: nil, p: "pursue", recommendation: "As an area"))
    for board in boards {
      let names = board.names(of: kind)
      #expect(
        board.shortNames(of: kind)
          == Dictionary(uniqueKeysWithValues: names.map { ($0, board.shortName(of: $0)) }))
    }
  }
}
