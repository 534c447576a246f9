extension Board {
  /// Where the register is cut under a model, as an audience may see it; `nil` where it is not.
  ///
  /// A cut behind the first so many places counts issues that the public does not see, so it is not
  /// the public's.
  package func cut(
    of model: Identifier<ScoringModel>, for audience: Audience
  ) -> Cut? {
    let cut = settings.cuts[model]
    return audience == .public && cut?.top != nil ? nil : cut
  }
}
