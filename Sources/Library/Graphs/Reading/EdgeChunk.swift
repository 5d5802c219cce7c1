internal import Names

/// The edges of a piece of a file, in the order of its lines.
struct EdgeChunk: Sendable {
  /// Source and target of each edge, one after the other.
  var nodes: [Node] = []
  /// The weight of each edge; empty when there are none.
  var weights: [Float] = []
  /// The time of each edge; empty when there are none.
  var times: [Double] = []
  /// The line of each edge, from 0; empty unless they are asked for.
  var lines: [UInt32] = []
  /// Nodes of edges that were left out, which stay nodes.
  var nodesOfDroppedEdges: [Node] = []
  /// The names behind the numbers of nodes; nil when the numbers are the names.
  var names: NameListBuilder?
  /// The number of lines of any kind.
  var lineCount = 0
  var selfLoopCount = 0
  var zeroWeightCount = 0
  /// The largest number in `nodes` and `nodesOfDroppedEdges`.
  var largestNode: Node = 0

  var edgeCount: Int { nodes.count / 2 }

  /// Renumbers all nodes.
  mutating func renumber(_ number: (Node) -> Node) {
    for index in nodes.indices { nodes[index] = number(nodes[index]) }
    for index in nodesOfDroppedEdges.indices {
      nodesOfDroppedEdges[index] = number(nodesOfDroppedEdges[index])
    }
    names = nil
  }
}
