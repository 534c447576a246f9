import Foundation

/// Measures speed and memory, and prints a table: `make bench`.
///
/// Times are held against something that runs in the same minute on the same machine; what is
/// compared takes turns. `--quick` leaves out the board of 100,000 issues.
@main enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if let folder = arguments.last, arguments.first == LoadMeasure.loadOnly {
      return try LoadMeasure.load(folder)
    }
    if let folder = arguments.last, arguments.first == RegisterBoard.writeOnly {
      return try RegisterBoard.write(to: folder)
    }
    let sizes = [106, 1_000, 10_000] + (arguments.contains("--quick") ? [] : [100_000])
    let workshop = try Workshop(sizes: sizes)
    let measures: [(name: String, lines: () throws -> [Line])] = [
      ("load", LoadMeasure(workshop: workshop).lines),
      ("decode", DecodeMeasure(workshop: workshop).lines),
      ("score", ScoreMeasure(workshop: workshop).lines),
      ("start", StartMeasure(workshop: workshop).lines),
      ("keys", KeyMeasure(workshop: workshop).lines),
      ("risk", RiskMeasure(workshop: workshop).lines),
      ("plan", PlanMeasure(workshop: workshop).lines),
      ("register", RegisterMeasure(workshop: workshop).lines),
      ("responses", ResponsesMeasure().lines),
      ("threats", ThreatsMeasure(workshop: workshop).lines),
      ("session", SessionMeasure(workshop: workshop).lines),
      ("save", SaveMeasure(workshop: workshop).lines),
      ("writers", WritersMeasure(workshop: workshop).lines),
      ("sharing", SharingMeasure(workshop: workshop).lines),
      ("slow-disk", SlowDiskMeasure(workshop: workshop).lines),
    ]
    let wanted = arguments.filter { !$0.hasPrefix("-") }
    var report = Report()
    for measure in measures where wanted.isEmpty || wanted.contains(measure.name) {
      note(measure.name)
      do {
        report.add(try measure.lines())
      } catch {
        report.add([Line(measure.name, notMeasured: "\(error)")])
      }
    }
    print(report.text)
  }
}
