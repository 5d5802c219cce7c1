public import Graphs

extension EdgeTimes {
  /// Takes the times of a temporal graph's edges; a repeated edge has its earliest time.
  ///
  /// - Parameter graph: The temporal graph. The graph to split must number its nodes in the same
  ///   way, as it does if both are read from the same file with the same options.
  /// - Complexity: O(*m*) expected for *m* arcs.
  public init(of graph: TemporalGraph) {
    let targets = graph.allTargets
    let times = graph.allTimes
    var edges: [(Node, Node, Double)] = []
    edges.reserveCapacity(graph.arcCount)
    for source in 0..<Node(graph.nodeCount) {
      for arc in graph.row(of: source) { edges.append((source, targets[arc], times[arc])) }
    }
    self.init(finite: edges, isDirected: graph.isDirected)
  }
}
