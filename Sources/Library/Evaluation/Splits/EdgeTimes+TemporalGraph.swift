public import Graphs

extension EdgeTimes {
  /// Takes the times of a graph's edges; a repeated edge counts from its first time.
  ///
  /// - Parameter graph: The graph with times. The graph that is split must number its nodes alike,
  ///   as it does when both are read from the same file with the same options.
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
