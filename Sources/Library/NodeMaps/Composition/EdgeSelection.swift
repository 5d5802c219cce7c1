internal import Graphs

/// The choice of edges to draw if there are too many to see.
///
/// Every node keeps the edge to its best neighbor: the one with the largest weight, then the most
/// edges. The other edges are chosen by a hash of the numbers of their ends, so that they are a
/// fair sample and the same ones each time.
enum EdgeSelection {
  /// Chooses edges.
  ///
  /// - Parameters:
  ///   - graph: The graph; self-loops are never drawn, and only one of two arcs between two nodes
  ///     is.
  ///   - limit: The maximum number of edges.
  ///   - place: The place on the map of each of the graph's nodes.
  /// - Returns: The chosen edges, and the number of all edges that could be drawn.
  static func edges(
    of graph: Graph, limit: Int, place: [Int]
  ) -> (edges: [MapEdge], drawableCount: Int) {
    var largestWeight: Float = 0
    for weight in graph.allWeights.indices {
      largestWeight = max(largestWeight, graph.allWeights[weight])
    }
    var best: [(rank: UInt64, source: Node, index: Int)] = []
    var others: [(rank: UInt64, source: Node, index: Int)] = []
    var drawableCount = 0
    for node in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: node)
      let choice = bestNeighbor(of: node, in: graph)
      for index in neighbors.indices {
        let neighbor = neighbors[index]
        guard neighbor != node, isListed(from: node, to: neighbor, in: graph) else { continue }
        drawableCount += 1
        if choice == neighbor || bestNeighbor(of: neighbor, in: graph, isCheap: true) == node {
          best.append((mixed(node, neighbor), node, index))
        } else {
          others.append((mixed(node, neighbor), node, index))
        }
      }
    }
    if best.count + others.count > limit {
      best.sort { $0.rank < $1.rank }
      others.sort { $0.rank < $1.rank }
      others.removeLast(others.count - max(0, min(others.count, limit - best.count)))
      best.removeLast(max(0, best.count - limit))
    }
    let edges = (best + others).sorted { ($0.source, $0.index) < ($1.source, $1.index) }.map {
      edge in
      let weights = graph.weights(of: edge.source)
      return MapEdge(
        source: place[Int(edge.source)],
        target: place[Int(graph.neighbors(of: edge.source)[edge.index])],
        strength: weights.isEmpty ? 1 : Double(weights[edge.index] / largestWeight))
    }
    return (edges, drawableCount)
  }

  /// Whether an arc is the one of its two that stands for the edge.
  private static func isListed(from node: Node, to neighbor: Node, in graph: Graph) -> Bool {
    guard graph.isDirected, neighbor < node else { return node < neighbor }
    return !graph.hasEdge(from: neighbor, to: node)
  }

  private static func bestNeighbor(of node: Node, in graph: Graph, isCheap: Bool = false) -> Node? {
    let neighbors = graph.neighbors(of: node)
    // A hub's best neighbor is found when the hub itself is considered.
    if isCheap, neighbors.count > 32 { return nil }
    let weights = graph.weights(of: node)
    var best: (weight: Float, degree: Int, node: Node)?
    for index in neighbors.indices where neighbors[index] != node {
      let candidate = (
        weights.isEmpty ? 1 : weights[index], graph.degree(of: neighbors[index]), neighbors[index]
      )
      if best.map({ ($0.weight, $0.degree) < (candidate.0, candidate.1) }) ?? true {
        best = candidate
      }
    }
    return best?.node
  }

  /// A number that looks random and depends only on the two ends.
  private static func mixed(_ source: Node, _ target: Node) -> UInt64 {
    var value = UInt64(source) << 32 | UInt64(target)
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
