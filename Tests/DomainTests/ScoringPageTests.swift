import Domain
import TestSupport
import Testing

/// `docs/scoring.md` says what the shipped model does: its tables are read and worked out again.
struct ScoringPageTests {
  let page: MarkdownPage
  let shipped: ShippedScores

  init() throws {
    page = MarkdownPage(try House.text("docs/scoring.md"))
    shipped = try ShippedScores()
  }

  @Test func `the criteria and scales are the shipped ones, in order`() throws {
    let rows = try page.table(under: "Criteria and scales")
    var section = ""
    var found: [[String]] = []
    for row in rows {
      if let name = row["Section"], !name.isEmpty { section = name }
      found.append(
        try [section]
          + ["Criterion", "Name in formulas", "Short", "Scale"].map { try row.cell($0) })
    }
    let expected = shipped.scorer.sections.flatMap { section in
      shipped.scorer.criteria[section.criteria].map { entry in
        [
          section.section.title + (section.section.short == "OP" ? " (OP)" : "")
            + ", \(section.id)",
          entry.criterion.title, "\(entry.id)", entry.criterion.short,
          entry.points.map(\.value.description).joined(separator: " "),
        ]
      }
    }
    #expect(found == expected)
    for entry in shipped.scorer.criteria {
      for (value, point) in entry.points {
        #expect(point.key == (value == Exact("0.5") ? "5" : value.description))
      }
    }
  }

  @Test func `the formulas are the shipped ones`() throws {
    let model = try #require(shipped.board[shipped.scorer.id])
    #expect(page.text.contains("    risk    = \(model.formula.risk)\n"))
    #expect(page.text.contains("    grading = \(model.formula.grading)\n"))
  }

  @Test func `the multipliers and their bounds are those of the shipped model`() throws {
    let model = try #require(shipped.board[shipped.scorer.id])
    let rows = try page.table(under: "Multipliers")
    #expect(rows.count == model.multipliers.count)
    for row in rows {
      let total = try row.number("Total OP")
      let entry = try #require(model.multipliers[total])
      #expect(try entry.value == row.number("Multiplier"))
      #expect(try entry.basis.rawValue == row.cell("Basis"))
      // With a risk of 1 the grading is the multiplier.
      let grading = try grading(risk: 1, position: total)
      #expect(try bounds(of: grading) == row.cell("Bounds"))
    }
  }

  @Test func `the published rows are worked out again from their inputs`() throws {
    let inputs = try page.table(under: "The published rows", number: 1)
    let rows = try page.table(under: "The published rows", number: 2)
    #expect(rows.count == 12)
    for row in rows {
      let theme = try row.cell("Theme")
      let input = try #require(inputs.first { $0["Theme"] == theme })
      let values: [Exact?] = try shipped.scorer.criteria.map { entry in
        entry.id == "volume"
          ? try row.number("Volume") : try input.number(entry.criterion.short)
      }
      let score = try #require(try shipped.scorer.score(values))
      let totals = (0..<3).map { shipped.scorer.total(of: $0, values) }
      #expect(totals == (try ["Harm", "Likelihood", "OP"].map { try row.number($0) }))
      #expect(score.risk.isExactly(try row.number("Risk")))
      #expect(score.grading.isExactly(try row.number("Grading")))
      #expect(try score.risk.value.multiplied(by: row.number("Multiplier")) == score.grading.value)
      let share = try #require(score.risk.value.thousandths(of: shipped.scorer.greatestRisk))
      let percent = try #require(Exact("0.1")?.multiplied(by: Exact(share)))
      #expect(try row.cell("Share") == "\(percent) %")
    }
  }

