internal import Evaluation
internal import EvaluationReports
internal import Files
internal import Parallel
internal import Text

/// What the number of walks is worth: quality against CPU seconds, on a folder of graphs.
enum BudgetBenchmark: Benchmark {
  static let name = "budget"
  static let usage = """
    FOLDER --graphs NAME,… [--walks auto,1,2,4,10,20] [--seeds N] [--degree-axis no|yes]
         [--threads N] [--chart FILE] [--peers FILE]
      Embeds graphs with each number of walks a node and each seed; classifies nodes at half of the
      labels and predicts a half of the edges. A graph is FOLDER/NAME/edges.txt or edges.txt.gz,
      perhaps with labels.txt, without which nodes are not classified. --chart draws the means over
      graphs. --peers has points of other programs, measured on the same graphs: lines of name,
      task (classification or links), CPU seconds and quality, with tabs between.
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    guard let folder = words.takeArgument() else {
      throw BenchmarkWords.WordError(description: "say which folder has the graphs")
    }
    let graphs = try words.take("--graphs", or: "").split(separator: ",").map(String.init)
    let budgets = try words.take("--walks", or: "auto,1,2,4,10,20").split(separator: ",")
      .map { text in try budget(String(text)) }
    let seedCount = max(1, try words.take("--seeds", or: 3))
    let hasDegreeAxis = try words.take("--degree-axis", or: "no") == "yes"
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let chart = try words.take("--chart", or: "")
    let peersPath = try words.take("--peers", or: "")
    try words.finish()
    guard !graphs.isEmpty else {
      throw BenchmarkWords.WordError(description: "--graphs needs the names of some folders")
    }
    let peers = try peersPath.isEmpty ? [] : BudgetPoint.peers(inFile: peersPath)

    var points: [BudgetPoint] = []
    var table = ResultTable("graph", "task", "walks", "CPU s", "measure", "mean", "deviation")
    for name in graphs {
      let data = try BudgetGraph(name, in: folder, threadCount: threadCount)
      for budget in budgets {
        let trial = BudgetTrial(
          walksPerNode: budget, hasDegreeAxis: hasDegreeAxis, threadCount: threadCount)
        let outcomes = try trial.run(on: data, seeds: 1...UInt64(seedCount))
        for outcome in outcomes {
          points.append(BudgetPoint(outcome, series: budget.map(String.init) ?? "auto"))
          for (measure, spread) in outcome.measures {
            table.append(
              name, outcome.task.rawValue, outcome.walksText, outcome.seconds.decimals(2), measure,
              spread.mean.decimals(4), spread.deviation.decimals(4))
          }
        }
      }
    }
    table.print()
    if !chart.isEmpty {
      var file = try OutputFile(chart)
      try file.write(BudgetPoint.charts(of: points, peers: peers, title: folder).svg)
      try file.commit()
    }
  }

  /// A number of walks, or nil for the one that suits the graph.
  private static func budget(_ text: String) throws(BenchmarkWords.WordError) -> Int? {
    if text == "auto" { return nil }
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw BenchmarkWords.WordError(description: "--walks needs auto or numbers, not '\(text)'")
    }
    return number
  }
}
