internal import EmbeddingTables
internal import EvaluationReports
internal import Graphs
internal import RandomWalks
internal import SkipGramTraining
internal import Text

extension ReportContext {
  /// Describes a graph and its embedding for a report.
  ///
  /// The parameters are those that the embedding's metadata contains, without the seed and the
  /// digest, which differ between splits.
  init(
    _ input: GraphInput, _ edgeList: EdgeList, walks: WalkOptions, training: SkipGramOptions,
    metadata: EmbeddingMetadata
  ) {
    let entries = metadata.entries.filter { !["seed", "graph digest"].contains($0.key) }
    // The number that was used for what was left of the graph.
    var walks = walks
    walks.walksPerNode = walks.walksPerNode ?? metadata["walks per node"].flatMap { Int($0) }
    self.init(
      program: "amble \(Amble.version)", input: input.facts(on: edgeList.graph),
      parameters: [("dimensions", .integer(training.dimensions))]
        + entries.map { ($0.key, .string($0.value)) },
      inputText: input.text(of: edgeList),
      parametersText: ([walks.text(on: edgeList.graph)] + training.text).joined(separator: "; "))
  }
}

extension GraphInput {
  /// Facts about the graph.
  func facts(on graph: Graph) -> [(name: String, value: JSONValue)] {
    [
      ("file", .string(path)),
      ("nodes", .integer(graph.nodeCount)),
      ("edges", .integer(graph.edgeCount)),
      ("directed", .boolean(graph.isDirected)),
      ("weighted", .boolean(graph.isWeighted)),
      ("digest", .string(graph.digest.hexadecimalText)),
    ]
  }

  /// The name of the graph in headings: the file's name without its folder and extension or, for a
  /// file called "edges", the name of its folder.
  var title: String {
    guard path != "-" else { return "the graph" }
    let parts = path.split(separator: "/")
    let stem = parts.last?.split(separator: ".").first.map(String.init) ?? path
    return stem == "edges" && parts.count > 1 ? String(parts[parts.count - 2]) : stem
  }
}