  @Test func `the ranks and sums of a block are those of the shipped board`() throws {
    let rows = try page.table(under: "The published rows", number: 2)
    let published = try PublishedRow.all()
    for row in rows {
      let block = try #require(Int(try row.cell("Block")))
      let theme = try row.cell("Theme")
      let issue = try #require(published.first { $0.theme == theme }).issue
      let assessment = shipped.assessment(ofBlock: block)
      let score = try #require(assessment.score(of: try shipped.slot(issue)))
      let standing = assessment.standing(of: score)
      #expect(try row.cell("By risk") == "\(standing.byRisk)")
      #expect(try row.cell("By grading") == "\(standing.byGrading)")
    }
    for sum in try page.table(under: "The published rows", number: 3) {
      let block = rows.filter { $0["Block"] == sum["Block"] }
      #expect(try total(of: "Risk", in: block) == sum.number("Sum of risk"))
      #expect(try total(of: "Grading", in: block) == sum.number("Sum of grading"))
    }
  }

  @Test func `the worked examples hold, line by line`() throws {
    let lines =
      page.section("CSE step by step, block 1").filter { $0.hasPrefix("    ") }
      + page.section("A grading that rests on an assumption").filter { $0.hasPrefix("    ") }
      + page.section("Share of the maximum").filter { $0.hasPrefix("    ") }
    let sums = lines.flatMap { workings(in: $0) }
    #expect(sums.count == 10)
    for sum in sums {
      #expect(workedOut(sum.left) == workedOut(sum.right), "\(sum.left) = \(sum.right)")
    }
    #expect(workedOut("(7 × 8) × (3 × 3)") == shipped.scorer.greatestRisk)
    #expect(workedOut("58.5 × ~0.8") == Exact("46.8"))
    #expect(workedOut("58.5 × ~0.8") != Exact("46.81"))
  }

  @Test func `the assumed example is what the model gives`() throws {
    let row = try #require(PublishedRow.all().first { $0.theme == "Aggravated Burglary" })
    var values = try row.inputs(of: shipped.scorer)
    let capacity = try #require(shipped.scorer.criteria.firstIndex { $0.id == "capacity" })
    values[capacity] = 1
    let grading = try #require(try shipped.scorer.score(values)).grading
    let text = page.section("A grading that rests on an assumption").joined(separator: "\n")
    #expect(text.contains("= ~\(grading.value)\n"))
    #expect(text.contains("= \(grading.low) to \(grading.high)\n"))
  }

  /// A grading of the shipped model for a risk of 1 and a total of the organisation's position.
  private func grading(risk: Exact, position: Exact) throws -> Figure {
    var values: [Exact?] = shipped.scorer.criteria.map { _ in 0 }
    for id in ["individual", "frequency"] as [Identifier<Criterion>] {
      values[try #require(shipped.scorer.criteria.firstIndex { $0.id == id })] = risk
    }
    let capacity = max(.zero, try #require(position.adding(-3)))
    values[10] = min(position, 3)
    values[11] = capacity
    return try #require(try shipped.scorer.score(values)).grading
  }

  private func bounds(of figure: Figure) -> String {
    figure.isAssumed ? "\(figure.low) to \(figure.high)" : "\(figure.value)"
  }

  private func total(of column: String, in rows: [MarkdownPage.Row]) throws -> Exact? {
    try rows.reduce(Exact.zero) { try $0.adding($1.number(column)) ?? .zero }
  }

  /// The equations of a worked line, each end of a range one of its own.
  private func workings(in line: String) -> [(left: String, right: String)] {
    let label = /^ *[a-zA-Z ]*/
    let sides = line.replacing(label, with: "").split(separator: "=").map(String.init)
    return zip(sides, sides.dropFirst()).flatMap { left, right in
      zip(left.split(separator: " to "), right.split(separator: " to ")).map {
        (String($0), String($1))
      }
    }
  }

  /// What a sum or a product of numbers comes to; `nil` where it is something else.
  private func workedOut(_ text: String) -> Exact? {
    let flat = text.filter { !" ~()".contains($0) }
    return flat.split(separator: "+").reduce(Exact.zero) { sum, term in
      let product = term.split(separator: "×").reduce(Exact.one) { product, factor in
        Exact(String(factor)).flatMap { product?.multiplied(by: $0) }
      }
      return product.flatMap { sum?.adding($0) }
    }
  }
}
