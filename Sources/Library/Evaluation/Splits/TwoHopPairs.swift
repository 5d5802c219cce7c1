internal import Algorithms
internal import Graphs
internal import RandomNumbers

/// Pairs of nodes with a common neighbor, which look most like edges.
///
/// In a bipartite graph, where the ends of an edge never have a common neighbor, these are the
/// pairs that are joined by a path of three edges.
struct TwoHopPairs: Sendable {
  private let neighborhoods: Neighborhoods
  private let sides: Sides?
  /// The running sum of the numbers of paths through each node.
  private let pathSums: [Int]

  /// Prepares the drawing of pairs.
  ///
  /// - Parameters:
  ///   - graph: The residual graph.
  ///   - sides: The sides of a bipartite graph that pairs must join.
  init(of graph: Graph, sides: Sides?) {
    let neighborhoods = Neighborhoods(of: graph)
    self.neighborhoods = neighborhoods
    self.sides = sides
    var sum = 0
    pathSums = (0..<Node(graph.nodeCount)).map { node in
      sum += neighborhoods.incoming.degree(of: node) * neighborhoods.outgoing.degree(of: node)
      return sum
    }
  }

  /// Whether a pair is among them.
  func contains(_ pair: NodePair) -> Bool {
    sides == nil
      ? neighborhoods.commonNeighborCount(of: pair) > 0 : neighborhoods.haveThreeStepPath(pair)
  }

  /// Draws a pair, each equally likely; nil if the draw was rejected.
  func draw(using generator: inout SplitMix64) -> NodePair? {
    if let sides {
      let pair = NodePair(
        sides.left[generator.next(below: sides.left.count)],
        sides.right[generator.next(below: sides.right.count)])
      // The edges of a directed graph may lead from either side.
      let turned = generator.next(below: 2) == 0 ? pair : pair.reversed
      return contains(turned) ? turned : nil
    }
    guard let total = pathSums.last, total > 0 else { return nil }
    let middle = node(at: generator.next(below: total))
    let before = neighborhoods.incoming.neighbors(of: middle)
    let after = neighborhoods.outgoing.neighbors(of: middle)
    let pair = NodePair(
      before[generator.next(below: before.count)], after[generator.next(below: after.count)])
    guard pair.source != middle, pair.target != middle, pair.source != pair.target else {
      return nil
    }
    // A pair is drawn once for each of its paths; all draws but one in so many are rejected.
    let count = neighborhoods.commonNeighborCount(of: pair)
    return generator.next(below: max(1, count)) == 0 ? pair : nil
  }

  private func node(at place: Int) -> Node {
    Node(pathSums.indices.partitioningIndex { pathSums[$0] > place })
  }
}
