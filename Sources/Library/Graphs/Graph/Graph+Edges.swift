internal import Names

extension Graph {
  /// Builds an unweighted graph from pairs of nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: The pairs. Repeats are merged; an undirected edge may be given either way.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node of `edges` is less than `nodeCount`.
  /// - Complexity: O(`nodeCount` + `edges.count`).
  public init(nodeCount: Int, edges: [(Node, Node)], isDirected: Bool = false) {
    var chunk = EdgeChunk()
    chunk.nodes.reserveCapacity(2 * edges.count)
    for (source, target) in edges {
      chunk.nodes.append(source)
      chunk.nodes.append(target)
    }
    self.init(chunk, nodeCount: nodeCount, isDirected: isDirected, parallelEdges: .first)
  }

  /// Builds a graph from weighted pairs of nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - weightedEdges: Source, target, weight. The weights of repeated edges are added up.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node is less than `nodeCount`; weights are finite and positive, and so is
  ///   the sum of those of repeated edges.
  /// - Complexity: O(`nodeCount` + `weightedEdges.count`).
  public init(
    nodeCount: Int, weightedEdges: [(Node, Node, Float)], isDirected: Bool = false
  ) {
    var chunk = EdgeChunk()
    chunk.nodes.reserveCapacity(2 * weightedEdges.count)
    chunk.weights.reserveCapacity(weightedEdges.count)
    for (source, target, weight) in weightedEdges {
      precondition(weight > 0 && weight.isFinite, "weights are finite and positive")
      chunk.nodes.append(source)
      chunk.nodes.append(target)
      chunk.weights.append(weight)
    }
    self.init(chunk, nodeCount: nodeCount, isDirected: isDirected, parallelEdges: .sum)
  }

  private init(
    _ chunk: EdgeChunk, nodeCount: Int, isDirected: Bool,
    parallelEdges: EdgeListOptions.ParallelEdges
  ) {
    precondition(chunk.nodes.allSatisfy { $0 < nodeCount }, "nodes are less than nodeCount")
    let buckets = ArcBuckets(
      chunks: [chunk], nodeCount: nodeCount, isMirrored: !isDirected, threadCount: 1)
    let rows = ArcRows(
      buckets, isDirected: isDirected, parallelEdges: parallelEdges, threadCount: 1)
    precondition(rows.overflow == nil, "weights of repeated edges have a finite sum")
    self.init(
      offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights,
      isDirected: isDirected, edgeCount: rows.edgeCount, names: NameList(count: nodeCount))
  }
}
