/// A committee paper that is being written.
package struct Paper: RecordContent {
  package static let kind = Kind.paper
  package static var table: WritableKeyPath<Board, Table<Paper>> { \.papers }

  package var title: String

  /// The template that lays the paper out.
  package var template: String?

  /// The day whose state of the board it reports.
  package var asAt: CalendarDate?
  package var audience: String?

  /// Text that the chair wrote, by the place it goes to.
  package var blocks: [Identifier<Block>: Block]

  package init(title: String) {
    self.title = title
    blocks = [:]
  }

  package var label: String { title }

  package var links: [Link] { [] }

  /// A passage of the paper.
  package struct Block: Codable, Equatable, Sendable, Ranked {
    package var text: String
    package var rank: String?
  }
}
