/// An example of what worked elsewhere.
package struct Practice: RecordContent {
  package static let kind = Kind.practice
  package static var table: WritableKeyPath<Board, Table<Practice>> { \.practice }

  package var title: String

  /// The kind of notice, as the bulletins sort them: law enforcement, communities, new powers.
  package var kind: String?
  package var p: Identifier<P>?
  package var areas: [Identifier<Area>]
  package var worked: String?
  package var figures: String?

  /// Where to read more.
  package var more: String?

  package init(title: String) {
    self.title = title
    areas = []
  }

  package var label: String { title }

  package var links: [Link] { areas.map { Link("areas", $0) } }
}
