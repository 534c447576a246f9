/// The members of a JSON object, sorted by the UTF-8 bytes of their keys.
///
/// No two keys have the same bytes; keys that only look the same are different keys.
package struct Object: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    var key: String
    var value: Value

    static func == (one: Member, other: Member) -> Bool {
      one.key.hasSameBytes(as: other.key) && one.value == other.value
    }
  }

  private(set) var members: [Member] = []

  /// An object without members.
  package init() {}

  /// Members that are already sorted and differ in their keys.
  init(sorted members: [Member]) {
    self.members = members
  }

  /// Members in any order; of equal keys the last one counts.
  init(lastOfEach members: [Member]) {
    let order = members.indices.sorted { one, other in
      members[one].key.bytesPrecede(members[other].key)
        || one < other && members[one].key.hasSameBytes(as: members[other].key)
    }
    for index in order {
      if let last = self.members.last, last.key.hasSameBytes(as: members[index].key) {
        self.members.removeLast()
      }
      self.members.append(members[index])
    }
  }

  /// The value of a key; nil when there is no such key.
  ///
  /// Setting nil removes the member; a member that is null is set as `.some(.null)`.
  package subscript(_ key: String) -> Value? {
    get {
      let index = place(of: key)
      guard holds(key, at: index) else { return nil }
      return members[index].value
    }
    set {
      let index = place(of: key)
      switch (newValue, holds(key, at: index)) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(key: key, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// How many members there are.
  package var count: Int { members.count }

  /// Whether there is no member.
  package var isEmpty: Bool { members.isEmpty }

  /// The keys, sorted by their bytes.
  package var keys: [String] { members.map(\.key) }

  private func place(of key: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle].key.bytesPrecede(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func holds(_ key: String, at index: Int) -> Bool {
    index < members.count && members[index].key.hasSameBytes(as: key)
  }
}

extension Object: Sequence {
  /// Walks the members in the order of their keys.
  package func makeIterator() -> AnyIterator<(key: String, value: Value)> {
    var members = members.makeIterator()
    return AnyIterator { members.next().map { (key: $0.key, value: $0.value) } }
  }
}
