public import Graphs

/// How many walks start at each node of a graph, and why.
///
/// What walks tell about a graph grows with the nodes in walks per edge. The rule is 50 of them,
/// but at least 160 and at most 1,600 nodes in walks per node; a small graph gets 800 per node,
/// unless they would be more than 250,000 in all. It was found by experiment, as the benchmark
/// `budget` makes them.
public struct WalkBudget: Sendable, Equatable {
  /// What determined a number of walks.
  public enum Reason: String, Sendable {
    /// The number was given.
    case given
    /// The nodes in walks per edge.
    case edges = "by edges"
    /// The least number of nodes in walks per node.
    case sparse = "sparse graph"
    /// The largest number of nodes in walks per node.
    case dense = "dense graph"
    /// The number of nodes in walks per node of a small graph.
    case small = "small graph"
  }

  /// The number of walks that start at each node, at least 1.
  public let walksPerNode: Int
  /// What determined the number.
  public let reason: Reason

  /// Nodes in walks per edge.
  static let nodesPerEdge = 50
  /// Nodes in walks per node: the bounds for every graph.
  static let nodesPerNode = 160...1600
  /// Nodes in walks per node of a small graph.
  static let nodesPerNodeOfSmallGraph = 800
  /// The number of nodes in walks up to which a graph is small.
  static let nodesOfSmallGraph = 250_000

  /// Takes a number that is given.
  init(given walksPerNode: Int) {
    self.walksPerNode = walksPerNode
    reason = .given
  }

  /// Finds the number for a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; an edge counts once, whether it is directed or not.
  ///   - walkLength: The number of nodes of a walk; at least 1.
  init(of graph: Graph, walkLength: Int) {
    let nodeCount = max(1, graph.nodeCount)
    let least = Self.nodesPerNode.lowerBound * nodeCount
    let most = Self.nodesPerNode.upperBound * nodeCount
    let small = min(Self.nodesPerNodeOfSmallGraph * nodeCount, Self.nodesOfSmallGraph)
    let byEdges = Self.nodesPerEdge * graph.edgeCount
    let (total, reason) = [(least, Reason.sparse), (small, .small)].reduce((byEdges, .edges)) {
      $1.0 > $0.0 ? $1 : $0
    }
    self.reason = total > most ? .dense : reason
    let (walks, rest) = (min(total, most) / nodeCount).quotientAndRemainder(dividingBy: walkLength)
    let isExact = rest == 0 && min(total, most) % nodeCount == 0
    walksPerNode = isExact ? walks : walks + 1
  }
}

extension WalkOptions {
  /// How many walks start at each node of a graph: the number that is given, or one that suits the
  /// graph.
  ///
  /// - Parameter graph: The graph that the walks are on.
  /// - Returns: The number and the reason.
  /// - Precondition: The options are valid.
  public func budget(on graph: Graph) -> WalkBudget {
    walksPerNode.map(WalkBudget.init(given:)) ?? WalkBudget(of: graph, walkLength: walkLength)
  }
}
