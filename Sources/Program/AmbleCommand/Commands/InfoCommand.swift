internal import Graphs
internal import Text

/// Describes a graph.
struct InfoCommand: Subcommand {
  var input = GraphInput()
  var run = RunOptions()
  var isJSON = false

  static let name = "info"
  static let summary = "Describes a graph: its size, its degrees, its pieces, and how it was read."
  static let discussion = """
    Worth a look before a long run: it shows how the file was understood, and what may surprise, \
    such as repeated edges, nodes without edges, or many components.
    """
  static var arguments: [Argument<InfoCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<InfoCommand>] {
    [
      OptionSection("Options", [.flag("--json", to: \.isJSON, "Print JSON.")]),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection(
        "Run", of: \.run, RunOptions.commandLine.filter { $0.names.contains("--threads") }),
    ]
  }
  static let examples = [
    "info graphs/karate.edges", "info follows.csv.gz --directed", "info graphs/lesmis.edges --json",
  ]

  func run(on console: Console) throws {
    try run.validate()
    let edgeList = try input.read(threadCount: run.threadCount)
    guard !isJSON else { return try console.print(JSONWriter.text(of: json(of: edgeList))) }
    for (name, value) in rows(of: edgeList) {
      try console.print("\(name.padded(to: 12))\(value)")
    }
  }

  private func json(of edgeList: EdgeList) -> JSONValue {
    let (graph, summary) = (edgeList.graph, edgeList.summary)
    let statistics = graph.statistics()
    return [
      "file": .string(input.path), "format": .string(summary.formatText),
      "nodes": .integer(graph.nodeCount), "edges": .integer(graph.edgeCount),
      "directed": .boolean(graph.isDirected), "weighted": .boolean(graph.isWeighted),
      "bipartite": .boolean(statistics.isBipartite),
      "two_sided": .boolean(summary.isTwoSided),
      "isolated_nodes": .integer(statistics.isolatedNodeCount),
      "nodes_without_a_way_out": .integer(statistics.sinkCount),
      "self_loops": .integer(statistics.selfLoopCount),
      "merged_edges": .integer(summary.mergedEdgeCount),
      "minimum_degree": .integer(statistics.minimumDegree),
      "median_degree": .double(statistics.medianDegree),
      "mean_degree": .double(statistics.meanDegree),
      "maximum_degree": .integer(statistics.maximumDegree),
      "minimum_weight": .float(statistics.minimumWeight),
      "maximum_weight": .float(statistics.maximumWeight),
      "weight_sum": .double(statistics.weightSum),
      "components": .integer(statistics.componentCount),
      "largest_component_nodes": .integer(statistics.largestComponentNodeCount),
      "largest_component_edges": .integer(statistics.largestComponentEdgeCount),
      "density": .double(statistics.density), "digest": .string(graph.digest.hexadecimalText),
      "notes": .array(summary.notes.map { .string($0) }),
    ]
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
