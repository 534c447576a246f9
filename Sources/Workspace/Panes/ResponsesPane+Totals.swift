import Domain
import Screen

/// Below the rows of the matrix: how many have said something, and who has not.
extension WorkspaceState {
  /// How many agencies have said something on each column, and who has said nothing at all.
  func drawTotals(
    of matrix: Matrix, _ layout: MatrixLayout, in area: Rect, on canvas: inout Canvas
  ) {
    guard area.height > 0 else { return }
    let title =
      !tellsAbsence ? " published" : layout.nameWidth < 16 ? " said" : " said something"
    canvas.write(
      title, x: area.x, y: area.y, width: layout.nameWidth, in: area, style: .heading)
    let counts = matrix.matters.map { matrix.heard.answers.comments(on: $0.matter) }
    for index in layout.columns where tellsAbsence || counts[index] > 0 {
      let count = "\(counts[index])"
      canvas.write(
        count, x: area.x + layout.x(of: index) + (count.count > 1 ? 1 : 2), y: area.y, in: area,
        style: counts[index] == 0 ? .warning : .heading)
    }
    if let tail = layout.tails.first {
      let counted = zip(matrix.matters, counts).filter(\.0.isCounted).map(\.1)
      canvas.write(
        sum(of: counted, width: layout.tails.reduce(0) { $0 + $1.width } - 1),
        x: area.x + tail.x + 1, y: area.y, in: area, style: .heading)
    }
    guard area.height > 1 else { return }
    let told = turnoutText.map { "\($0); " } ?? ""
    let text =
      tellsAbsence
      ? told + awaitedText(width: area.width - 1 - TextWidth.columns(of: told))
      : "An empty cell says nothing about a partner: not all answers are published."
    canvas.write(
      " \(text)", x: area.x, y: area.y + 1, width: area.width,
      in: area)
  }

  /// How much was said, and on how many areas: `8 on 6 of 8 areas`, as far as there is room.
  private func sum(of counts: [Int], width: Int) -> String {
    let sum = "\(counts.reduce(0, +))"
    guard responses.view == .areas(question: .any), tellsAbsence else { return sum }
    let spoken = "\(counts.count { $0 > 0 }) of \(counts.count)"
    return ["\(sum) on \(spoken) areas", "\(sum) on \(spoken)"]
      .first { TextWidth.columns(of: $0) <= width } ?? sum
  }

  /// How many agencies have answered what the view is about, where it is not about everything.
  private var turnoutText: String? {
    guard let heard = responses.heard, let matter = responses.view.matter else { return nil }
    return
      "\(heard.answers.responding(on: matter)) of \(heard.respondents.agencies) agencies on this"
  }

  /// How many names of those who have not answered are looked at.
  private static let mostAwaited = 24

  /// Who has not answered, by name as far as there is room.
  func awaitedText(width: Int) -> String {
    guard let heard = responses.heard else { return "" }
    let count = heard.awaited.count
    guard count > 0 else {
      return heard.respondents.rows.isEmpty ? "" : "Everybody has answered."
    }
    let start = "awaited \(count): "
    // No line has room for more names, however many there are.
    let awaited = heard.awaited.first(WorkspaceState.mostAwaited)
    let units = Dictionary(grouping: awaited.filter { agency(of: $0) != $0 }, by: agency)
    let alone = awaited.filter { agency(of: $0) == $0 || units[agency(of: $0)]?.count == 1 }
    let together = units.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { "\($0.value.count) units of \(name(of: $0.key))" }
    let grouped = alone.map(name) + together
    let whole = [awaited.map(name), grouped].lazy.map { start + $0.list }
      .first { TextWidth.columns(of: $0) <= width }
    if awaited.count == count, let whole { return whole }
    for shown in stride(from: alone.count, to: 0, by: -1) {
      let text = start + (alone.prefix(shown).map(name) + ["\(count - shown) more"]).list
      if TextWidth.columns(of: text) <= width { return text }
    }
    return "\(count) have not answered"
  }
}
