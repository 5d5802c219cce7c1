internal import Graphs
internal import Text

/// Describes a graph.
struct InfoCommand: Subcommand {
  var input = GraphInput()
  var run = RunOptions()

  static let name = "info"
  static let summary = "Describes a graph: its size, its degrees, its pieces, and how it was read."
  static let discussion = """
    Worth a look before a long run: it shows how the file was understood, and what may surprise, \
    such as repeated edges, nodes without edges, or many components.
    """
  static var arguments: [Argument<InfoCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<InfoCommand>] {
    [
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection(
        "Run", of: \.run, RunOptions.commandLine.filter { $0.names.contains("--threads") }),
    ]
  }
  static let examples = ["info graphs/karate.edges", "info follows.csv.gz --directed"]

  func run(on console: Console) throws {
    try run.validate()
    let edgeList = try input.read(threadCount: run.threadCount)
    for (name, value) in rows(of: edgeList) {
      try console.print("\(name.padded(to: 12))\(value)")
    }
  }

  private func rows(of edgeList: EdgeList) -> [(String, String)] {
    let (graph, summary) = (edgeList.graph, edgeList.summary)
    let statistics = graph.statistics()
    return [
      ("file", input.path == "-" ? "standard input" : Excerpt.escaped(input.path)),
      ("format", summary.formatText),
      ("nodes", statistics.nodesText(isDirected: graph.isDirected)),
      ("edges", ([graph.edgeCount.groupedText] + summary.changes).joined(separator: ", ")),
      ("kind", statistics.kindText(isDirected: graph.isDirected)),
      ("weights", graph.isWeighted ? statistics.weightsText : "none: every edge counts 1"),
      ("degrees", statistics.degreesText),
      ("components", statistics.componentsText),
      ("density", statistics.density.significant(3)),
      ("digest", graph.digest.hexadecimalText),
    ] + summary.notes.map { ("note", $0) }
  }
}

extension GraphStatistics {
  fileprivate func nodesText(isDirected: Bool) -> String {
    let sinks = isDirected && sinkCount > 0 ? ["\(sinkCount.groupedText) without a way out"] : []
    let isolated =
      isolatedNodeCount > 0 ? ["\(isolatedNodeCount.groupedText) without edges"] : []
    return ([nodeCount.groupedText] + isolated + sinks).joined(separator: ", ")
  }

  fileprivate func kindText(isDirected: Bool) -> String {
    (isDirected ? "directed" : "undirected") + (isBipartite ? ", bipartite" : "")
  }

  fileprivate var weightsText: String {
    "\(minimumWeight.shortText) to \(maximumWeight.shortText), sum \(weightSum.shortText)"
  }

  fileprivate var degreesText: String {
    "\(minimumDegree) to \(maximumDegree.groupedText), median \(medianDegree.shortText), "
      + "mean \(meanDegree.significant(3))"
  }

  fileprivate var componentsText: String {
    guard componentCount > 1 else { return "1: everything is connected" }
    return "\(componentCount.groupedText), the largest of "
      + "\(largestComponentNodeCount.groupedText) nodes, "
      + "\(largestComponentEdgeCount.groupedText) edges"
  }
}
