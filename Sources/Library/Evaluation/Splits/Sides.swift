internal import Graphs

/// The two sides of a bipartite graph.
///
/// In each connected component the side of its smallest node is the left one: where the nodes of
/// one side are numbered first, the sides of all components agree.
struct Sides: Sendable {
  /// For each node whether it is on the left; nil for a node without edges.
  private let isLeft: [Bool?]
  /// The nodes of the left side and of the right one, ascending.
  let left, right: [Node]

  /// Finds the sides; nil when an edge joins two nodes of one side, or when there is no edge.
  ///
  /// - Parameters:
  ///   - incidence: The edges. Their directions do not matter.
  ///   - nodeCount: The number of nodes.
  init?(of incidence: EdgeIncidence, nodeCount: Int) {
    guard !incidence.edges.isEmpty else { return nil }
    var isLeft = [Bool?](repeating: nil, count: nodeCount)
    for start in 0..<Node(nodeCount) where isLeft[Int(start)] == nil {
      guard !incidence[start].isEmpty else { continue }
      isLeft[Int(start)] = true
      var pending = [start]
      while let node = pending.popLast() {
        for edge in incidence[node] {
          let other = incidence.end(of: edge, from: node)
          if isLeft[Int(other)] == nil {
            isLeft[Int(other)] = isLeft[Int(node)].map(!)
            pending.append(other)
          } else if isLeft[Int(other)] == isLeft[Int(node)] {
            return nil
          }
        }
      }
    }
    self.isLeft = isLeft
    left = (0..<Node(nodeCount)).filter { isLeft[Int($0)] == true }
    right = (0..<Node(nodeCount)).filter { isLeft[Int($0)] == false }
  }

  /// The nodes of a node's own side.
  func nodes(besides node: Node) -> [Node] { isLeft[Int(node)] == true ? left : right }

  /// Whether two nodes are on different sides.
  func areOpposite(_ first: Node, _ second: Node) -> Bool {
    guard let first = isLeft[Int(first)], let second = isLeft[Int(second)] else { return false }
    return first != second
  }
}
