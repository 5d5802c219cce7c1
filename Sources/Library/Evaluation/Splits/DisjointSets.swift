internal import Graphs

/// Sets of nodes, joined one pair at a time.
///
/// R. E. Tarjan: Efficiency of a Good But Not Linear Set Union Algorithm, JACM 1975; with path
/// halving.
struct DisjointSets {
  private var parents: [Node]

  init(nodeCount: Int) {
    parents = Array(0..<Node(nodeCount))
  }

  /// Joins the sets of two nodes.
  ///
  /// - Returns: Whether they were in different sets.
  mutating func join(_ first: Node, _ second: Node) -> Bool {
    let first = root(of: first)
    let second = root(of: second)
    parents[Int(first)] = second
    return first != second
  }

  private mutating func root(of node: Node) -> Node {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }
}
