/// Who may see what is shown, printed or exported.
package enum Audience: String, Choice {
  /// The partners on the board: everything.
  case board

  /// Everybody: what is marked public, and not exempt.
  case `public`
}

extension Board {
  /// The board as an audience may see it: what is withheld leaves no trace.
  package func shown(to audience: Audience) -> Board {
    guard audience == .public else { return self }
    var shown = self
    shown.actions = Table()
    shown.areas = Table()
    shown.partners = Table()
    for area in areas.all where isPublic(area.header) { shown.areas[area.id] = area }
    for partner in partners.all where isPublic(partner.header) {
      shown.partners[partner.id] = partner
    }
    for action in actions.all where isPublic(action.header) {
      var action = action
      if let area = action.area, shown.areas[area] == nil { action.area = nil }
      if let lead = action.lead, shown.partners[lead] == nil { action.lead = nil }
      action.owners = action.owners.filter { shown.partners[$0.key] != nil }
      shown.actions[action.id] = action
    }
    return shown
  }

  private func isPublic(_ header: Header) -> Bool {
    header.marking.flatMap { settings.markings[$0]?.isPublic } == true
      && header.exemptParagraph == nil
  }
}
