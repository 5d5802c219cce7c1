/// Counts and measures of a graph that take a single pass over its edges.
public struct GraphStatistics: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int
  /// The number of edges: of arcs if the graph is directed, otherwise of unordered pairs.
  public let edgeCount: Int
  /// The number of edges from a node to itself.
  public internal(set) var selfLoopCount = 0
  /// The number of nodes without an edge to or from another node.
  public internal(set) var isolatedNodeCount = 0
  /// The number of nodes without outgoing edges, where every walk ends.
  public internal(set) var sinkCount = 0
  /// The number of weakly connected components: of parts that edges connect, whatever their
  /// direction.
  public internal(set) var componentCount = 0
  /// The number of nodes in the largest component.
  public internal(set) var largestComponentNodeCount = 0
  /// The number of edges in the largest component; in the first of them if several are largest.
  public internal(set) var largestComponentEdgeCount = 0
  /// Whether the nodes can be split into two classes such that every edge joins one class with the
  /// other.
  public internal(set) var isBipartite = true
  /// The smallest number of neighbors of a node.
  public internal(set) var minimumDegree = 0
  /// The median number of neighbors; the mean of the two middle values if there are two.
  public internal(set) var medianDegree = 0.0
  /// The mean number of neighbors.
  public internal(set) var meanDegree = 0.0
  /// The largest number of neighbors of a node.
  public internal(set) var maximumDegree = 0
  /// The smallest weight of an edge; 1 if the graph is unweighted.
  public internal(set) var minimumWeight: Float = 1
  /// The largest weight of an edge; 1 if the graph is unweighted.
  public internal(set) var maximumWeight: Float = 1
  /// The sum of the weights of all edges.
  public internal(set) var weightSum = 0.0
  /// The share of pairs of different nodes that are joined by an edge; of ordered pairs if the
  /// graph is directed.
  public internal(set) var density = 0.0
}

extension Graph {
  /// Computes the statistics of the graph.
  ///
  /// - Returns: The statistics.
  /// - Complexity: Nearly O(`nodeCount` + `arcCount`); components are found by union-find.
  public func statistics() -> GraphStatistics {
    var statistics = GraphStatistics(nodeCount: nodeCount, edgeCount: edgeCount)
    statistics.countEdges(of: self)
    statistics.countDegrees(of: self)
    return statistics
  }
}

extension GraphStatistics {
  fileprivate mutating func countEdges(of graph: Graph) {
    var parts = ParitySets(count: nodeCount)
    var isJoined = [Bool](repeating: false, count: nodeCount)
    var smallest = Float.infinity
    var largest: Float = 0
    for source in 0..<Node(nodeCount) {
      let targets = graph.neighbors(of: source)
      let weights = graph.weights(of: source)
      if targets.isEmpty { sinkCount += 1 }
      for index in targets.indices where graph.isDirected || targets[index] >= source {
        let target = targets[index]
        let weight = weights.isEmpty ? 1 : weights[index]
        smallest = min(smallest, weight)
        largest = max(largest, weight)
        weightSum += Double(weight)
        if target == source {
          selfLoopCount += 1
          isBipartite = false
        } else {
          isJoined[Int(source)] = true
          isJoined[Int(target)] = true
          if !parts.join(source, target) { isBipartite = false }
        }
      }
    }
    if edgeCount > 0 { (minimumWeight, maximumWeight) = (smallest, largest) }
    isolatedNodeCount = isJoined.count { !$0 }
    countParts(&parts, of: graph)
    let pairCount = Double(nodeCount) * Double(nodeCount - 1) / (graph.isDirected ? 1 : 2)
    density = pairCount > 0 ? Double(edgeCount - selfLoopCount) / pairCount : 0
  }

  private mutating func countParts(_ parts: inout ParitySets, of graph: Graph) {
    var nodeCounts = [Int](repeating: 0, count: nodeCount)
    for node in 0..<Node(nodeCount) { nodeCounts[Int(parts.root(of: node).node)] += 1 }
    componentCount = nodeCounts.count { $0 > 0 }
    guard let largest = nodeCounts.max(), let root = nodeCounts.firstIndex(of: largest) else {
      return
    }
    largestComponentNodeCount = largest
    for node in 0..<Node(nodeCount) where parts.root(of: node).node == root {
      let neighbors = graph.neighbors(of: node)
      for index in neighbors.indices where graph.isDirected || neighbors[index] >= node {
        largestComponentEdgeCount += 1
      }
    }
  }

  fileprivate mutating func countDegrees(of graph: Graph) {
    guard nodeCount > 0 else { return }
    let degrees = (0..<Node(nodeCount)).map { graph.degree(of: $0) }
    var counts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 1)
    for degree in degrees { counts[degree] += 1 }
    func degree(atRank rank: Int) -> Int {
      var passed = 0
      for (degree, count) in counts.enumerated() {
        passed += count
        if passed > rank { return degree }
      }
      return counts.count - 1
    }
    minimumDegree = degree(atRank: 0)
    maximumDegree = counts.count - 1
    medianDegree = Double(degree(atRank: (nodeCount - 1) / 2) + degree(atRank: nodeCount / 2)) / 2
    meanDegree = Double(graph.arcCount) / Double(nodeCount)
  }
}
