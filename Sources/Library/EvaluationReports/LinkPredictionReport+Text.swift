internal import Text
public import Evaluation

extension LinkPredictionReport {
  /// The report as text for a terminal: the split, a table, the verdict.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// The report in Markdown, for the appendix of a paper.
  public var markdown: String { markdown(nil) }

  /// The lines of `text`.
  package var lines: [String] {
    splitLines + [""] + table.lines + [""] + notes + [verdict.description]
  }

  /// The report in Markdown, including the origin of its numbers.
  ///
  /// - Parameter context: The origin of the numbers; nil to omit it.
  /// - Returns: The text, ending in a newline.
  package func markdown(_ context: ReportContext?) -> String {
    let origin = context.map {
      ["Graph: \($0.inputText)", "Embedding: \($0.parametersText)"]
    }
    let settings = (origin ?? []) + ["Seed: \(options.seed)"] + splitLines
    let text =
      ["## Link prediction", ""] + settings.map { "- \($0)" } + [""] + table.markdown + [""]
      + notes + ["", "**\(verdict.description)**"]
      + (context.map { ["", "Made with \($0.program)."] } ?? [])
    return text.joined(separator: "\n") + "\n"
  }

  private var splitLines: [String] {
    let split = splits[0]
    let percent = (100 * options.split.testShare).decimals(0)
    let times = splits.count == 1 ? "" : ", \(splits.count) times"
    var lines = [
      "\(options.split.kind.rawValue) split\(times): \(split.residualEdgeCount) edges are left, "
        + "\(split.testCounts[0]) (\(percent) %) are to be found among \(split.testCounts[1]) "
        + "\(options.split.negatives.rawValue) pairs without an edge"
    ]
    let origin =
      options.split.classifierShare > 0 ? "edges set apart" : "edges of the residual graph"
    lines.append(
      "classifiers: logistic regression, C = \(options.cost.shortText), on "
        + "\(split.trainingCounts[0]) \(origin) and \(split.trainingCounts[1]) other pairs")
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
        [result.method.title, area.spread.mean.decimals(3)]
          + (spread.isEmpty ? [] : [area.spread.deviation.decimals(3)])
          + ["\(area.interval.low.decimals(3))–\(area.interval.high.decimals(3))"]
          + [result.averagePrecision.spread.mean.decimals(3)]
          + result.hits.map { $0.share.spread.mean.decimals(3) }
          + [result.meanReciprocalRank.spread.mean.decimals(3)]
          + (validation.isEmpty ? [] : [(result.validationArea ?? 0).decimals(3)]))
    }
    return table
  }
}
