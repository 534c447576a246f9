import Synchronization
import Terminal

/// Where other threads leave messages for the one that owns the screen.
final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let bell = WakeUp()

  /// Readable while something waits.
  var descriptor: Int32 { bell.descriptor }

  /// Leaves a message; any thread may.
  func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    bell.wake()
  }

  /// Takes everything that waits, oldest first.
  func take() -> [Message] {
    bell.drain()
    return waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
