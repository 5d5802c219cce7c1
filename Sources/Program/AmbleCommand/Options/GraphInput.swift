internal import Graphs
internal import Text

/// The edge list that a command reads, and the options for reading it.
struct GraphInput: Sendable {
  /// The path of the file, or `-` for standard input.
  var path = ""
  var options = EdgeListOptions()

  static var commandLine: [Option<GraphInput>] {
    [
      .flag(
        "--directed", to: \.options.isDirected,
        "An edge leads only from its first node to its second."),
      .value(
        "--delimiter", to: \.options.delimiter,
        "What separates columns; without it, it is detected from the first line."),
      .value(
        "--columns", to: \.options.columns,
        "What the columns are, such as source,target,weight,_ where _ is not read."),
      .value(
        "--header", to: \.options.hasHeader,
        "Whether the first line names the columns; without it, this is detected.",
        property: "hasHeader"),
      .flag(
        "--ignore-weights", to: \.options.ignoresWeights, "Read no weights: every edge weighs 1.",
        property: "ignoresWeights"),
      .value(
        "--zero-weights", to: \.options.zeroWeights,
        "Whether an edge of weight 0 is an error or left out."),
      .value(
        "--parallel-edges", to: \.options.parallelEdges,
        "What becomes of the weights of repeated edges."),
      .value(
        "--self-loops", to: \.options.selfLoops, "What becomes of edges from a node to itself."),
      .value(
        "--nodes", to: \.options.nodesPath,
        "A file of nodes, one a line in its first column: those without edges get a row too.",
        valueName: "FILE", property: "nodesPath", file: .reads),
    ]
  }

  /// Reads the edge list.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: The graph, and a summary of how it was read.
  /// - Throws: What `EdgeList.init` throws.
  func read(threadCount: Int) throws -> EdgeList {
    try EdgeList(contentsOf: path, options: options, threadCount: threadCount)
  }

  /// A description of the graph in one line.
  func text(of edgeList: EdgeList) -> String {
    let graph = edgeList.graph
    let parts =
      [
        "\(graph.nodeCount.groupedText) nodes", "\(graph.edgeCount.groupedText) edges",
        graph.isDirected ? "directed" : "undirected",
        graph.isWeighted ? "weighted" : "unweighted",
      ] + edgeList.summary.changes
    return "\(path == "-" ? "standard input" : path): \(parts.joined(separator: ", "))"
  }
}

extension EdgeListSummary {
  /// How the graph differs from the file, as text.
  var changes: [String] {
    [
      (mergedEdgeCount, "repeated edges merged"),
      (selfLoopCount, dropsSelfLoops ? "self-loops dropped" : "self-loops kept"),
      (zeroWeightCount, "edges of weight 0 dropped"),
    ].filter { $0.0 > 0 }.map { "\($0.0.groupedText) \($0.1)" }
  }
}

extension FieldDelimiter: OptionChoice {}
extension EdgeListOptions.ParallelEdges: OptionChoice {}
extension EdgeListOptions.SelfLoops: OptionChoice {}
extension EdgeListOptions.ZeroWeights: OptionChoice {}

extension EdgeListColumns: OptionValue {
  init?(optionText: String) {
    guard let columns = try? EdgeListColumns(optionText) else { return nil }
    self = columns
  }
  var optionText: String? { description }
  static var valueName: String { "LIST" }
  static var accepted: String {
    "a list of source, target, weight, time and _ (a column that is not read), such as "
      + "source,target,weight,_"
  }
}
