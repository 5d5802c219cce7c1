/// Disjoint sets of nodes that also know the parity of the distance between two nodes of a set.
///
/// R. E. Tarjan, J. van Leeuwen: Worst-Case Analysis of Set Union Algorithms, Journal of the ACM
/// 31(2), 1984: union by size and path halving. Every node also stores the parity of the path to
/// its parent.
struct ParitySets {
  private var parents: [Node]
  /// Whether a node is an odd number of edges from its parent.
  private var isOdd: [Bool]
  private var sizes: [UInt32]

  /// Creates sets of one node each.
  init(count: Int) {
    parents = (0..<Node(count)).map(\.self)
    isOdd = [Bool](repeating: false, count: count)
    sizes = [UInt32](repeating: 1, count: count)
  }

  /// The representative of a node's set, and whether the two are an odd number of edges apart.
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
  /// - Returns: Whether the nodes can be in different classes; false if both were in the same set,
  ///   an even number of edges apart.
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
