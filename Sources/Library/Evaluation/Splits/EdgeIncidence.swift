internal import Graphs

/// The edges of a graph except its self-loops, and for each node the edges at it.
struct EdgeIncidence: Sendable {
  /// The edges, ordered by source and target.
  let edges: [NodePair]
  private let offsets: [Int]
  private let incident: [UInt32]

  /// Lists the edges of a graph.
  ///
  /// - Throws: `CancellationError` if the current task is canceled.
  init(of graph: Graph) throws {
    var edges: [NodePair] = []
    for source in 0..<Node(graph.nodeCount) {
      if source.isMultiple(of: 65_536) { try Task.checkCancellation() }
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices {
        let target = neighbors[index]
        if graph.isDirected ? source != target : source < target {
          edges.append(NodePair(source, target))
        }
      }
    }
    var offsets = [Int](repeating: 0, count: graph.nodeCount + 1)
    for edge in edges {
      offsets[Int(edge.source) + 1] += 1
      offsets[Int(edge.target) + 1] += 1
    }
    for node in 0..<graph.nodeCount { offsets[node + 1] += offsets[node] }
    var ends = offsets
    var incident = [UInt32](repeating: 0, count: 2 * edges.count)
    for (index, edge) in edges.enumerated() {
      if index.isMultiple(of: 65_536) { try Task.checkCancellation() }
      for node in [edge.source, edge.target] {
        incident[ends[Int(node)]] = UInt32(index)
        ends[Int(node)] += 1
      }
    }
    self.edges = edges
    self.offsets = offsets
    self.incident = incident
  }

  /// The indices in `edges` of the edges that lead to or from a node.
  subscript(node: Node) -> ArraySlice<UInt32> {
    incident[offsets[Int(node)]..<offsets[Int(node) + 1]]
  }

  /// The node at the other end of an edge.
  func end(of edge: UInt32, from node: Node) -> Node {
    let edge = edges[Int(edge)]
    return edge.source == node ? edge.target : edge.source
  }
}
