extension Graph {
  /// Returns the graph without some of its edges; all nodes and their names remain.
  ///
  /// - Parameter edges: Edges of the graph. An undirected edge may be given either way.
  /// - Returns: A graph with fewer edges, directed and weighted as this one is.
  /// - Precondition: Every pair is an edge.
  /// - Complexity: O(*n* + *m* + *r* log *d*) for *n* nodes, *m* arcs, *r* edges to remove and a
  ///   largest degree *d*.
  package func removing(_ edges: [(Node, Node)]) -> Graph {
    var isRemoved = [Bool](repeating: false, count: arcCount)
    var removedCount = 0
    for (source, target) in edges {
      guard let forward = index(ofEdgeFrom: source, to: target) else {
        preconditionFailure("only edges can be removed")
      }
      if isRemoved[forward] { continue }
      isRemoved[forward] = true
      removedCount += 1
      if !isDirected, let backward = index(ofEdgeFrom: target, to: source) {
        isRemoved[backward] = true
      }
    }
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [Node] = []
    var weights: [Float] = []
    for node in 0..<Node(nodeCount) {
      for arc in row(of: node) where !isRemoved[arc] {
        targets.append(self.targets[arc])
        if isWeighted { weights.append(arcWeights[arc]) }
      }
      offsets.append(targets.count)
    }
    return Graph(
      offsets: offsets, targets: targets, arcWeights: weights, isDirected: isDirected,
      edgeCount: edgeCount - removedCount, names: names)
  }

  /// Returns the graph with every edge reversed; an undirected graph is returned unchanged.
  ///
  /// - Returns: A graph in which each node's neighbors are the nodes that had an edge to it.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs.
  public func reversed() -> Graph {
    guard isDirected else { return self }
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for target in targets { offsets[Int(target) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var ends = offsets
    var sources = [Node](repeating: 0, count: arcCount)
    var weights = [Float](repeating: 0, count: arcWeights.count)
    for node in 0..<Node(nodeCount) {
      for arc in row(of: node) {
        let place = ends[Int(targets[arc])]
        ends[Int(targets[arc])] += 1
        sources[place] = node
        if isWeighted { weights[place] = arcWeights[arc] }
      }
    }
    return Graph(
      offsets: offsets, targets: sources, arcWeights: weights, isDirected: true,
      edgeCount: edgeCount, names: names)
  }
}
