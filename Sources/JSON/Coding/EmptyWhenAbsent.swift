/// A container that counts as empty when its key is absent, and is left out when it is empty.
///
/// This holds for fields that are not optional; an optional field tells "none" from "empty".
package protocol EmptyWhenAbsent {
  init()
  var isEmpty: Bool { get }
}

extension Array: EmptyWhenAbsent {}
extension Dictionary: EmptyWhenAbsent {}
extension Set: EmptyWhenAbsent {}
