package import Domain

extension Plan {
  /// The whole file of the plan in a format.
  ///
  /// - Parameters:
  ///   - format: How it is written.
  ///   - stamp: When it is made.
  /// - Returns: The bytes of the file.
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
