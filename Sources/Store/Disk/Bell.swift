import CSystem
import Glibc

/// A bell that wakes one waiting thread.
final class Bell: Sendable {
  private let descriptor = cs_counter_open()

  deinit { close(descriptor) }

  /// Rings; rung before somebody waits, it is heard then.
  func ring() { cs_counter_add(descriptor) }

  /// Waits until the bell rings, or until a time.
  ///
  /// Where the system had no bell to give, it waits out the time.
  func wait(until end: ContinuousClock.Instant) {
    let left = ((end - .now) / .milliseconds(1)).rounded(.up)
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, Int32(max(0, min(left, 60_000))))
    cs_counter_clear(descriptor)
  }
}
