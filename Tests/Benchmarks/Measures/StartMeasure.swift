import Foundation

/// From the start of the program to its first screen, against a curses program that does nothing.
struct StartMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let what = "start to first screen, City board"
    guard let program = workshop.program else { return [Line(what, notMeasured: "no program")] }
    let board = try workshop.cityBoard().path
    let empty = try workshop.emptyProgram()
    let comparison = try Comparison(rounds: 31) {
      let terminal = try PseudoTerminal(
        [program, board, "--today", "2018-09-27"], home: workshop.folder)
      // The first frame only clears the screen.
      var frame = try terminal.read(until: PseudoTerminal.endOfFrame)
      while !String(decoding: frame.bytes, as: UTF8.self).contains("Modern") {
        frame = try terminal.read(until: PseudoTerminal.endOfFrame)
      }
      return frame.at
    } theirs: {
      try PseudoTerminal([empty], home: workshop.folder).read(until: Array("painted".utf8)).at
    }
    return [Line(what, comparison, against: "empty curses program", aim: .atMost(2))]
  }
}
