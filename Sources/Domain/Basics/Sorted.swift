/// Different values in ascending order, which stay so while some come and go.
///
/// A sorted array is enough: a value is found by halving, and only what stands behind it shifts.
struct Sorted<Element: Comparable> {
  private(set) var elements: [Element]

  init(_ elements: some Sequence<Element>) { self.elements = elements.sorted() }

  /// Where a value stands, or would.
  func place(of element: Element) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a value in its place; one that is there already stays alone.
  mutating func insert(_ element: Element) {
    let place = place(of: element)
    guard place == elements.count || elements[place] != element else { return }
    elements.insert(element, at: place)
  }

  /// Takes a value out, where it is there.
  mutating func remove(_ element: Element) {
    let place = place(of: element)
    guard place < elements.count, elements[place] == element else { return }
    elements.remove(at: place)
  }
}

extension Sorted: Equatable {}
extension Sorted: Sendable where Element: Sendable {}
