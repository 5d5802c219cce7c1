internal import Graphs

/// The two sides of a bipartite graph.
///
/// In each connected component, the side of the smallest node is the left one: if the nodes of one
/// side are numbered first, the sides of all components agree.
struct Sides: Sendable {
  /// Whether each node is on the left; nil for a node without edges.
  private let isLeft: [Bool?]
  /// The nodes of the left and of the right side, in ascending order.
  let left, right: [Node]

  /// Finds the sides; nil if an edge joins two nodes of one side, or if there are no edges.
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

  /// Whether a node is on the left; false for a node without edges.
  func isOnLeft(_ node: Node) -> Bool { isLeft[Int(node)] == true }

  /// The nodes on the same side as a node.
  func nodes(besides node: Node) -> [Node] { isLeft[Int(node)] == true ? left : right }

  /// The nodes on the other side of a node; none if the node has no edges.
  func nodes(opposite node: Node) -> [Node] {
    isLeft[Int(node)].map { $0 ? right : left } ?? []
  }

  /// Whether two nodes are on different sides.
  func areOpposite(_ first: Node, _ second: Node) -> Bool {
    guard let first = isLeft[Int(first)], let second = isLeft[Int(second)] else { return false }
    return first != second
  }
}
