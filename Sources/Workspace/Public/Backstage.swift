/// What stands behind a public view: the state that it was made from, which comes back behind it.
///
/// The view knows nothing but the board that the public is shown; so it cannot tell anything else.
indirect enum Backstage: Sendable {
  case nothing
  case whole(WorkspaceState)
}

extension Effect {
  /// Whether a public view may ask for it: it changes nothing on the board, and reads no more of it
  /// than the view is made from again.
  var isForThePublic: Bool {
    switch self {
    case .load, .loadAsAt, .look, .copy, .write, .exportPlan, .exportRound, .redraw, .suspend,
      .quit:
      true
    default: false
    }
  }
}
