import Domain
import Screen

/// The funnel: how many issues there are, are scored and stand above the cut, group by group.
extension WorkspaceState {
  mutating func countFunnel() {
    threats.funnel = Funnel(of: board, assessment, cut: cutLine)
  }

  /// The groups in their order: all, the themes, the golden themes, what stands alone, the stages.
  var funnelRows: [ThreatsPane.Row] {
    guard let funnel = threats.funnel, !funnel.stages.isEmpty else { return [] }
    let known = board.settings.themes.ranked().map(\.key)
    let unknown = funnel.themes.keys.compactMap(\.self).filter { !known.contains($0) }.sorted()
    let golden = board.settings.goldenThemes.ranked().map(\.key)
    let unknownGolden = funnel.goldenThemes.keys.filter { !golden.contains($0) }.sorted()
    let themes = (known + unknown).map { IssueGroup.theme($0) }
    let without: [IssueGroup] = funnel.themes[nil] == nil ? [] : [.theme(nil)]
    let stages = Issue.Stage.allCases.filter { funnel.stages[$0] != nil }
    let groups =
      [.ranked] + themes + without + (golden + unknownGolden).map { IssueGroup.goldenTheme($0) }
      + (funnel.standingAlone.issues > 0 ? [.standingAlone] : [])
      + stages.map { IssueGroup.stage($0) }
    return groups.map { .group($0) }
  }

  /// What a group is called.
  func title(of group: IssueGroup) -> String {
    switch group {
    case .ranked: "All that are ranked"
    case .theme(nil): "No theme"
    case .theme(let theme?): board.settings.themes[theme]?.title ?? theme.text
    case .goldenTheme(let theme): board.settings.goldenThemes[theme]?.title ?? theme.text
    case .standingAlone: "Standing alone"
    case .stage(let stage): stage.rawValue
    }
  }

  /// How many issues a group has; of a stage only how many.
  func counts(of group: IssueGroup) -> Funnel.Counts? {
    guard let funnel = threats.funnel else { return nil }
    return switch group {
    case .ranked: funnel.all
    case .theme(let theme): funnel.themes[theme] ?? Funnel.Counts()
    case .goldenTheme(let theme): funnel.goldenThemes[theme] ?? Funnel.Counts()
    case .standingAlone: funnel.standingAlone
    case .stage: nil
    }
  }

  func cell(_ column: ThreatsColumn, of group: IssueGroup) -> (String, Style) {
    func number(_ count: Int?) -> (String, Style) {
      count.map { $0 == 0 ? (".", .faint) : (String($0), .plain) } ?? ("", .plain)
    }
    let counts = counts(of: group)
    switch column {
    case .kind:
      return switch group {
      case .ranked: ("", .faint)
      case .theme: ("theme", .faint)
      case .goldenTheme: ("golden", .strong)
      case .standingAlone: ("alone", .faint)
      case .stage: ("stage", .faint)
      }
    case .issues:
      if case .stage(let stage) = group { return number(threats.funnel?.stages[stage] ?? 0) }
      return number(counts?.issues)
    case .scored: return number(counts?.scored)
    case .above: return cutLine == nil ? ("", .plain) : number(counts?.above)
    default: return ("", .plain)
    }
  }

  /// What a group has come to, as a sentence.
  func sentence(of group: IssueGroup) -> String {
    let title = title(of: group)
    if case .stage(let stage) = group {
      let count = threats.funnel?.stages[stage] ?? 0
      return "\(count.of("issue")) \(count == 1 ? "is" : "are") \(stage.rawValue)."
    }
    guard let counts = counts(of: group) else { return title }
    let unscored = counts.issues - counts.scored
    let above =
      cutLine.map { "\(counts.above) above the cut, \(words(for: $0))" } ?? "no cut is set"
    return "\(title): \(counts.issues.of("issue")), \(counts.scored) scored"
      + (unscored > 0 && tellsAbsence ? " (\(unscored) not)" : "") + ", \(above)."
  }
}
