import Glibc

/// The calls by which a board is changed, one by one, so that each can be seen to fail.
package struct Disk: Sendable {
  /// One call to the system.
  package enum Call: CaseIterable, Sendable {
    case open, lock, setMode, write, sync, close, rename, remove, makeFolder
  }

  /// Asked before each call; an error number lets the call fail with it instead of being made.
  private let fault: @Sendable (Call) -> CInt?

  /// The real disk, unless a test says what goes wrong.
  package init(fault: @escaping @Sendable (Call) -> CInt? = { _ in nil }) {
    self.fault = fault
  }

  /// Makes a call, again when a signal broke it off where that is safe.
  ///
  /// A failed `fsync` is never repeated: the system may have dropped the pages and would then
  /// answer that all is well. A broken-off `close` has closed.
  @discardableResult
  func make(_ call: Call, _ body: () -> Int) throws(Errno) -> Int {
    while true {
      var error = fault(call).map(Errno.init)
      if error == nil || call == .close {
        let result = body()
        if result >= 0, error == nil { return result }
        error = error ?? .last
      }
      guard let error else { continue }
      guard error == EINTR, call == .open || call == .write else { throw error }
    }
  }
}
