import Domain

/// Reads the cells of one criterion's column.
///
/// A sheet has many cells and a scale has few points: a cell that writes a point the usual way is
/// found by one comparison of its bytes.
struct ScaleReader {
  private let points: [(spelling: UInt64, value: Exact)]

  init(_ criterion: Scorer.CriterionEntry) {
    points = criterion.points.map { point in
      (ScaleReader.spelling(Array(point.value.description.utf8)[...]) ?? 0, point.value)
    }
  }

  /// The value that a cell writes, or `nil` when it is none of the scale.
  func value(of cell: ArraySlice<UInt8>) -> Exact? {
    let spelling = ScaleReader.spelling(cell)
    if let point = points.first(where: { $0.spelling == spelling }) { return point.value }
    let value = Exact(String(decoding: cell, as: UTF8.self))
    return points.first { $0.value == value }?.value
  }

  /// A cell without the spaces around it; empty where nothing is scored.
  static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var cell = cell
    while let first = cell.first, first == 0x20 || first == 0x09 { cell.removeFirst() }
    while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
    return cell
  }

  /// Up to eight bytes as one number; no cell holds a NUL, so different cells give different ones.
  private static func spelling(_ cell: ArraySlice<UInt8>) -> UInt64? {
    guard cell.count <= 8 else { return nil }
    return cell.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
