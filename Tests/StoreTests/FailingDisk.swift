import Glibc
import Store
import Synchronization

/// What goes wrong on a disk, and when.
final class Fault: Sendable {
  private let count = Mutex(0)
  private let calls = Mutex<[Disk.Call]>([])
  private let numbers: ClosedRange<Int>
  private let kind: Disk.Call?
  private let action: @Sendable () -> CInt?

  /// Something happens before the call of some number, from 1, counting all calls or those of one
  /// kind; an error number fails the call.
  init(at number: Int, of kind: Disk.Call? = nil, _ action: @escaping @Sendable () -> CInt?) {
    numbers = number...number
    self.kind = kind
    self.action = action
  }

  /// The same happens before each call from some number on.
  init(from number: Int, _ action: @escaping @Sendable () -> CInt?) {
    numbers = number...Int.max
    kind = nil
    self.action = action
  }

  /// A disk on which that happens.
  var disk: Disk {
    Disk { call in
      self.calls.withLock { $0.append(call) }
      let isDue = self.count.withLock { count in
        guard self.kind == nil || call == self.kind else { return false }
        count += 1
        return self.numbers.contains(count)
      }
      return isDue ? self.action() : nil
    }
  }

  /// The calls that were made or failed, in their order.
  var seen: [Disk.Call] { calls.withLock { $0 } }
}
