import Domain
import Foundation
import JSON
import Store
import Synchronization
import Testing

struct WriterTests {
  /// Keeps what a writer answers.
  final class Mailbox: Sendable {
    private let answers = Mutex<[WriterAnswer]>([])

    func put(_ answer: WriterAnswer) { answers.withLock { $0.append(answer) } }

    /// The others, as told one time after the other.
    var visitors: [[Visitor]] {
      answers.withLock { answers in
        answers.compactMap { answer in
          guard case .here(let visitors) = answer else { return nil }
          return visitors
        }
      }
    }

    /// The answers in words.
    var words: [String] {
      answers.withLock { answers in
        answers.map { answer in
          switch answer {
          case .saved(let readings): readings.isEmpty ? "saved" : "saved, merged"
          case .refused(let error): "\(error.category)"
          case .originalsKept: "originals kept"
          case .originalsNotKept(let error): "originals not kept: \(error.category)"
          case .loaded(let loaded):
            "loaded \(loaded.board["drugs" as Identifier<Domain.Issue>]?.title ?? "nothing")"
          case .undone(let undone): "undone \(undone.act.number)"
          case .notUndone(let error): "not undone: \(error.category)"
          case .history(_, let entries): "history \(entries.map(\.number))"
          case .noHistory(let error): "no history: \(error.category)"
          case .loadedAsAt(let date, let loaded):
            "as at \(date) \(loaded.board["drugs" as Identifier<Domain.Issue>]?.title ?? "nothing")"
          case .notLoaded(let error): "not loaded: \(error.category)"
          case .changed(let readings):
            "changed " + readings.map(\.name.description).joined(separator: " ")
          case .news(let news): "news \(news.acts.map(\.number)) of \(news.last)"
          case .here(let visitors): "here \(visitors.map(\.writer))"
          }
        }
      }
    }
  }

  @Test func `everything asked for is done and answered in its order`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    writer.load()
    writer.save([SaveTests.rename(to: "A")])
    writer.save([SaveTests.rename(from: "A", to: "B")])
    writer.save([SaveTests.rename(from: "A", to: "C")])
    writer.load()
    writer.finish()
    #expect(mailbox.words == ["loaded Drugs", "saved", "saved", "saved, merged", "loaded C"])
  }

  @Test func `messages are kept before the act that names them, whose turn comes next`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    writer.keep(originals: [Array("From: a\n\nhello".utf8)])
    writer.save([SaveTests.rename(to: "A")])
    writer.finish()
    #expect(mailbox.words == ["originals kept", "saved"])
  }

  @Test func `records are read in turn, those that wait together in one go`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    // The first save stands still until all has been asked for.
    let isAsked = DispatchSemaphore(value: 0)
    let writer = Writer(
      folder: folder.board(
        disk: Disk { call in
          if call == .rename { isAsked.wait() }
          return nil
        })
    ) { mailbox.put($0) }
    writer.save([SaveTests.rename(to: "A")])
    writer.read([SaveTests.drugs])
    writer.read([SaveTests.drugs, .board])
    writer.save([SaveTests.rename(from: "A", to: "A")])
    writer.read([.board])
    isAsked.signal()
    writer.finish()
    #expect(
      mailbox.words == ["saved", "changed issues/drugs board", "saved", "changed board"])
  }

  @Test func `what was done is taken back, told and shown as at a day in its turn`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    let day = try #require(CalendarDate("2018-02-06"))
    writer.undo(.last, stamp: Act([]).stamp, effective: nil)
    writer.save([SaveTests.rename(to: "A")])
    writer.undo(.last, stamp: Act([]).stamp, effective: nil)
    writer.load()
    writer.undo(.undo, stamp: Act([]).stamp, effective: nil)
    writer.readHistory(of: [SaveTests.drugs])
    writer.load(asAt: day)
    writer.load(asAt: try #require(CalendarDate("2018-02-05")))
    writer.finish()
    #expect(
      mailbox.words == [
        "not undone: conflict", "saved", "undone 2", "loaded Drugs", "undone 3",
        "history [4, 3, 2, 1]", "as at 2018-02-06 A", "not loaded: badData",
      ])
  }

  @Test func `a writer that has finished can be asked again`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    writer.finish()
    for (old, new) in [("Drugs", "A"), ("A", "B"), ("B", "C")] as [(Value, Value)] {
      writer.save([SaveTests.rename(from: old, to: new)])
      writer.finish()
    }
    #expect(mailbox.words == ["saved", "saved", "saved"])
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "C")
  }

  @Test func `a writer that nobody holds any more still does what it was asked for`() throws {
    let folder = try TemporaryFolder.board()
    let mailbox = Mailbox()
    let last = DispatchSemaphore(value: 0)
    do {
      let writer = Writer(folder: folder.board) {
        mailbox.put($0)
        if mailbox.words.count == 50 { last.signal() }
      }
      for count in 0..<50 {
        writer.save([
          SaveTests.rename(
            from: .string(count == 0 ? "Drugs" : "\(count - 1)"), to: .string("\(count)"))
        ])
      }
    }
    last.wait()
    #expect(mailbox.words == Array(repeating: "saved", count: 50))
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "49")
  }

  @Test func `a board that cannot be read is answered, too`() throws {
    let folder = try TemporaryFolder()
    let mailbox = Mailbox()
    let writer = Writer(folder: folder.board) { mailbox.put($0) }
    writer.load()
    writer.finish()
    #expect(mailbox.words == ["not loaded: badData"])
  }
}
