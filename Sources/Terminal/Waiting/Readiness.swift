import Glibc

/// Which of several descriptors have something to say.
package struct Readiness: Sendable {
  /// Those that have something to read.
  package private(set) var readable: Set<Int32> = []

  /// Those from which nothing will come any more: a terminal whose window was closed.
  package private(set) var closed: Set<Int32> = []

  /// Waits until one of the descriptors has something to read or is closed.
  ///
  /// Without a timeout it waits for ever; after one, nothing is ready.
  package static func wait(for descriptors: [Int32], atMost timeout: Duration? = nil) -> Readiness {
    var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let end = timeout.map { ContinuousClock.now + $0 }
    var count: Int32 = -1
    repeat {
      count = poll(&requests, nfds_t(requests.count), end.map { milliseconds(until: $0) } ?? -1)
    } while count < 0 && errno == EINTR
    var readiness = Readiness()
    for request in requests where count > 0 {
      if request.revents & Int16(POLLIN) != 0 { readiness.readable.insert(request.fd) }
      if request.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
        readiness.closed.insert(request.fd)
      }
    }
    return readiness
  }

  /// Rounded up, so that a wait does not end a little before its time.
  private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
    let left = (end - .now) / .milliseconds(1)
    return Int32(max(0, min(left.rounded(.up), Double(Int32.max))))
  }
}
