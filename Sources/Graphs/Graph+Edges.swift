internal import Names

extension Graph {
  /// Builds an unweighted graph from pairs of nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: The pairs. Repeats are merged; an undirected edge may be given either way.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node of `edges` is less than `nodeCount`.
  public init(nodeCount: Int, edges: [(Node, Node)], isDirected: Bool = false) {
    self.init(
      nodeCount: nodeCount, weightedEdges: edges.map { ($0.0, $0.1, 1) }, isDirected: isDirected)
  }

  /// Builds a graph from weighted pairs of nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - weightedEdges: Source, target, weight. The weights of repeated edges are added up.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node is less than `nodeCount`; weights are finite and positive.
  public init(
    nodeCount: Int, weightedEdges: [(Node, Node, Float)], isDirected: Bool = false
  ) {
    var rows = [[Node: Float]](repeating: [:], count: nodeCount)
    var edgeCount = 0
    for (source, target, weight) in weightedEdges {
      precondition(weight > 0 && weight.isFinite, "weights are finite and positive")
      if rows[Int(source)][target] == nil { edgeCount += 1 }
      rows[Int(source)][target, default: 0] += weight
      if !isDirected && source != target { rows[Int(target)][source, default: 0] += weight }
    }
    let sorted = rows.map { $0.sorted { $0.key < $1.key } }
    let weights = sorted.joined().map(\.value)
    self.init(
      offsets: sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) },
      targets: sorted.joined().map(\.key),
      arcWeights: weights.allSatisfy { $0 == 1 } ? [] : weights,
      isDirected: isDirected, edgeCount: edgeCount, names: NameList(count: nodeCount))
  }
}
