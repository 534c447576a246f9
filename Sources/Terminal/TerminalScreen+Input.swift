import Glibc
package import Screen

extension TerminalScreen {
  /// Everything that was typed and pasted up to now, in order; empty when nothing waits.
  ///
  /// A lone Escape waits for what may belong to it, 25 milliseconds unless the options say
  /// otherwise. A paste is one event, however large and in however many pieces it arrives.
  package mutating func readEvents() -> [InputEvent] {
    var events: [InputEvent] = []
    while true {
      let bytes = waitingBytes(for: 0)
      events += decoder.decode(bytes)
      if !bytes.isEmpty { continue }
      guard decoder.isUndecided else { return events }
      let late = waitingBytes(for: escapeDelay)
      events += late.isEmpty ? decoder.decideAsTyped() : decoder.decode(late)
    }
  }

  /// What can be read, or nothing when nothing arrives in so many milliseconds.
  private func waitingBytes(for milliseconds: Int32) -> [UInt8] {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
