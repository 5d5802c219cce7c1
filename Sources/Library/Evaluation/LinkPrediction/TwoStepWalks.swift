internal import Graphs

/// The numbers of walks of two steps from one node to every other.
struct TwoStepWalks {
  private var counts: [Int]
  private var reached: [Node] = []
  private var start: Node?

  init(nodeCount: Int) {
    counts = [Int](repeating: 0, count: nodeCount)
  }

  /// Counts the walks from a node, unless it is the node of the previous count.
  mutating func start(at node: Node, in graph: Graph) {
    guard start != node else { return }
    for other in reached { counts[Int(other)] = 0 }
    reached.removeAll(keepingCapacity: true)
    start = node
    let middles = graph.neighbors(of: node)
    for index in middles.indices {
      let ends = graph.neighbors(of: middles[index])
      for index in ends.indices {
        let end = ends[index]
        if counts[Int(end)] == 0 { reached.append(end) }
        counts[Int(end)] += 1
      }
    }
  }

  /// The number of walks of two steps that end at a node.
  func count(to node: Node) -> Int { counts[Int(node)] }
}
