public import Evaluation

extension LinkPredictionReport {
  /// The report for a terminal: what was split, a table, the verdict.
  public var lines: [String] {
    splitLines + [""] + table.lines + [""] + notes + [verdict.description]
  }

  /// The report in Markdown, for a paper's appendix.
  ///
  /// - Parameter context: Where the numbers come from.
  /// - Returns: The text, with a line end after it.
  public func markdown(_ context: ReportContext) -> String {
    let settings =
      [
        "Graph: \(context.inputText)", "Embedding: \(context.parametersText)",
        "Seed: \(options.seed)",
      ] + splitLines
    let text =
      ["## Link prediction", ""] + settings.map { "- \($0)" } + [""] + table.markdown + [""]
      + notes + ["", "**\(verdict.description)**", "", "Made with \(context.program)."]
    return text.joined(separator: "\n") + "\n"
  }

  private var splitLines: [String] {
    let split = splits[0]
    let percent = fixed(100 * options.split.testShare, decimals: 0)
    let times = splits.count == 1 ? "" : ", \(splits.count) times"
    var lines = [
      "\(options.split.kind.rawValue) split\(times): \(split.residualEdgeCount) edges are left, "
        + "\(split.testCounts[0]) (\(percent) %) are to be found among \(split.testCounts[1]) "
        + "\(options.split.negatives.rawValue) pairs without an edge"
    ]
    let origin =
      options.split.classifierShare > 0 ? "edges set apart" : "edges of the residual graph"
    lines.append(
      "classifiers: logistic regression, C = \(short(options.cost)), on \(split.trainingCounts[0]) "
        + "\(origin) and \(split.trainingCounts[1]) other pairs")
    if split.joinsTwoSides {
      lines.append("the graph is bipartite: pairs without an edge join its two sides")
    }
    if split.leftOutCount > 0 {
      lines.append(
        "\(split.leftOutCount) edges without a common neighbor are left out of the test")
    }
    return lines
  }

  private var notes: [String] {
    let pool = min(LinkPredictionOptions.rankedNegativeCount, splits[0].testCounts[1])
    var notes = [
      "95 %: interval of the AUC over draws of the test's pairs. Hits and MRR: each edge ranked "
        + "among \(pool) pairs without."
    ]
    if splits.count > 1 { notes.append("±: standard deviation over \(splits.count) splits.") }
    return notes
  }

  private var table: AlignedTable {
    let spread = splits.count > 1 ? ["±"] : []
    let validation = methods[0].validationArea == nil ? [] : ["validation AUC"]
    var table = AlignedTable(
      ["method", "AUC"] + spread + ["95 %", "AP"] + options.hitRanks.map { "Hits@\($0)" }
        + ["MRR"] + validation)
    for result in methods {
      let area = result.areaUnderCurve
      table.append(
        [result.method.title, fixed(area.spread.mean)]
          + (spread.isEmpty ? [] : [fixed(area.spread.deviation)])
          + ["\(fixed(area.interval.low))–\(fixed(area.interval.high))"]
          + [fixed(result.averagePrecision.spread.mean)]
          + result.hits.map { fixed($0.share.spread.mean) }
          + [fixed(result.meanReciprocalRank.spread.mean)]
          + (validation.isEmpty ? [] : [fixed(result.validationArea ?? 0)]))
    }
    return table
  }
}

/// A number without decimals where it has none.
func short(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
}
