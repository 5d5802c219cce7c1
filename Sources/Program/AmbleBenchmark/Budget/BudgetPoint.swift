internal import Evaluation
internal import EvaluationReports
internal import Files
internal import Text

/// A point of the chart of quality against CPU seconds.
struct BudgetPoint {
  /// What the points of different graphs have in common: the number of walks, or a program.
  let series: String
  let task: BudgetTrial.Task
  let seconds: Double
  /// The mean of the task's measures, in 0...1.
  let quality: Double

  init(_ outcome: BudgetTrial.Outcome, series: String) {
    self.series = series
    task = outcome.task
    seconds = outcome.seconds
    let means = outcome.measures.map(\.spread.mean)
    quality = means.reduce(0, +) / Double(means.count)
  }

  /// A line of a file of peers is wrong.
  struct LineError: Error, CustomStringConvertible {
    let description: String
  }

  private init(line: Substring, place: String) throws(LineError) {
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count == 4, let task = BudgetTrial.Task(rawValue: fields[1]),
      let seconds = Double(fields[2]), seconds > 0, let quality = Double(fields[3]),
      (0...1).contains(quality)
    else {
      throw LineError(
        description: "\(place): a line must be a name, classification or links, CPU seconds above "
          + "0 and a quality from 0 to 1, with tabs between")
    }
    (series, self.task, self.seconds, self.quality) = (fields[0], task, seconds, quality)
  }

  /// Reads the points of other programs.
  ///
  /// - Throws: `FileError`, and `LineError` for the first line that is not understood.
  static func peers(inFile path: String) throws -> [BudgetPoint] {
    let lines = String(decoding: try InputFile.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return try zip(1..., lines).filter { !$1.isEmpty }.map { number, line in
      try BudgetPoint(line: line, place: "\(path):\(number)")
    }
  }

  /// A chart for each task: a point for each number of walks and each program, at its means over
  /// the graphs.
  static func charts(
    of points: [BudgetPoint], peers: [BudgetPoint], title: String
  ) -> ChartSheet {
    let charts = BudgetTrial.Task.allCases.compactMap { task -> LineChart? in
      let own = means(of: points.filter { $0.task == task })
      let others = means(of: peers.filter { $0.task == task })
      return own.isEmpty ? nil : chart(of: own, others, task: task)
    }
    return ChartSheet(
      title: "What walks are worth", subtitle: "means over the graphs of \(title)", charts: charts)
  }

  /// The means of each series, in the order of their first points.
  private static func means(of points: [BudgetPoint]) -> [(name: String, x: Double, y: Double)] {
    var names: [String] = []
    for point in points where !names.contains(point.series) { names.append(point.series) }
    return names.map { name in
      let parts = points.filter { $0.series == name }
      let count = Double(parts.count)
      let seconds = parts.reduce(0) { $0 + $1.seconds } / count
      return (name, seconds, parts.reduce(0) { $0 + $1.quality } / count)
    }
  }

  private static func chart(
    of own: [(name: String, x: Double, y: Double)],
    _ others: [(name: String, x: Double, y: Double)], task: BudgetTrial.Task
  ) -> LineChart {
    let all = own + others
    let values = all.map(\.y)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let margin = max(0.01, (high - low) / 8)
    let vertical = max(0, low - margin)...min(1, high + margin)
    let most = (all.map(\.x).max() ?? 1) * 1.1
    func line(_ index: Int, _ point: (name: String, x: Double, y: Double)) -> LineChart.Line {
      let isOwn = index < own.count
      return LineChart.Line(
        isOwn ? "\(point.name) walks" : point.name, [(point.x, point.y)],
        color: isOwn ? ChartColors.lines[index % ChartColors.lines.count] : ChartColors.muted,
        isEmphasized: point.name == "auto", hasDots: true)
    }
    return LineChart(
      title: task.rawValue,
      horizontal: LineChart.Axis("CPU seconds", 0...most, marks: marks(0...most)),
      vertical: LineChart.Axis("mean of the measures", vertical, marks: marks(vertical)),
      lines: zip(all.indices, all).map(line), labels: .atEnds)
  }

  /// Three marks, rounded, within a range.
  private static func marks(_ range: ClosedRange<Double>) -> [Double] {
    let length = range.upperBound - range.lowerBound
    return [0.25, 0.5, 0.75].map { share in
      ((range.lowerBound + share * length) * 1000).rounded() / 1000
    }
  }
}
