/// Disjoint sets of nodes, which also know which nodes are an even number of joins apart.
///
/// R. E. Tarjan, J. van Leeuwen, Worst-Case Analysis of Set Union Algorithms, Journal of the ACM
/// 31(2), 1984: union by size and path halving, with the parity of the way to the parent at every
/// node.
struct ParitySets {
  private var parents: [Node]
  /// Whether a node and its parent are an odd number of joins apart.
  private var isOdd: [Bool]
  private var sizes: [UInt32]

  /// Creates sets of one node each.
  init(count: Int) {
    parents = (0..<Node(count)).map(\.self)
    isOdd = [Bool](repeating: false, count: count)
    sizes = [UInt32](repeating: 1, count: count)
  }

  /// The node that stands for a node's set, and whether both are an odd number of joins apart.
  mutating func root(of node: Node) -> (node: Node, isOdd: Bool) {
    var node = node
    var parity = false
    while true {
      let parent = parents[Int(node)]
      guard parent != node else { return (node, parity) }
      let grandparent = parents[Int(parent)]
      if grandparent != parent {
        parents[Int(node)] = grandparent
        isOdd[Int(node)] = isOdd[Int(node)] != isOdd[Int(parent)]
      }
      parity = parity != isOdd[Int(node)]
      node = parents[Int(node)]
    }
  }

  /// Joins the sets of two nodes that an edge connects.
  ///
  /// - Returns: Whether the nodes can be in different classes: false when both are in one set
  ///   already, an even number of joins apart.
  mutating func join(_ first: Node, _ second: Node) -> Bool {
    var (small, large) = (root(of: first), root(of: second))
    guard small.node != large.node else { return small.isOdd != large.isOdd }
    if sizes[Int(small.node)] > sizes[Int(large.node)] { swap(&small, &large) }
    parents[Int(small.node)] = large.node
    isOdd[Int(small.node)] = small.isOdd == large.isOdd
    sizes[Int(large.node)] += sizes[Int(small.node)]
    return true
  }
}
