import Screen

extension WorkspaceState {
  /// Whether the screen is so small that one line saying so is all there is.
  var isTooSmall: Bool { size.width < 40 || size.height < 10 }

  /// Whether there is room for two boxes side by side.
  var hasRoomForTwo: Bool { size.width >= 100 && size.height >= 24 }

  /// Why the box in front cannot be given the whole screen; `nil` when it can.
  var whyNotZoomed: String? {
    let hasColumns = pane == .plan && plan.view == .area && size.width >= 48
    return hasRoomForTwo || hasColumns ? nil : "the box in front has the whole screen already."
  }

  /// Whether two boxes are in sight.
  var isWide: Bool { hasRoomForTwo && !isZoomed }

  /// What is left for the pane between the lines above and below it.
  var body: Rect { Rect(size).splitTop(2).rest.splitBottom(1 + detailHeight).rest }

  /// How many lines tell the whole of what is selected, or the last result.
  var detailHeight: Int { size.height >= 30 || size.width < 60 ? 2 : 1 }

  /// The rectangle of the list, and that of the second box where both are in sight.
  func boxes(side: Int) -> (main: Rect, second: Rect?) {
    guard isWide else { return (body, nil) }
    let (main, second) = body.splitLeft(body.width - side)
    return (main, second)
  }

  /// How wide the second box is: the whole body where the boxes take turns.
  var secondBoxWidth: Int {
    guard isWide else { return body.width }
    return pane == .areas ? min(40, body.width / 3) : body.width * 2 / 5
  }

  /// How many rows of a list are in sight: inside the outline, below the headings.
  var listHeight: Int {
    max(1, body.height - 3 - (isWide ? 0 : scalePanelHeight) - riskRowsTaken)
  }
}
