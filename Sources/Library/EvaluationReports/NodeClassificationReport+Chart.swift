public import Evaluation

extension NodeClassificationReport {
  /// The report as a chart in SVG: F1 against the share of nodes used for training, with the
  /// standard deviation.
  public var chart: String { charts(of: "the graph").svg }

  /// F1 against the share of nodes used for training, with the standard deviation.
  ///
  /// - Parameter name: The name of the vectors.
  /// - Returns: One chart.
  package func charts(of name: String) -> ChartSheet {
    let parts = parts.sorted { $0.trainingShare < $1.trainingShare }
    func line(
      _ label: String, _ metric: (Part) -> Spread, color: String, isEmphasized: Bool
    ) -> LineChart.Line {
      LineChart.Line(
        label, parts.map { ($0.trainingShare, metric($0).mean) },
        errors: parts.map { metric($0).deviation }, color: color, isEmphasized: isEmphasized,
        hasDots: true)
    }
    let lines = [
      line("micro-F1", \.microF1, color: ChartColors.lines[0], isEmphasized: true),
      line("macro-F1", \.macroF1, color: ChartColors.lines[1], isEmphasized: false),
    ]
    return ChartSheet(
      title: "Classifying the nodes of \(name)",
      subtitle: "\(labeledCount) nodes with \(labelNames.count) labels, "
        + "\(parts[0].microF1.count) splits for each share",
      charts: [
        LineChart(
          title: "F1", horizontal: .share("share of labeled nodes trained on"),
          vertical: .share("mean and standard deviation"), lines: lines, labels: .atEnds)
      ])
  }
}
