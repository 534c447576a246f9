package import Domain

/// How a plan is written for others.
package enum PlanFormat: String, CaseIterable, Sendable {
  case csv, markdown, ics

  /// What the names of such files end in.
  package var ending: String { self == .markdown ? "md" : rawValue }

  /// The format that a file's name tells; `nil` where it tells none.
  package init?(file: String) {
    let format = PlanFormat.allCases.first { file.lowercased().hasSuffix(".\($0.ending)") }
    guard let format else { return nil }
    self = format
  }
}

extension Plan {
  /// The whole file of the plan in a format.
  ///
  /// - Parameters:
  ///   - format: How it is written.
  ///   - stamp: When it is made.
  /// - Throws: ``NothingDated`` for a calendar without an event.
  package func file(as format: PlanFormat, stamp: Timestamp) throws(NothingDated) -> [UInt8] {
    switch format {
    case .csv: return PlanSheet(self).text
    case .markdown: return Array(PlanPage(self).text.utf8)
    case .ics:
      guard let calendar = PlanCalendar(self, stamp: stamp) else { throw NothingDated() }
      return calendar.text
    }
  }
}

/// A plan has nothing to put into a calendar.
package struct NothingDated: Error, CustomStringConvertible {
  package var description: String {
    "No milestone that is not done, and no review, has a date: there is nothing for a calendar."
  }
}
