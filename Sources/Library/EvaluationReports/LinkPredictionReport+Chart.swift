internal import Text
public import Evaluation

extension LinkPredictionReport {
  /// The report as charts in SVG: the ROC curve and the precision-recall curve of every method on
  /// the first split.
  public var chart: String { charts(of: "the graph").svg }

  /// The ROC curves and the precision-recall curves of the first split.
  ///
  /// The compared operator is bold, the other operators are colored, and of the heuristics only the
  /// best is.
  ///
  /// - Parameter name: The name of the graph.
  /// - Returns: Two charts side by side.
  package func charts(of name: String) -> ChartSheet {
    let split = splits[0]
    return ChartSheet(
      title: "Finding removed edges of \(name)",
      subtitle: "\(split.testCounts[0]) edges among \(split.testCounts[1]) "
        + "\(options.split.negatives.rawValue) pairs without an edge, "
        + "\(options.split.kind.rawValue) split. \(verdict.description)",
      charts: [
        LineChart(
          title: "Receiver operating characteristic",
          horizontal: .share("false positive rate"), vertical: .share("true positive rate"),
          lines: lines(by: \.areaUnderCurve, curve: \.receiverOperatingCurve),
          labels: .lowerRight, reference: [(0, 0), (1, 1)]),
        LineChart(
          title: "Precision and recall", horizontal: .share("recall"),
          vertical: .share("precision"),
          lines: lines(by: \.averagePrecision, curve: \.precisionRecallCurve),
          labels: .lowerLeft),
      ])
  }

  private func lines(
    by metric: (MethodResult) -> Measurement, curve: (MethodResult) -> [CurvePoint]
  ) -> [LineChart.Line] {
    var colors: [PredictionMethod: String] = [
      verdict.method: ChartColors.lines[0], verdict.heuristic: ChartColors.lines[1],
    ]
    for (result, color) in zip(
      methods.filter { !$0.method.isHeuristic && $0.method != verdict.method },
      ChartColors.lines.dropFirst(2))
    {
      colors[result.method] = color
    }
    // Best first; equal ones in the order of the report.
    let order = methods.indices.sorted { first, second in
      let (left, right) = (metric(methods[first]).spread.mean, metric(methods[second]).spread.mean)
      return left != right ? left > right : first < second
    }
    return order.map { index in
      let result = methods[index]
      return LineChart.Line(
        "\(metric(result).spread.mean.decimals(3))  \(result.method.title)",
        curve(result).map { ($0.x, $0.y) }, color: colors[result.method] ?? ChartColors.muted,
        isEmphasized: result.method == verdict.method)
    }
  }
}
