public import Evaluation

extension NodeClassificationReport {
  /// F1 against the share of nodes that were trained on, with the standard deviation.
  ///
  /// - Parameter name: What the vectors are called.
  /// - Returns: One chart.
  public func charts(of name: String) -> ChartSheet {
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
      line("micro-F1", \.microF1, color: Palette.lines[0], isEmphasized: true),
      line("macro-F1", \.macroF1, color: Palette.lines[1], isEmphasized: false),
    ]
    return ChartSheet(
      title: "Classifying the nodes of \(name)",
      subtitle: "\(labelledCount) nodes with \(labelNames.count) labels, "
        + "\(parts[0].microF1.count) splits for each share",
      charts: [
        LineChart(
          title: "F1", horizontal: .share("share of labelled nodes trained on"),
          vertical: .share("mean and standard deviation"), lines: lines, labels: .atEnds)
      ])
  }
}
