package import Domain
package import JSON

extension RegisterReport {
  /// The register as an object: what it was scored under and as at which day, then the issues.
  package var json: Value {
    let scorer = assessment.scorer
    var object = Object()
    object["board"] = .string(board.settings.name)
    object["as_at"] = .string(asAt.description)
    object["marking"] = marking.map { .string($0) }
    object["model"] = [
      "id": .string(scorer.id.text), "title": .string(scorer.title),
      "version": .string(scorer.version),
    ]
    object["context"] = assessment.context.map { .string($0.text) }
    object["order"] = .string(order.rawValue)
    object["cut"] = cut.flatMap { try? Value(encoding: $0) }
    object["issues"] = .array(
      register.entries.map { entry in
        var issue = entry.object(in: board)
        issue["cut"] = side(of: entry.issue).map { .string($0) }
        issue["values"] = values(of: entry.issue)
        issue["model_version"] = version(of: entry.issue)
        return .object(issue)
      })
    guard audience == .board else { return .object(object) }
    object["unscored"] = .array(
      unscored.map { record in
        var issue = board.object(of: record.id)
        issue["values"] = values(of: record.id)
        return .object(issue)
      })
    return .object(object)
  }

  /// The version of the model that an issue was scored by.
  private func version(of issue: Identifier<Issue>) -> Value? {
    board.issues.slot(of: issue).map { .string(assessment.scorer(of: $0, in: board).version) }
  }

  /// The values that count for an issue, by criterion.
  private func values(of issue: Identifier<Issue>) -> Value {
    var values = Object()
    guard let slot = board.issues.slot(of: issue) else { return .object(values) }
    for (criterion, value) in zip(
      assessment.scorer.criteria, assessment.values(of: slot, in: board))
    {
      values[criterion.id.text] = value.map { .number(Number($0)) }
    }
    return .object(values)
  }
}

extension Register.Entry {
  /// The risk in per cent of the greatest one, to one decimal place.
  package var percent: Exact? { share.flatMap { Exact("\($0 / 10).\($0 % 10)") } }

  /// The entry as an object: the issue's own fields, and the figures by their names in a sheet.
  package func object(in board: Board) -> Object {
    var object = board.object(of: issue)
    object["rank_by_risk"] = .number(Number(standing.byRisk))
    object["rank_by_grading"] = .number(Number(standing.byGrading))
    object["rank_best"] = .number(Number(standing.best))
    object["rank_worst"] = .number(Number(standing.worst))
    object["risk"] = .number(Number(score.risk.value))
    object["risk_percent"] = percent.map { .number(Number($0)) }
    object["op_grading"] = .number(Number(score.grading.value))
    object["op_grading_low"] = .number(Number(score.grading.low))
    object["op_grading_high"] = .number(Number(score.grading.high))
    object["is_assumed"] = .bool(score.grading.isAssumed)
    object["is_working"] = isWorking.map { .bool($0) }
    object["stands_above"] = swap.map { .string($0.lowered.text) }
    object["swap_cause"] = swap.map { .string($0.cause) }
    return object
  }
}

extension Board {
  /// An issue as an object with its own field names, and its `id`.
  fileprivate func object(of issue: Identifier<Issue>) -> Object {
    var object = value(of: RecordName(issue))?.objectValue ?? Object()
    object["id"] = .string(issue.text)
    return object
  }
}
