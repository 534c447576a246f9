/// All records of one kind, found by name and held in one place each.
///
/// Records are never taken out (deletion is a field), so a record keeps its slot while the program
/// runs; what is derived from records can refer to slots instead of names.
package struct Table<Content: RecordContent>: Sendable {
  /// Where a record stands in its table.
  package typealias Slot = Int32

  private var records: ContiguousArray<Record<Content>> = []
  private var slots: [Identifier<Content>: Slot] = [:]

  package init() {}

  /// All records, in the order they came in, deleted ones too.
  package var all: some RandomAccessCollection<Record<Content>> { records }

  package var count: Int { records.count }

  /// The records that are not deleted.
  package var standing: some Sequence<Record<Content>> { records.lazy.filter { !$0.isDeleted } }

  package mutating func reserve(_ capacity: Int) {
    records.reserveCapacity(capacity)
    slots.reserveCapacity(capacity)
  }

  package func slot(of id: Identifier<Content>) -> Slot? { slots[id] }

  package subscript(slot slot: Slot) -> Record<Content> {
    get { records[Int(slot)] }
    set { records[Int(slot)] = newValue }
  }

  /// The record with a name, or `nil`; setting one adds or replaces it.
  package subscript(id: Identifier<Content>) -> Record<Content>? {
    get { slots[id].map { records[Int($0)] } }
    set {
      guard let newValue else { return }
      if let slot = slots[id] {
        records[Int(slot)] = newValue
      } else {
        slots[id] = Slot(records.count)
        records.append(newValue)
      }
    }
  }
}
