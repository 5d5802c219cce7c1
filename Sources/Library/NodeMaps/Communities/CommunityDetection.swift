internal import CLeiden
internal import Graphs
internal import Synchronization

/// Communities of a graph: groups of nodes with more edges among them than expected by chance.
///
/// They are found by igraph with the Leiden method, which maximizes modularity. The directions of
/// edges are ignored.
///
/// V. A. Traag, L. Waltman, N. J. van Eck: From Louvain to Leiden: Guaranteeing Well-Connected
/// Communities, Scientific Reports 2019.
enum CommunityDetection {
  /// igraph has one generator state for the whole process.
  private static let lock = Mutex(())

  /// Finds communities.
  ///
  /// The corresponding C function is `igraph_community_leiden`.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - seed: The seed of the method's random numbers.
  /// - Returns: A community for each node, numbered from 0 in descending order of size.
  /// - Throws: `MapError` if igraph fails; `CancellationError` if the current task is canceled.
  static func communities(of graph: Graph, seed: UInt64) throws -> [Int] {
    var edges: [Int64] = []
    var weights: [Double] = []
    for node in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: node)
      let neighborWeights = graph.weights(of: node)
      for index in neighbors.indices where graph.isDirected || neighbors[index] >= node {
        edges += [Int64(node), Int64(neighbors[index])]
        weights.append(neighborWeights.isEmpty ? 1 : Double(neighborWeights[index]))
      }
    }
    var membership = [Int64](repeating: 0, count: graph.nodeCount)
    let status = lock.withLock { _ in
      // SAFETY: the arrays have the given sizes; the function keeps no address.
      unsafe amble_leiden(
        Int64(graph.nodeCount), edges, weights, Int64(weights.count), seed, 10,
        { Task.isCancelled ? 1 : 0 }, &membership)
    }
    try Task.checkCancellation()
    guard status == 0 else {
      throw MapError("no communities: igraph failed with code \(status)")
    }
    return numberedBySize(membership.map { Int($0) })
  }

  /// Renumbers groups in descending order of size; of equal ones, the group whose first node comes
  /// first.
  static func numberedBySize(_ groups: [Int]) -> [Int] {
    var sizes: [Int: (count: Int, first: Int)] = [:]
    for (node, group) in groups.enumerated() {
      sizes[group, default: (0, node)].count += 1
    }
    let order = sizes.sorted {
      ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element.key, $0.offset) })
    return groups.map { numbers[$0] ?? 0 }
  }
}
