internal import Graphs

/// The nodes that each node's edges lead to and come from, for following two edges at once.
///
/// In a directed graph, a common neighbor of *u* and *v* is a node *w* with edges *u* → *w* → *v*.
/// The nodes *u* and *v* themselves never count, so that self-loops make no common neighbor.
/// Weights are ignored.
struct Neighborhoods: Sendable {
  let outgoing: Graph
  let incoming: Graph

  init(of graph: Graph) {
    outgoing = graph
    incoming = graph.reversed()
  }

  /// Calls a body for each common neighbor of a pair, in ascending order.
  ///
  /// - Complexity: O(*d*) for the degrees of both nodes.
  @inline(__always)
  func forEachCommonNeighbor(of pair: NodePair, _ body: (Node) -> Void) {
    let first = outgoing.neighbors(of: pair.source)
    let second = incoming.neighbors(of: pair.target)
    var left = 0
    var right = 0
    while left < first.count && right < second.count {
      let a = first[left]
      let b = second[right]
      if a == b && a != pair.source && a != pair.target { body(a) }
      if a <= b { left += 1 }
      if b <= a { right += 1 }
    }
  }

  /// The number of common neighbors of a pair.
  func commonNeighborCount(of pair: NodePair) -> Int {
    var count = 0
    forEachCommonNeighbor(of: pair) { _ in count += 1 }
    return count
  }

  /// Whether a path of three edges leads from the source of a pair to its target.
  func haveThreeStepPath(_ pair: NodePair) -> Bool {
    let neighbors = outgoing.neighbors(of: pair.source)
    for index in neighbors.indices where neighbors[index] != pair.source {
      if commonNeighborCount(of: NodePair(neighbors[index], pair.target)) > 0 { return true }
    }
    return false
  }

  /// The number of edges at a node, in both directions; a self-loop counts once in each.
  func degree(of node: Node) -> Int {
    outgoing.isDirected
      ? outgoing.degree(of: node) + incoming.degree(of: node) : outgoing.degree(of: node)
  }
}
