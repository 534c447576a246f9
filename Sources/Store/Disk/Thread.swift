import Glibc
import Synchronization

/// A thread of the system.
struct Thread: Sendable {
  private let handle: pthread_t

  /// What a thread is to do, in a form that fits through a C pointer.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread; `nil` when the system has none to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var handle = pthread_t()
    let result = pthread_create(
      &handle, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits until the thread has ended; once.
  func join() { pthread_join(handle, nil) }

  /// Lets the thread end by itself; instead of waiting for it.
  func detach() { pthread_detach(handle) }
}

/// Does two pieces of work at the same time.
func together<One: Sendable, Other: Sendable>(
  _ one: @Sendable () -> One, _ other: @escaping @Sendable () -> Other
) -> (One, Other) {
  let box = Box<Other>()
  let thread = Thread { box.put(other()) }
  let first = one()
  thread?.join()
  return (first, box.take() ?? other())
}

/// A place for one value that one thread leaves for another.
private final class Box<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)

  func put(_ value: Content) { content.withLock { $0 = value } }

  func take() -> Content? {
    content.withLock { content in
      defer { content = nil }
      return content
    }
  }
}
