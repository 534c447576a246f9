import CSystem
import Glibc

/// A bell that any thread can ring and the waiting thread hears.
package final class WakeUp: Sendable {
  /// What to wait on.
  package let descriptor: Int32

  package init() {
    descriptor = cs_counter_open()
    precondition(descriptor >= 0, "the system can count events by descriptor")
  }

  deinit { close(descriptor) }

  /// Rings; rung several times before it is heard, it is heard once.
  package func wake() { cs_counter_add(descriptor) }

  /// Makes it silent; look afterwards at what it announced.
  package func drain() { cs_counter_clear(descriptor) }
}
