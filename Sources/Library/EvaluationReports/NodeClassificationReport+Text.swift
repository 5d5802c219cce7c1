public import Evaluation

extension NodeClassificationReport {
  /// The report for a terminal: what was split, scores by share, and a table of the labels.
  public var lines: [String] {
    settings + [""] + shareTable.lines + [""] + [labelTitle] + labelTable.lines
  }

  /// The report in Markdown, for a paper's appendix.
  ///
  /// - Parameter context: Where the numbers come from.
  /// - Returns: The text, with a line end after it.
  public func markdown(_ context: ReportContext) -> String {
    let settings =
      ["Embedding: \(context.inputText)", "Seed: \(options.seed)"] + self.settings
    let text =
      ["## Node classification", ""] + settings.map { "- \($0)" } + [""] + shareTable.markdown
      + ["", labelTitle, ""] + labelTable.markdown + ["", "Made with \(context.program)."]
    return text.joined(separator: "\n") + "\n"
  }

  private var settings: [String] {
    let several =
      isMultiLabel ? "several labels a node, the number known" : "one label a node"
    let splits =
      isGivenSplit
      ? "given split"
      : "\(options.repetitionCount) stratified random splits for each share, ± standard deviation"
    return [
      "\(labelledCount) of \(nodeCount) nodes have a label, \(labelNames.count) labels, \(several)",
      "logistic regression, one label versus the rest, C = \(short(options.cost)); \(splits)",
    ]
  }

  private var shareTable: AlignedTable {
    let hasSpread = parts[0].microF1.count > 1
    func cells(_ spread: Spread) -> [String] {
      [fixed(100 * spread.mean, decimals: 2)]
        + (hasSpread ? ["± \(fixed(100 * spread.deviation, decimals: 2))"] : [])
    }
    let spread = hasSpread ? [""] : []
    var table = AlignedTable(
      ["trained on", "nodes", "tested", "micro-F1 %"] + spread + ["macro-F1 %"] + spread
        + ["accuracy %"] + spread)
    for part in parts {
      table.append(
        [
          "\(fixed(100 * part.trainingShare, decimals: 0)) %", "\(part.trainingCount)",
          "\(part.testCount)",
        ] + cells(part.microF1) + cells(part.macroF1) + cells(part.accuracy))
    }
    return table
  }

  private var middle: Part { parts[parts.count / 2] }

  private var labelTitle: String {
    "labels, trained on \(fixed(100 * middle.trainingShare, decimals: 0)) % of the nodes"
      + (isGivenSplit ? ":" : ", all splits together:")
  }

  private var labelTable: AlignedTable {
    var table = AlignedTable(["label", "precision", "recall", "F1", "tested nodes"])
    for (name, counts) in zip(labelNames, middle.labels) {
      table.append([
        name, fixed(counts.precision), fixed(counts.recall), fixed(counts.f1),
        "\(counts.support)",
      ])
    }
    return table
  }
}
