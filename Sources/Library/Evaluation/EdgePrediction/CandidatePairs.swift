internal import Graphs

/// The pairs without an edge among which missing edges are looked for.
struct CandidatePairs: Sendable {
  private let graph: Graph
  private let sides: Sides?
  /// The most others that a node is paired with; nil for all.
  let othersPerNode: Int?

  /// Nodes with more edges say little about those beside them, and make too many pairs.
  private static let hubDegree = 1000

  /// - Parameters:
  ///   - graph: The full graph.
  ///   - sides: The two sides that pairs must join, if any.
  ///   - pairLimit: The largest number of pairs to score; nil for all pairs.
  init(of graph: Graph, sides: Sides?, pairLimit: Int?) {
    self.graph = graph
    self.sides = sides
    let nodeCount = Double(graph.nodeCount)
    let pairCount =
      sides.map { Double($0.left.count) * Double($0.right.count) }
      ?? nodeCount * (nodeCount - 1) / (graph.isDirected ? 1 : 2)
    othersPerNode = pairLimit.flatMap {
      pairCount <= Double($0) ? nil : max(1, $0 / max(1, graph.nodeCount))
    }
  }

  /// Whether pairs join the two sides of the graph.
  var joinsSides: Bool { sides != nil }

  /// The nodes whose pairs with others make up all pairs.
  var sources: [Node] {
    sides.flatMap { graph.isDirected ? nil : $0.left } ?? Array(0..<Node(graph.nodeCount))
  }

  /// The nodes that a node may have a missing edge to.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - isOnce: Whether a pair of an undirected graph is left to the smaller of its nodes, if all
  ///     pairs are candidates.
  /// - Returns: The others, in ascending order; none for a node without a side where sides are to
  ///   be joined.
  func others(of node: Node, isOnce: Bool) -> [Node] {
    let isHalved = isOnce && !graph.isDirected && sides == nil && othersPerNode == nil
    return everyOther(of: node).filter { other in
      other != node && !(isHalved && other < node) && !graph.hasEdge(from: node, to: other)
    }
  }

  private func everyOther(of node: Node) -> [Node] {
    if othersPerNode != nil { return nearOthers(of: node) }
    return sides?.nodes(opposite: node) ?? Array(0..<Node(graph.nodeCount))
  }

  /// The others with the most paths of two steps to them, or of three where sides are to be joined.
  private func nearOthers(of node: Node) -> [Node] {
    var counts: [Node: Int] = [:]
    func count(_ middle: Node, _ weight: Int) {
      let ends = graph.neighbors(of: middle)
      guard ends.count <= Self.hubDegree else { return }
      for index in ends.indices { counts[ends[index], default: 0] += weight }
    }
    let neighbors = graph.neighbors(of: node)
    for index in neighbors.indices { count(neighbors[index], 1) }
    if sides != nil {
      // The most alike of the node's own side, and what they lead to.
      let alike = Self.largest(counts, count: 100)
      counts = [:]
      for other in alike where other.node != node { count(other.node, other.count) }
    }
    counts[node] = nil
    for index in neighbors.indices { counts[neighbors[index]] = nil }
    return Self.largest(counts, count: othersPerNode ?? counts.count).map(\.node).sorted()
  }

  private static func largest(
    _ counts: [Node: Int], count: Int
  ) -> ArraySlice<(node: Node, count: Int)> {
    counts.map { (node: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.node) < ($0.count, $1.node) }.prefix(count)
  }
}
