extension Canvas {
  /// What the canvas says, one line a row.
  package var picture: [String] { rows.map { row in row.reduce(into: "") { $0 += $1.glyph.text } } }

  /// How the canvas looks, one letter a cell: see ``Style/letter``.
  package var stylePicture: [String] { rows.map { row in String(row.map(\.style.letter)) } }

  private var rows: [ArraySlice<Cell>] {
    (0..<size.height).map { cells[$0 * size.width..<($0 + 1) * size.width] }
  }
}

extension Style {
  /// One letter for a style in a picture, in upper case where the cell is selected.
  package var letter: Character {
    switch role {
    case .plain: isSelected ? "S" : "."
    case .heading: isSelected ? "H" : "h"
    case .border: isSelected ? "L" : "l"
    case .faint: isSelected ? "F" : "f"
    case .strong: isSelected ? "B" : "b"
    case .alarm: isSelected ? "A" : "a"
    case .warning: isSelected ? "W" : "w"
    case .good: isSelected ? "G" : "g"
    case .key: isSelected ? "K" : "k"
    case .input: isSelected ? "I" : "i"
    }
  }
}
