internal import Text
public import Evaluation

extension NodeClassificationReport {
  /// The report as text for a terminal: the split, scores by share, and a table of the labels.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// The report in Markdown, for the appendix of a paper.
  public var markdown: String { markdown(nil) }

  /// The lines of `text`.
  package var lines: [String] {
    settings + [""] + shareTable.lines + [""] + [labelTitle] + labelTable.lines
  }

  /// The report in Markdown, including the origin of its numbers.
  ///
  /// - Parameter context: The origin of the numbers; nil to omit it.
  /// - Returns: The text, ending in a newline.
  package func markdown(_ context: ReportContext?) -> String {
    let origin = context.map { ["Embedding: \($0.inputText)"] }
    let settings = (origin ?? []) + ["Seed: \(options.seed)"] + self.settings
    let text =
      ["## Node classification", ""] + settings.map { "- \($0)" } + [""] + shareTable.markdown
      + ["", labelTitle, ""] + labelTable.markdown
      + (context.map { ["", "Made with \($0.program)."] } ?? [])
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
      "\(labeledCount) of \(nodeCount) nodes have a label, \(labelNames.count) labels, \(several)",
      "logistic regression, one label versus the rest, C = \(options.cost.shortText); \(splits)",
    ]
  }

  private var shareTable: AlignedTable {
    let hasSpread = parts[0].microF1.count > 1
    func cells(_ spread: Spread) -> [String] {
      [(100 * spread.mean).decimals(2)]
        + (hasSpread ? ["± \((100 * spread.deviation).decimals(2))"] : [])
    }
    let spread = hasSpread ? [""] : []
    var table = AlignedTable(
      ["trained on", "nodes", "tested", "micro-F1 %"] + spread + ["macro-F1 %"] + spread
        + ["accuracy %"] + spread)
    for part in parts {
      table.append(
        [
          "\((100 * part.trainingShare).decimals(0)) %", "\(part.trainingCount)",
          "\(part.testCount)",
        ] + cells(part.microF1) + cells(part.macroF1) + cells(part.accuracy))
    }
    return table
  }

  private var middle: Part { parts[parts.count / 2] }

  private var labelTitle: String {
    "labels, trained on \((100 * middle.trainingShare).decimals(0)) % of the nodes"
      + (isGivenSplit ? ":" : ", all splits together:")
  }

  private var labelTable: AlignedTable {
    var table = AlignedTable(["label", "precision", "recall", "F1", "tested nodes"])
    for (name, counts) in zip(labelNames, middle.labels) {
      table.append([
        name, counts.precision.decimals(3), counts.recall.decimals(3), counts.f1.decimals(3),
        "\(counts.support)",
      ])
    }
    return table
  }
}
